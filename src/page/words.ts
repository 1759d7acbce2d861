/** Gets the reader's words into this page: the background has their file run here, since a content script can load none. */
import { askFor } from '../browser/runtime';
import type { Settings } from '../browser/settings';
import { chooseLanguage } from '../ui/languages';
import { type Catalogue, language, useCatalogue } from '../ui/messages';

declare global {
  // The isolated world's own global: pages have another.
  var lurelightWords: ((catalogue: Catalogue) => void) | undefined;
}

/** Makes the language of `settings` the one of labels. Never rejects; without an answer the words stay English. True when it changed. */
export async function learnWords({ language: chosen }: Settings): Promise<boolean> {
  const wanted = chooseLanguage(chosen, navigator.languages);
  if (wanted === language().lang) return false;
  if (wanted === 'en') {
    useCatalogue(null);
    return true;
  }
  globalThis.lurelightWords = (catalogue) => {
    if (catalogue.lang === wanted) useCatalogue(catalogue);
  };
  await askFor('words', wanted);
  globalThis.lurelightWords = undefined;
  return language().lang === wanted;
}
