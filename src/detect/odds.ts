/**
 * The odds that a post is a lure: points for each sign, each proof and each kind of word that was found, fitted to what the
 * rules found in posts that they had not seen (`npm run fit`). Rules alone ask for signs that belong together; the odds
 * know how often signs, plain words and proof stand together in lures and elsewhere.
 */
import type { CompiledRules, Weighing } from './compiled';
import { type CounterFinding, type Family, type Finding, isWarning, LEVELS, type Level } from './types';

/** What the odds weigh, by name, with its amount: 1 for what is there, points or numbers for sums. */
export type Signals = Record<string, number>;

/** Points of each signal, as logarithms of odds; a signal without points says nothing. */
export interface Odds {
  bias: number;
  points: Record<string, number>;
}

/** Signals that no rule file names. */
export const GENERAL_SIGNALS = [
  'is:offered',
  'is:work',
  'is:drawn',
  'is:retold',
  'is:profiled',
  'number:families',
  'number:indicators',
  'sum:proof',
  'sum:about',
  'sum:wording',
] as const;
export type GeneralSignal = (typeof GENERAL_SIGNALS)[number];

/** What was found in a post: findings and counter-findings, word sets by index, and what weighing made of them. */
export interface Found {
  findings: readonly Finding[];
  counters: readonly CounterFinding[];
  words: ReadonlySet<number>;
  general: Partial<Record<GeneralSignal, number>>;
}

/** What the rules say of a post by themselves (weigh.ts); numbers are for rule authors, the reader is never shown any. */
export interface Ruled {
  ruled: Level;
  score: number;
  /** Points by family, after the cap. */
  families: Partial<Record<Family, number>>;
  proof: number;
  about: number;
  offered: boolean;
  /** True when enough draws the reader away or binds them. */
  drawn: boolean;
  /** How many different signs were found. */
  signs: number;
  /** Profiles that are complete, strongest first. */
  complete: string[];
  /** What the odds weigh, besides the wording. */
  found: Found;
}

/** How the level came about. */
export interface Weighed extends Ruled {
  level: Level;
  /** As in Assessment. */
  whole: boolean;
  /** Logarithm of the odds that it is a lure; -Infinity where no sign was found. */
  odds: number;
}

/** The signals of a post. Those that are 0 are left out. */
export function signalsOf(rules: CompiledRules, { findings, counters, words, general }: Found): Signals {
  const signals: Signals = {};
  for (const { indicator } of findings) signals[`indicator:${indicator}`] = 1;
  for (const { counter } of counters) signals[`counter:${counter}`] = 1;
  for (const of of words) signals[`words:${rules.wordSets[of]}`] = 1;
  for (const [name, amount] of Object.entries(general)) if (amount !== 0) signals[name] = amount;
  return signals;
}

/** The logarithm of the odds that a post with `signals` is a lure: 0 is as likely as not. */
export function oddsOf({ bias, points }: Odds, signals: Signals): number {
  let sum = bias;
  for (const [name, amount] of Object.entries(signals)) sum += (points[name] ?? 0) * amount;
  return sum;
}

/** What odds are asked about. */
type Asked = Pick<Ruled, 'ruled' | 'score' | 'signs'>;

/**
 * The level that `ruled`, which the rules give by themselves, becomes. The odds hold a warning at a note that does not look like
 * a lure as a whole, let nothing be danger that does not plainly look like one, and raise what does to a warning. A sign that
 * stands alone asks for more, and so do signs that proof and signs of a text about lures outweigh.
 */
export function withOdds(weighing: Weighing, asked: Asked, odds: number): Level {
  const { ruled, signs, score } = asked;
  const { holds, danger, raises, alone } = weighing.odds;
  if (!isWarning(ruled)) return odds >= (signs > 1 && score >= 0 ? raises : alone) ? 'caution' : ruled;
  if (odds < holds) return 'note';
  return odds < danger ? 'caution' : ruled;
}

/** Asks the odds about what the rules say; `wording` is how much that of the whole post speaks for a lure (wording.ts). */
export function weighOdds(rules: CompiledRules, ruled: Ruled, wording: number): Weighed {
  const general = { ...ruled.found.general, 'sum:wording': wording };
  const found = { ...ruled.found, general };
  const odds = found.findings.length === 0 ? -Infinity : oddsOf(rules.odds, signalsOf(rules, found));
  const level = withOdds(rules.weighing, ruled, odds);
  return {
    ...ruled,
    found,
    level,
    whole: LEVELS.indexOf(level) > LEVELS.indexOf(ruled.ruled),
    odds: Math.round(odds * 100) / 100,
  };
}
