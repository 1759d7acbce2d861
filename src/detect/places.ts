/** Which of the places that a post names are where the work is said to be. */
import type { CompiledPlace, CompiledRules } from './compiled';
import type { FieldEvidence } from './read';

export interface Places {
  /** Countries of work, likeliest first: named places away from home, hubs before others. */
  promised: string[];
  /** Countries whose wages the pay is compared with, in the same order. */
  wagePlaces: string[];
  /** `hub:<ISO2>` of each hub among them. */
  hubs: Set<string>;
  /** Indices of rules.places that lie away from home (compounds always do). */
  away: Set<number>;
}

/** `home` holds the countries where the post's language is spoken every day: a job named there is a job at home. */
export function findPlaces(
  rules: CompiledRules,
  fields: readonly FieldEvidence[],
  home: ReadonlySet<string>,
): Places {
  const points = new Map<string, { points: number; wages: string; first: number }>();
  const result: Places = { promised: [], wagePlaces: [], hubs: new Set(), away: new Set() };
  let order = 0;
  for (const { field, places } of fields) {
    for (const span of places) {
      const place = rules.places[span.of] as CompiledPlace;
      if (place.kind !== 'compound' && home.has(place.country)) continue;
      result.away.add(span.of);
      if (place.hub) result.hubs.add(`hub:${place.country}`);
      const known = points.get(place.country) ?? { points: 0, wages: place.wages, first: order++ };
      known.points = Math.max(known.points, place.weight + (field === 'place' ? 1 : 0));
      if (place.wages !== place.country) known.wages = place.wages;
      points.set(place.country, known);
    }
  }
  const ranked = [...points].sort(([, a], [, b]) => b.points - a.points || a.first - b.first);
  for (const [country, { wages }] of ranked) {
    result.promised.push(country);
    if (!result.wagePlaces.includes(wages)) result.wagePlaces.push(wages);
  }
  return result;
}
