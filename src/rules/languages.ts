/** The list of interface languages, from the headers of their catalogues. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './load.ts';

const CATALOGUES = join(ROOT, 'src', 'ui', 'messages');

interface LanguageHeader {
  lang: string;
  name: string;
  dir: string;
  reviewed: string;
}

/** One catalogue as it stands in its file: keys that begin with `@` are its header. */
export function readCatalogue(lang: string): Record<string, string> {
  return JSON.parse(readFileSync(join(CATALOGUES, `${lang}.json`), 'utf8')) as Record<string, string>;
}

/** All catalogues, sorted by their own names, English first. */
export function languageHeaders(): LanguageHeader[] {
  const headers = readdirSync(CATALOGUES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const lang = name.replace('.json', '');
      const entries = readCatalogue(lang);
      return {
        lang,
        name: entries['@name'] ?? lang,
        dir: entries['@dir'] ?? 'ltr',
        reviewed: entries['@reviewed'] ?? '',
      };
    });
  return headers.sort(
    (a, b) => Number(b.lang === 'en') - Number(a.lang === 'en') || a.name.localeCompare(b.name, 'en'),
  );
}

/** The words of the toolbar by language, for the background: keys that begin with `toolbar.`. */
export function toolbarWords(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    languageHeaders().map(({ lang }) => [
      lang,
      Object.fromEntries(Object.entries(readCatalogue(lang)).filter(([key]) => key.startsWith('toolbar.'))),
    ]),
  );
}
