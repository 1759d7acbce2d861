/** The sets of tests/corpus/first-sight, each judged by what the rules found in it at first sight, with odds and wording of the others. */
import type { CompiledRules, Weighing } from '../detect/compiled';
import { oddsOf, withOdds } from '../detect/odds';
import type { Level } from '../detect/types';
import { isPlain, readSightings, type Sighting } from './firstSight';
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

/** The level of a post with these thresholds. */
export function levelOf({ odds, signals, ...asked }: Tried, weighing: Weighing): Level {
  return withOdds(weighing, { ...asked, signs: signals['number:indicators'] ?? 0 }, odds);
}

/** All sets with the thresholds of `rules`, to be counted as judged posts are. */
export function judgeUnseen({ weighing }: CompiledRules): Levelled[] {
  return tryAll().map((one) => {
    const { set, lang, label, difficulty } = one;
    const row = { lang, label, ...(difficulty && { difficulty }) };
    return { row, plain: isPlain(set), level: levelOf(one, weighing) };
  });
}
