/**
 * The words of every surface. One flat catalogue a language; a key names a place in the interface, not an
 * English sentence. Explanations of indicators and profiles come from the rule files and are merged in.
 */
import type { Values } from '../detect/types';
import explanations from '../generated/explanations.en.json';
import own from './messages/en.json';

/** A language of the interface, with its entries: flat keys, `{name}` placeholders, `key.one`/`key.other` plurals. */
export interface Catalogue {
  /** BCP 47 tag, used for plurals, numbers, dates and country names. */
  lang: string;
  dir: 'ltr' | 'rtl';
  entries: Readonly<Record<string, string>>;
}

const english: Catalogue = { lang: 'en', dir: 'ltr', entries: { ...explanations, ...own } };
let current: Catalogue = english;

/** Makes `t` answer from `catalogue`, with English for the keys that it lacks; null goes back to English. */
export function useCatalogue(catalogue: Catalogue | null): void {
  current = catalogue ?? english;
}

/** The language that `t` answers in. */
export function language(): Pick<Catalogue, 'lang' | 'dir'> {
  return { lang: current.lang, dir: current.dir };
}

/** Whether the catalogue (or English, its fallback) has this key, plain or as a plural. */
export function has(key: string): boolean {
  return entry(key) !== undefined || entry(`${key}.other`) !== undefined;
}

/**
 * The words for `key` in the reader's language. `{name}` is replaced by `values.name`; numbers are written as
 * the language writes them (give years as strings). A key with `.one`/`.other` twins is chosen by
 * `values.count`. A key that no catalogue has comes back as itself, and the tests fail for it.
 */
export function t(key: string, values: Values = {}): string {
  const words = entry(pluralKey(key, values)) ?? entry(key) ?? entry(`${key}.other`);
  if (words === undefined) return key;
  return keepSyllables(keepDialable(words)).replace(
    /\{([a-z]+)\}(\.?)/gi,
    (hole, name: string, stop: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return hole;
      // A value that ends with a full stop ("2026 г.") ends the sentence as well.
      if (typeof value === 'number') return numberText(value) + stop;
      return isolated(value) + (value.endsWith('.') ? '' : stop);
    },
  );
}

/** A telephone number in a text, as people write it: "+886 800 085 095", "800-SAVE". */
export const DIALABLE = /\+?\d[\d -]*\d(?:-[A-Z]+)?/g;

/** Phone numbers between words that run from right to left would be shown back to front, group by group. */
function keepDialable(words: string): string {
  return current.dir === 'rtl' ? words.replace(DIALABLE, '\u2066$&\u2069') : words;
}

/** Browsers end lines before the final consonant of a Burmese loan word, a letter with asat: a word joiner forbids it. */
function keepSyllables(words: string): string {
  return words.replace(/(?<=[\u1000-\u109f])(?<!\u1039)(?=[\u1000-\u1021]\u103a(?!\u1039))/g, '\u2060');
}

/** A value between words that run from right to left keeps its own direction (Unicode FSI and PDI). */
function isolated(value: string): string {
  return current.dir === 'rtl' && value.trim() !== '' ? `\u2068${value}\u2069` : value;
}

/** A number in the digits and groups of the interface's language. */
function numberText(number: number): string {
  return new Intl.NumberFormat(current.lang).format(number);
}

/** A country's name in the reader's language from its ISO 3166-1 alpha-2 code; anything else comes back as it is. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const own = entry(`@country.${code}`);
  if (own !== undefined) return own;
  return new Intl.DisplayNames([current.lang], { type: 'region' }).of(code) ?? code;
}

/** A language's name in the reader's language from its BCP 47 tag; its own or English name where the browser knows none. */
export function languageName(tag: string): string {
  const key = `@language.${tag}`;
  if (Object.hasOwn(current.entries, key)) return current.entries[key] as string;
  const known = new Intl.DisplayNames([current.lang], { type: 'language' }).of(tag) ?? tag;
  return known === tag ? (entry(key) ?? tag) : known;
}

/** Words one after the other, as the language lists them: "Thai, Lao and English". */
export function listText(words: readonly string[]): string {
  const two = entry('@list.two');
  if (two === undefined) return new Intl.ListFormat(current.lang, { type: 'conjunction' }).format(words);
  const last = words.length - 1;
  return words
    .map((word, n) => {
      if (n === last) return word;
      if (last === 1) return word + two;
      return word + (entry(`@list.${n === 0 ? 'start' : n === last - 1 ? 'end' : 'middle'}`) ?? two);
    })
    .join('');
}

/** An ISO date (YYYY, YYYY-MM or YYYY-MM-DD) as the language writes it, to the same precision; else as it is. */
export function dateText(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  const form = month && entry(day ? '@date.day' : '@date.month');
  if (form) {
    const values = {
      year: String(year),
      month: entry(`@month.${Number(month)}`) ?? month,
      day: String(Number(day)),
    };
    return form.replace(/\{(year|month|day)\}/g, (_, part: keyof typeof values) => values[part]);
  }
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) format.month = 'long';
  if (day) format.day = 'numeric';
  return new Intl.DateTimeFormat(current.lang, format).format(date);
}

/** Days as help files write them, Monday first. */
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Opening hours ("Mon-Fri 9:00-17:00") with the days in the reader's language. */
export function hoursText(hours: string): string {
  const name = new Intl.DateTimeFormat(current.lang, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return hours.replace(/\p{L}+/gu, (day) => {
    const at = DAYS.indexOf(day);
    return at < 0 ? day : (entry(`@weekday.${at + 1}`) ?? name.format(new Date(Date.UTC(2024, 0, 1 + at))));
  });
}

/** A whole amount of money as the language writes it; `currency` is an ISO 4217 code, anything else is put behind. */
export function money(amount: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${numberText(amount)} ${currency}`;
  const form = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  const words = new Intl.NumberFormat(current.lang, form).format(amount);
  // Marks of direction in it would turn a sign from left to right round; a value is isolated as a whole.
  return words.replace(/[\u200e\u200f\u061c]/g, '');
}

function entry(key: string): string | undefined {
  if (Object.hasOwn(current.entries, key)) return current.entries[key];
  return Object.hasOwn(english.entries, key) ? english.entries[key] : undefined;
}

function pluralKey(key: string, values: Values): string {
  const { count } = values;
  if (typeof count !== 'number') return key;
  return `${key}.${new Intl.PluralRules(current.lang).select(count)}`;
}
