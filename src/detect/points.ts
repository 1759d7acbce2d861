/** What findings and counter-findings count: points of families, of proof, of signs of a text about lures. */
import type { CompiledRules } from './compiled';
import { groupBy } from './group';
import { factOf } from './profiles';
import type { CounterFinding, Family, Finding } from './types';

/** A family counts at its strongest indicator, a little more for a second one, never more than the cap. */
export function weighFamilies(
  findings: readonly Finding[],
  second: number,
  cap: number,
): Partial<Record<Family, number>> {
  const strongest = new Map<string, { family: Family; weight: number }>();
  for (const { indicator, family, weight } of findings) {
    const known = strongest.get(indicator);
    if (!known || known.weight < weight) strongest.set(indicator, { family, weight });
  }
  const points: Partial<Record<Family, number>> = {};
  for (const [family, members] of groupBy(strongest.values(), ({ family }) => family)) {
    const list = members.map(({ weight }) => weight).sort((a, b) => b - a);
    const top = list[0] as number;
    const rest = list.slice(1).reduce((sum, weight) => sum + weight * second, 0);
    points[family] = Math.min(top * cap, top + rest);
  }
  return points;
}

/** Points of those findings that draw the reader away or bind them: each indicator counts once, at its strongest. */
export function drawnBy(findings: readonly Finding[], draws: ReadonlySet<string>): number {
  const drawing = findings.filter(
    ({ indicator, family }) => draws.has(indicator) || draws.has(factOf(family)),
  );
  return sumOf(strongestOf(drawing, ({ indicator }) => indicator));
}

/** Signs of an honest offer: each counts once. */
export function sumProof(counters: readonly CounterFinding[]): number {
  const proof = counters.filter(({ kind }) => kind === 'proof');
  return sumOf(strongestOf(proof, ({ counter }) => counter));
}

/** The strongest weight of each rule that was found. */
function strongestOf<T extends { weight: number }>(
  found: readonly T[],
  idOf: (one: T) => string,
): Map<string, number> {
  const strongest = new Map<string, number>();
  for (const one of found) {
    const id = idOf(one);
    strongest.set(id, Math.max(one.weight, strongest.get(id) ?? 0));
  }
  return strongest;
}

function sumOf(points: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const one of points.values()) sum += one;
  return sum;
}

/**
 * `about` signs: one that is met once and has no other beside it says little; a story that tells one thing after the
 * other says more with each.
 */
export function sumAbout(rules: CompiledRules, counters: readonly CounterFinding[]): number {
  const met = counters.filter(({ kind }) => kind === 'about');
  if (met.length === 0) return 0;
  const byId = groupBy(met, ({ counter }) => counter);
  let sum = 0;
  for (const { id, weight, again } of rules.counters) {
    const found = byId.get(id);
    if (found) sum += weight * (1 + again * (differentThings(found) - 1));
  }
  const places = new Set(met.map(({ field, start }) => `${field} ${start}`));
  return places.size > 1 ? sum : sum * rules.weighing.aboutAlone;
}

/** How many different words were found, none of them within another. */
function differentThings(found: CounterFinding[]): number {
  const words = new Set<string>();
  let end = 0;
  let field: string | undefined;
  for (const one of found.sort((a, b) =>
    a.field === b.field ? a.start - b.start : a.field < b.field ? -1 : 1,
  )) {
    if (one.field !== field || one.start >= end) words.add(one.quote);
    end = one.field === field ? Math.max(end, one.end) : one.end;
    field = one.field;
  }
  return words.size;
}
