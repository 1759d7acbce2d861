/** The compiled form of `rules/`, as the build writes it and the detector loads it. Plain JSON. */

import type { FoldPairs } from './fold';
import type { CompiledLanguage, Telling } from './language';
import type { Odds } from './odds';
import type { TermTable } from './terms';
import type { Family, Level, Source } from './types';
import type { Disguises } from './unmask';

/**
 * What a literal or a sequence stands for: a kind and an index into the list of CompiledRules that it names.
 * `lang` is an index of `languages`, or -1.
 */
export interface Meaning {
  kind: MeaningKind;
  of: number;
  lang: number;
  role?: MoneyRole;
  pattern?: number;
}

/**
 * The literals of one language and what they stand for. Numbers are packed into strings (packed.ts), since there are very
 * many and most texts need few.
 */
export interface Pack {
  /** Index of `languages`; -1 for what stands in texts of every language. */
  lang: number;
  /** Packed meanings (meanings.ts). */
  meanings: string;
  /**
   * Tables of literals by how many of their first characters are hashed (terms.ts). A literal's payload: how many meanings,
   * their indices; how many parts that anchor sequences, their numbers. A part is a set of literals that are alternatives of
   * each other in a sequence.
   */
  tables: TermTable[];
  /** Prefixes of literals (terms.ts) as bits.ts packs them. */
  prefixes: string;
  /** The literals of each part by the chunk of its number (sequences.ts). */
  parts: string[];
  /** First two characters of the literals that are open at their beginning. */
  openings: string[];
  /** Sequences by the chunk of their anchor part (sequences.ts). */
  sequences: string[];
  /** How lures are worded in this language (wording.ts), packed; '' where nothing was fitted. */
  wording: string;
}

export const MEANING_KINDS = [
  'indicator',
  'counter',
  'word',
  'place',
  'common',
  'money',
  'pattern',
  'counter-pattern',
] as const;
export type MeaningKind = (typeof MEANING_KINDS)[number];

export const MONEY_ROLES = [
  'before',
  'after',
  'multiplier',
  'leading',
  'numeral',
  'range',
  'period',
  'upTo',
  'notPay',
] as const;
export type MoneyRole = (typeof MONEY_ROLES)[number];

/** Words of two sets within `within` folded characters of one sentence. */
export interface Near {
  sets: [number, number];
  within: number;
}

/** An expression that is tried right behind each place where `start` was seen; bounded by the build's check. */
export interface Pattern {
  start: string;
  then: string;
}

export interface CompiledIndicator {
  id: string;
  family: Family;
  weight: number;
  /** Counts towards no level by itself unless other families stand beside it (all but the decisive ones). */
  decisive: boolean;
  /** A word of denial beside it turns it round. */
  negatable: boolean;
  /** Its numbers are none of money: what stands in an amount is not meant. */
  unpaid: boolean;
  /** It is not shown beside another sign of its family. */
  yields: boolean;
  /** Beside a word of this set, at most so many folded characters away, it means something else. */
  unless: { set: number; within: number } | null;
  near: Near[];
  patterns: Pattern[];
  sources: Source[];
}

export interface CompiledCounter {
  id: string;
  kind: 'proof' | 'about';
  weight: number;
  /** What each further, different thing that is met adds, as a share of the weight. */
  again: number;
  /** A word of denial beside it turns it round. */
  negatable: boolean;
  near: Near[];
  patterns: Pattern[];
}

export interface CompiledPlace {
  country: string;
  kind: 'foreign' | 'country' | 'area' | 'compound';
  /** True for places of a hub country. */
  hub: boolean;
  /** Index of the indicator that such a place is evidence of, and the weight it has here. */
  indicator: number;
  weight: number;
  /** ISO code of the country whose wages apply (border towns pay like the other side). */
  wages: string;
}

export interface CompiledHub {
  country: string;
  sources: Source[];
}

export interface CompiledProfile {
  id: string;
  level: Exclude<Level, 'none'>;
  /** Each group needs one member: an indicator id, `family:<family>`, or `hub:<ISO2>`. */
  needs: string[][];
  /** So many of these must be met besides. */
  count: number;
  of: string[];
}

export interface Weighing {
  /** Scores from which a level is given. */
  thresholds: { note: number; caution: number; danger: number };
  /** So many families must be met for a level (profiles and decisive indicators aside). */
  families: { caution: number; danger: number };
  /** Share of the weight that a family's second indicator adds, and the cap of a family as a factor of its strongest. */
  second: number;
  familyCap: number;
  /** Most that proof of an honest offer and signs of a text about lures can take away. */
  caps: { proof: number; about: number };
  /**
   * A text whose `about` signs reach `least` (`decisive`, where a decisive indicator was met) and this `share` of what
   * speaks for a lure can be at most a note.
   */
  aboutStops: { least: number; decisive: number; share: number };
  /** An `about` sign that stands alone counts at this share: one word can mean many things. */
  aboutAlone: number;
  /**
   * When at least `share` of the weight stands inside quotation marks, somebody else's words are told: so much `about`. A
   * field with less than `frame` of its text outside them is one message in quotation marks.
   */
  quoted: { share: number; about: number; frame: number };
  /**
   * Word sets, indicators, and families that stand together, that show that work is spoken of; without any, a text is at
   * most a note.
   */
  work: { words: string[]; indicators: string[]; families: Family[][] };
  /**
   * What draws a reader away or binds them: without `least` points of these (indicators, `family:<family>`) a text is at
   * most a note. A plain job round the corner also gives food, asks for no papers and writes a phone number.
   */
  draws: { least: number; of: string[] };
  /** Proof of this much holds a post below danger. */
  proofHolds: number;
  /** Proof of this much holds a post at a note whose score is below that of danger and that has no decisive indicator. */
  proofStops: number;
  /**
   * Odds (odds.ts) below which a warning is only a note, from which anything less is a warning that has several signs (`alone`: a
   * single one, or such as are outweighed), and below which nothing is danger.
   */
  odds: { holds: number; raises: number; alone: number; danger: number };
  /** What a completed profile adds, by its level. */
  profileBonus: { note: number; caution: number; danger: number };
  /** A text without any offer (no recruiting word, no contact) counts at this share. */
  withoutOffer: number;
  /** What shows that something is offered: word sets, indicators, families that stand together. */
  offer: { words: string[]; indicators: string[]; families: Family[][] };
  /**
   * Word sets of denial, by whether they stand before or behind what they deny, and how far from it in folded characters,
   * where blanks part the words and where not.
   */
  negation: { before: string; behind: string; within: { spaced: number; unspaced: number } };
  /** Reach of the gap sign in folded characters. */
  gap: number;
  /** In texts of at most so many folded characters full stops end no sentence: every word there is one. */
  terse: number;
  /** Language whose words mix with those of any other. */
  mixes: string;
  /** Terms of languages that a text is plainly not written in are not counted. */
  telling: Telling;
}

export interface CompiledPay {
  currencies: { code: string; perUsd: number; countries: string[] }[];
  /** For each money slot of a currency: which currency, and whether the form is ambiguous. */
  forms: { currency: number; ambiguous: boolean; prefer: string[] }[];
  multipliers: { value: number }[];
  /** Values of number words. */
  numerals: number[];
  /** Factor from the period to a month. */
  periods: number[];
  /** Rows of {country, generic, average, year, source, roles}. */
  wages: Record<string, CompiledWage>;
  rule: PayRule;
  /** Index of the word set that speaks of wages. */
  salaryWords: number;
  homeCurrency: Record<string, string>;
  /** Other currencies of a language's writers, by language id: the first whose letters a post holds is meant. */
  writers: Record<string, Writers[]>;
}

export interface CompiledWage {
  generic: number;
  roles: Record<string, number>;
  year: number;
  source: Source;
}

/** People of one language who write it in their own way, and have their own money. */
export interface Writers {
  /** Letters that others hardly write; two of them show it. */
  letters: string;
  currency: string;
}

/** From `rules/pay/rule.yaml`: when pay is too high (facts: thresholds.md). */
export interface PayRule {
  indicator: string;
  steps: { ratio: number; weight: number }[];
  /** Where real pay for foreigners is high, only this ratio and above counts. */
  wealthy: string[];
  wealthyRatio: number;
  /** Pay in the home currency that is less than so many times the home wage says nothing where no place is named. */
  homeRatio: number;
  /** Without a known place: US dollars a month from which pay stands out, with their weight. */
  absolute: { usd: number; weight: number }[];
  /** Amounts a month in US dollars that can be pay when no period is given. */
  plausible: [number, number];
  /** A figure without a currency that would be more US dollars a month than this is in some other money. */
  bareMost: number;
  /** Role indicator id -> key of the wage table. */
  roles: Record<string, string>;
  upToShare: number;
}

export interface CompiledRules {
  /** Short hash of the rule files. */
  version: string;
  fold: FoldPairs;
  disguises: Disguises;
  /** Prefixes that are glued to words (folded), in scripts that do so. */
  clitics: string[];
  /** Languages (indices) that have such prefixes. */
  gluing: number[];
  languages: CompiledLanguage[];
  indicators: CompiledIndicator[];
  counters: CompiledCounter[];
  wordSets: string[];
  places: CompiledPlace[];
  hubs: CompiledHub[];
  profiles: CompiledProfile[];
  weighing: Weighing;
  odds: Odds;
  pay: CompiledPay;
  /** Languages (indices) whose packs are not in `packs`: they are added when a text asks for them. */
  apart: number[];
  packs: Pack[];
}
