/** Rule files as they are written: the shapes that the schemas under rules/schema describe. */
import type { PayRule, Weighing, Writers } from '../detect/compiled';
import type { Odds } from '../detect/odds';
import type { Family, Level, Source } from '../detect/types';

export type TermsByLanguage = Record<string, string[]>;

export interface Sample {
  lang?: string;
  text: string;
}

interface Evidence {
  terms?: TermsByLanguage;
  near?: { of: [string, string]; within: number }[];
  patterns?: { start: string; then: string }[];
  samples: { match: Sample[]; miss: Sample[] };
}

export interface IndicatorFile extends Evidence {
  id: string;
  family: Family;
  weight: number;
  decisive?: boolean;
  negatable?: boolean;
  unpaid?: boolean;
  yields?: boolean;
  unless?: { of: string; within: number };
  measure?: 'pay';
  place?: 'foreign' | 'country' | 'area' | 'compound';
  meaning: string;
  explain: { says: string; saysBare?: string; why: string; better: string };
  references: Source[];
  lookalikes: string[];
}

export interface CounterFile extends Evidence {
  id: string;
  kind: 'proof' | 'about';
  weight: number;
  again?: number;
  negatable?: boolean;
  meaning: string;
  references: Source[];
  lookalikes: string[];
}

export interface WordFile {
  id: string;
  meaning: string;
  terms: TermsByLanguage;
}

export interface HubFile {
  country: string;
  status: string;
  since: string;
  checked: string;
  meaning: string;
  weight: { country: number; area: number; compound: number };
  references: Source[];
  names: TermsByLanguage;
  areas?: TermsByLanguage;
  border?: { wages: string; names: TermsByLanguage };
  compounds?: TermsByLanguage;
}

export interface PlaceFile {
  country: string;
  names: TermsByLanguage;
}

export interface LanguageFile {
  id: string;
  name: string;
  script: string;
  alsoScripts?: string[];
  pull: number;
  home: string[];
  currency?: string;
  /** Those who write the language in their own way and have another currency. */
  writers?: Writers[];
  /** Other ways in which all its terms are written (names of writings.ts). */
  alsoWritten?: string[];
  common: string[];
}

export interface ProfileFile {
  id: string;
  level: Exclude<Level, 'none'>;
  name: string;
  meaning: string;
  needs: string[][];
  atLeast?: { count: number; of: string[] };
  references: Source[];
  samples: { match: Sample[]; miss: Sample[] };
}

export interface FoldFile {
  meaning: string;
  pairs?: { from: string; to: string }[];
  lookalikes?: { latin: string; cyrillic?: string; greek?: string }[];
  leet?: { from: string; to: string }[];
  separators?: string;
  blanks?: string;
  fillers?: string;
  clitics?: Record<string, string[]>;
  strokes?: { from: string; to: string }[];
}

/** A form as written; an ambiguous one can mean several currencies, and `prefer` names what decides for this one. */
export type Form = string | { form: string; ambiguous?: boolean; prefer?: string[] };

export interface CurrenciesFile {
  currencies: { code: string; perUsd: number; countries: string[]; before: Form[]; after: Form[] }[];
}

export interface NumbersFile {
  multipliers: { value: number; words: string[]; before?: string[] }[];
  numerals: { value: number; words: string[] }[];
  ranges: string[];
  upTo: string[];
  periods: { period: string; factor: number; words: string[] }[];
}

export interface NotPayFile {
  words: string[];
}

export interface WagesFile {
  wages: { country: string; generic: number; year: number; source: Source; roles?: Record<string, number> }[];
}

export interface PayRuleFile extends PayRule {
  salaryWords: string;
}

export type WeighingFile = Weighing;

export type OddsFile = Odds;
