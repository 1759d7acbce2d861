/** Profiles: which findings complete a known pattern, and how well they bear it out. */
import type { CompiledProfile, CompiledRules } from './compiled';
import type { Family, Finding } from './types';
import { LEVELS } from './types';

const facts = new Map<Family, string>();

/** `family:<family>`, as profiles and draws call it; the same string each time. */
export function factOf(family: Family): string {
  const before = facts.get(family);
  if (before !== undefined) return before;
  const fact = `family:${family}`;
  facts.set(family, fact);
  return fact;
}

/** The profiles that are complete, strongest first: by their level, then by what bears them out. */
export function completeProfiles(
  rules: CompiledRules,
  findings: readonly Finding[],
  hubs: ReadonlySet<string>,
): CompiledProfile[] {
  const facts = factsOf(findings, hubs);
  const complete = rules.profiles.filter((profile) => isComplete(profile, facts));
  if (complete.length < 2) return complete;
  const strongest = strongestFacts(findings);
  const told = new Map(complete.map((profile) => [profile, strengthOf(profile, strongest)]));
  return complete.sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (told.get(b) ?? 0) - (told.get(a) ?? 0),
  );
}

/** What profiles ask for: indicator ids, `family:<family>`, and `hubs` (Situation.hubs). */
export function factsOf(findings: readonly Finding[], hubs: ReadonlySet<string>): Set<string> {
  const facts = new Set<string>(hubs);
  for (const { indicator, family } of findings) {
    facts.add(indicator);
    facts.add(factOf(family));
  }
  return facts;
}

function isComplete(profile: CompiledProfile, facts: ReadonlySet<string>): boolean {
  if (!profile.needs.every((group) => group.some((fact) => facts.has(fact)))) return false;
  let met = 0;
  for (const fact of profile.of) if (facts.has(fact)) met++;
  return met >= profile.count;
}

/** The strongest weight of each fact that findings are: indicators and families. */
function strongestFacts(findings: readonly Finding[]): Map<string, number> {
  const strongest = new Map<string, number>();
  for (const { indicator, family, weight } of findings) {
    for (const fact of [indicator, factOf(family)])
      strongest.set(fact, Math.max(weight, strongest.get(fact) ?? 0));
  }
  return strongest;
}

/** How well the findings bear a complete profile out: the mean weight of the strongest one for each of its needs. */
function strengthOf({ needs }: CompiledProfile, strongest: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const group of needs) sum += group.reduce((most, fact) => Math.max(most, strongest.get(fact) ?? 0), 0);
  return sum / Math.max(1, needs.length);
}
