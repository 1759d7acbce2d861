/** The words of the field, as types. Everything here is plain data, so it can cross a message boundary. */

export const LEVELS = ['none', 'note', 'caution', 'danger'] as const;
export type Level = (typeof LEVELS)[number];

/** True for a level that warns the reader; a note only stands in the popup. */
export function isWarning(level: Level): level is 'caution' | 'danger' {
  return level === 'caution' || level === 'danger';
}

export const FAMILIES = [
  'destination',
  'role',
  'pay',
  'all-inclusive',
  'no-experience',
  'travel-route',
  'contact',
  'pressure',
  'document-control',
  'bounty',
  'vague-employer',
  'targeting',
  'debt-hook',
  'denial',
  'insider-slang',
  'fee',
] as const;
export type Family = (typeof FAMILIES)[number];

/** The fields of a post that are judged, in the order in which they are read. */
export const FIELDS = ['title', 'company', 'place', 'pay', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** One listing, social post, message or pasted text, as read from the page. */
export interface Post {
  text: string;
  title?: string;
  company?: string;
  place?: string;
  pay?: string;
  url?: string;
  author?: string;
  /** BCP 47 tag when the page states one; only a hint. */
  lang?: string;
  /** True when the page has cut the text ("see more"). */
  partial?: boolean;
  /** True when the page draws the pay in letters of a private font, which say nothing to whoever reads the page itself. */
  hiddenPay?: boolean;
}

/** Values that an explanation quotes beside its words: plain strings and numbers only. */
export type Values = Record<string, string | number>;

/** An indicator met in a post, with the exact span (UTF-16 offsets) of the original field. */
export interface Finding {
  indicator: string;
  family: Family;
  field: Field;
  quote: string;
  start: number;
  end: number;
  weight: number;
  values?: Values;
}

/** A counter-indicator met in a post. `kind` tells proof of an honest offer from a text about lures. */
export interface CounterFinding {
  counter: string;
  kind: 'proof' | 'about';
  field: Field;
  quote: string;
  start: number;
  end: number;
  weight: number;
}

/** All findings of a post and the level they add up to. */
export interface Assessment {
  level: Level;
  /** True when it is not the signs by themselves that make a warning, but the post as a whole (odds.ts). */
  whole: boolean;
  score: number;
  /** Id of the strongest completed profile, or null. */
  profile: string | null;
  findings: readonly Finding[];
  counters: readonly CounterFinding[];
  /** ISO 3166-1 alpha-2 codes of the countries that the post names as a place of work, likeliest first. */
  promised: string[];
  /** Language that the post seems to be written in (a language id of the rules), or null. */
  lang: string | null;
}

/** What an indicator says when it is explained; the surfaces turn keys into words. */
export interface Reason {
  indicator: string;
  family: Family;
  /** Message key `indicator.<id>`; its `.why` twin says why honest employers do not write so. */
  key: string;
  values: Values;
  quotes: { field: Field; quote: string; start: number; end: number }[];
  sources: Source[];
}

/** A published source. `date` is ISO (YYYY, YYYY-MM or YYYY-MM-DD) or absent where the source states none. */
export interface Source {
  title: string;
  url: string;
  date?: string;
}
