/** The list of interface languages, from the headers of their catalogues. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './load.ts';

export const CATALOGUES = join('src', 'ui', 'messages');

export interface LanguageHeader {
  lang: string;
  name: string;
  dir: string;
  reviewed: string;
}

/** One catalogue as it stands in its file: keys that begin with `@` are its header. */
export function readCatalogue(lang: string, root: string = ROOT): Record<string, string> {
  return JSON.parse(readFileSync(join(root, CATALOGUES, `${lang}.json`), 'utf8')) as Record<string, string>;
}

/** All catalogues, sorted by their own names, English first. */
export function languageHeaders(root: string = ROOT): LanguageHeader[] {
  const headers = readdirSync(join(root, CATALOGUES))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const lang = name.replace('.json', '');
      const entries = readCatalogue(lang, root);
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
export function toolbarWords(root: string = ROOT): Record<string, Record<string, string>> {
  return Object.fromEntries(
    languageHeaders(root).map(({ lang }) => [
      lang,
      Object.fromEntries(
        Object.entries(readCatalogue(lang, root)).filter(([key]) => key.startsWith('toolbar.')),
      ),
    ]),
  );
}
