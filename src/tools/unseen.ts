/** The sets of tests/corpus/first-sight, each judged by what the rules found in it at first sight, with odds and wording of the others. */
import type { CompiledRules, Weighing } from '../detect/compiled';
import { oddsOf, withOdds } from '../detect/odds';
import type { Level } from '../detect/types';
import { readSightings, type Sighting } from './firstSight';
import { fitOdds } from './fitOdds';
import type { Levelled } from './measure';

/** A sighting with the odds that its post gets from the other sets; wording was noted so (refitWording.ts). */
export interface Tried extends Sighting {
  set: string;
  odds: number;
}

/** Every set judged by odds that were fitted to the others. */
export function tryAll(sets: ReturnType<typeof readSightings> = readSightings()): Tried[] {
  return sets.flatMap(({ set, sightings }) => {
    const others = sets.filter((other) => other.set !== set).flatMap((other) => other.sightings);
    const odds = fitOdds(others);
    return sightings.map((one) => ({ ...one, set, odds: oddsOf(odds, one.signals) }));
  });
}

/** The level of a post with these thresholds. A post without any sign is not asked about. */
export function levelOf({ odds, signals, ...asked }: Tried, weighing: Weighing): Level {
  const signed = Object.keys(signals).some((name) => name.startsWith('indicator:'));
  return signed ? withOdds(weighing, { ...asked, drawn: 'is:drawn' in signals }, odds) : asked.ruled;
}

/** All sets with the thresholds of `rules`, to be counted as judged posts are. */
export function judgeUnseen({ weighing }: CompiledRules): Levelled[] {
  return tryAll().map((one) => {
    const { lang, label, difficulty } = one;
    return { row: { lang, label, ...(difficulty && { difficulty }) }, level: levelOf(one, weighing) };
  });
}
