/** The languages of the interface, and which of them the reader gets. */
import list from '../generated/languages.json';

export interface Language {
  /** BCP 47 tag; the name of its catalogue. */
  lang: string;
  /** Its own name for itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** Who, as a native speaker, has read the catalogue, and when; '' for nobody yet. */
  reviewed: string;
}

export const LANGUAGES = list as readonly Language[];

/** Older or other codes of languages that we have. */
const ALIASES = new Map([
  ['tl', 'fil'],
  ['in', 'id'],
  ['zsm', 'ms'],
]);
/** Regions whose Chinese readers write traditional characters. */
const TRADITIONAL = /^zh-(?:.*\b)?(?:hant|tw|hk|mo)\b/i;

/**
 * The tag of the catalogue for a reader who chose `chosen` (null: nothing chosen) and whose browser speaks `browser`
 * (BCP 47 tags, best first).
 */
export function chooseLanguage(chosen: string | null, browser: readonly string[]): string {
  for (const tag of chosen === null ? browser : [chosen, ...browser]) {
    const found = match(tag);
    if (found) return found;
  }
  return 'en';
}

function match(tag: string): string | undefined {
  const has = (wanted: string) =>
    LANGUAGES.find(({ lang }) => lang.toLowerCase() === wanted.toLowerCase())?.lang;
  const [base = ''] = tag.toLowerCase().split('-');
  if (base === 'zh') return has(TRADITIONAL.test(tag) ? 'zh-TW' : 'zh-CN');
  return has(tag) ?? has(ALIASES.get(base) ?? base);
}

/** The language with this tag; English when there is none. */
export function languageOf(tag: string): Language {
  return (
    LANGUAGES.find(({ lang }) => lang === tag) ?? { lang: 'en', name: 'English', dir: 'ltr', reviewed: '' }
  );
}
