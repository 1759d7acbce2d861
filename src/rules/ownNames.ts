/**
 * Names of countries and languages, and dates, in the languages for which Chrome has none: taken from Node, whose tables
 * are whole, when the extension is built. Catalogues of such languages say `"@names": "own"`.
 */
import { countryCodes } from '../helplines/names.ts';
import type { CompiledHelp } from '../helplines/types.ts';
import { languageHeaders, readCatalogue } from './languages.ts';

const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
/** Monday first. */
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)));
/** Precisions of a date, by the key of its pattern. */
const FORMS: Record<string, Intl.DateTimeFormatOptions> = {
  '@date.month': { year: 'numeric', month: 'long' },
  '@date.day': { year: 'numeric', month: 'long', day: 'numeric' },
};

/**
 * By language tag: messages `@country.<ISO2>`, `@language.<tag>`, `@list.<two|start|middle|end>`, `@month.<1-12>`,
 * `@weekday.<1-7>`, `@date.month`, `@date.day`.
 */
export function ownNames(help: CompiledHelp): Record<string, Record<string, string>> {
  const tags = new Set(
    Object.values(help.countries).flatMap(({ lines }) => lines.flatMap((line) => line.languages)),
  );
  const languages = languageHeaders().filter(({ lang }) => readCatalogue(lang)['@names'] === 'own');
  return Object.fromEntries(languages.map(({ lang }) => [lang, namesIn(lang, [...tags].sort())]));
}

function namesIn(lang: string, tags: readonly string[]): Record<string, string> {
  const region = new Intl.DisplayNames([lang], { type: 'region' });
  const language = new Intl.DisplayNames([lang], { type: 'language' });
  // Digits as in the rest of the interface.
  const month = new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' });
  const entries = [
    ...countryCodes().map((code) => [`@country.${code}`, region.of(code) ?? code]),
    // A language that has no name in this one is called by its English name: the catalogue has that.
    ...tags.flatMap((tag) => {
      const name = language.of(tag) ?? tag;
      return name === tag ? [] : [[`@language.${tag}`, name]];
    }),
    ...Object.entries(lists(lang)),
    ...MONTHS.map((date, n) => [`@month.${n + 1}`, month.format(date)]),
    ...WEEK.map((date, n) => [`@weekday.${n + 1}`, weekday.format(date)]),
    ...Object.entries(FORMS).map(([key, form]) => [key, pattern(lang, form)]),
  ];
  return Object.fromEntries(entries);
}

/** What stands between the members of a list: of two, and behind the first, a middle one and the last but one of more. */
function lists(lang: string): Record<string, string> {
  const list = new Intl.ListFormat(lang, { type: 'conjunction' });
  const signs = (members: string[]) =>
    list.formatToParts(members).flatMap(({ type, value }) => (type === 'literal' ? [value] : []));
  const [two] = signs(['1', '2']);
  const [start, middle, end] = signs(['1', '2', '3', '4']);
  return Object.fromEntries(
    Object.entries({ two, start, middle, end }).map(([place, sign]) => [`@list.${place}`, sign ?? ', ']),
  );
}

/** A date's order and signs, with `{year}`, `{month}` and `{day}` for its parts. */
function pattern(lang: string, form: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { ...form, timeZone: 'UTC' }).formatToParts(
    MONTHS[0],
  );
  return parts.map(({ type, value }) => (type === 'literal' ? value : `{${type}}`)).join('');
}
