/** Fits the odds of src/detect/odds.ts to sightings. */
import type { Odds } from '../detect/odds';
import type { Sighting } from './firstSight';
import { type Example, fitLogistic } from './regression';

/** Chosen by the tables that `npm run fit` prints: 0.001 to 0.004 do about the same. */
const RIDGE = 0.002;
/** A signal that so few posts have is left out. */
const LEAST = 6;

/** The odds that fit `sightings` best: the same for the same sightings, whatever their order. */
export function fitOdds(sightings: readonly Sighting[]): Odds {
  const counts = new Map<string, number>();
  for (const { signals } of sightings)
    for (const name of Object.keys(signals)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= LEAST ? [name] : [])).sort();
  const column = new Map(names.map((name, n) => [name, n]));
  const examples = sightings.map(
    ({ signals, label }): Example => ({
      row: Object.entries(signals).flatMap(([name, amount]) => {
        const n = column.get(name);
        return n === undefined ? [] : [[n, amount] as const];
      }),
      hit: label === 'lure',
    }),
  );
  const weights = fitLogistic(examples, names.length, RIDGE);
  return {
    bias: weights[names.length] as number,
    points: Object.fromEntries(names.map((name, n) => [name, weights[n] as number])),
  };
}
