/** The few words of the toolbar in the reader's language. A worker cannot load catalogues, so these come with it. */
import type { Settings } from '../browser/settings';
import toolbar from '../generated/toolbar.json';
import { chooseLanguage, languageOf } from '../ui/languages';
import { useCatalogue } from '../ui/messages';

const WORDS = toolbar as Record<string, Record<string, string>>;

/** Makes `t` speak the language of `settings` here. */
export function speakToolbar({ language }: Settings): void {
  const { lang, dir } = languageOf(chooseLanguage(language, navigator.languages));
  useCatalogue({ lang, dir, entries: WORDS[lang] ?? {} });
}
