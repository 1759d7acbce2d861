/** Loads the catalogues in the extension's own pages, each when it is first asked for. */
import { languageOf } from './languages';
import { type Catalogue, useCatalogue } from './messages';

const FILES = import.meta.glob<{ default: Record<string, string> }>([
  './messages/*.json',
  '!./messages/en.json',
]);

/** Names of countries, languages and months, in languages for which not every browser has them. */
const NAMES = import.meta.glob<{ default: Record<string, string> }>('../generated/names/*.json');

/** The catalogue of a language; null for English, which is always there, and where it cannot be loaded. */
export async function loadCatalogue(tag: string): Promise<Catalogue | null> {
  const load = FILES[`./messages/${tag}.json`];
  if (!load) return null;
  const { lang, dir } = languageOf(tag);
  try {
    const [words, names] = await Promise.all([load(), NAMES[`../generated/names/${tag}.json`]?.()]);
    return { lang, dir, entries: { ...names?.default, ...words.default } };
  } catch {
    // A file that is gone (the extension was just updated) must not leave the page empty.
    return null;
  }
}

/** Makes a language the one of this page: its words, its direction, the document's own statement of both. */
export async function speak(tag: string): Promise<void> {
  useCatalogue(await loadCatalogue(tag));
  const { lang, dir } = languageOf(tag);
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}
