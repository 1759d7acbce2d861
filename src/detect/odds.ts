/**
 * The odds that a post is a lure: points for each sign, each proof and each kind of word that was found, fitted to what the
 * rules found in posts that they had not seen (`npm run fit`). Rules alone ask for signs that belong together; the odds
 * know how often signs, plain words and proof stand together in lures and elsewhere.
 */
import type { CompiledRules, Weighing } from './compiled';
import type { CounterFinding, Finding, Level } from './types';

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
  general: Record<GeneralSignal, number>;
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

/**
 * The level that `ruled`, which the rules give by themselves, becomes. The odds hold a warning at a note that does not look like
 * a lure as a whole, let nothing be danger that does not plainly look like one, and raise what does to a warning: what draws
 * the reader away or binds them, unless proof and signs of a text about lures outweigh its signs (less than `score` is left then).
 */
export function withOdds(
  { odds: asked }: Weighing,
  ruled: Level,
  odds: number,
  { score, drawn }: { score: number; drawn: boolean },
): Level {
  if (ruled === 'caution' || ruled === 'danger') {
    if (odds < asked.holds) return 'note';
    return odds < asked.danger ? 'caution' : ruled;
  }
  return odds >= asked.raises && score >= asked.score && drawn ? 'caution' : ruled;
}
