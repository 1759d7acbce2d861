/** Findings and counter-findings of a post, weighed by family and profile into a level. */
import type { CompiledProfile, CompiledRules, Weighing } from './compiled';
import { groupBy } from './group';
import { type Found, oddsOf, signalsOf, withOdds } from './odds';
import type { CounterFinding, Family, Finding, Level } from './types';
import { LEVELS } from './types';

/** How the level came about, for rule authors; the reader is never shown numbers. */
export interface Weighed {
  level: Level;
  /** As in Assessment. */
  whole: boolean;
  score: number;
  profile: string | null;
  /** Points by family, after the cap. */
  families: Partial<Record<Family, number>>;
  proof: number;
  about: number;
  offered: boolean;
  /** True when enough draws the reader away or binds them. */
  drawn: boolean;
  /** What the rules say by themselves, before the odds are asked. */
  ruled: Level;
  /** What the odds weigh. */
  found: Found;
  /** Logarithm of the odds that it is a lure (odds.ts); -Infinity where no sign was found. */
  odds: number;
  /** Profiles that are complete, strongest first. */
  complete: string[];
}

/** Facts of a post that weighing needs besides its findings. */
export interface Situation {
  /** True when the post recruits or asks to be contacted. */
  offered: boolean;
  /** True when the post speaks of work, by words that are no signs themselves. */
  work: boolean;
  /** Share of the findings' weight that stands inside quotation marks. */
  quoted: number;
  /** `hub:<ISO2>` of each hub country that was found as a place to go to. */
  hubs: ReadonlySet<string>;
  /** Word sets (indices) of which words were found. */
  words: ReadonlySet<number>;
  /** How much the wording as a whole speaks for a lure (wording.ts). */
  wording: number;
}

/** What weighing asks of rules again and again, worked out once. */
interface Lookups {
  decisive: ReadonlySet<string>;
  draws: ReadonlySet<string>;
  work: ReadonlySet<string>;
}

const known = new WeakMap<CompiledRules, Lookups>();

function lookupsOf(rules: CompiledRules): Lookups {
  const before = known.get(rules);
  if (before) return before;
  const lookups = {
    decisive: new Set(rules.indicators.flatMap(({ id, decisive }) => (decisive ? [id] : []))),
    draws: new Set(rules.weighing.draws.of),
    work: new Set(rules.weighing.work.indicators),
  };
  known.set(rules, lookups);
  return lookups;
}

/** Weighs one post. Pure and deterministic; the order of the lists does not matter. */
export function weigh(
  rules: CompiledRules,
  findings: readonly Finding[],
  counters: readonly CounterFinding[],
  situation: Situation,
): Weighed {
  const { weighing } = rules;
  const lookups = lookupsOf(rules);
  const families = weighFamilies(findings, weighing.second, weighing.familyCap);
  const proof = Math.min(weighing.caps.proof, sumProof(counters));
  const retold = situation.quoted >= weighing.quoted.share ? weighing.quoted.about : 0;
  const about = Math.min(weighing.caps.about, sumAbout(rules, counters) + retold);
  const facts = factsOf(findings, situation);
  const complete = rules.profiles.filter((profile) => isComplete(profile, facts));
  const strongest = strongestFacts(complete.length > 1 ? findings : []);
  const told = new Map(complete.map((profile) => [profile, strengthOf(profile, strongest)]));
  complete.sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (told.get(b) ?? 0) - (told.get(a) ?? 0),
  );
  const best = complete[0];
  const raw = Object.values(families).reduce((sum, points) => sum + points, 0);
  const bonus = best ? weighing.profileBonus[best.level] : 0;
  const offer = situation.offered ? 1 : weighing.withoutOffer;
  const score = (raw + bonus) * offer - proof - about;
  const decisive = findings.some((f) => lookups.decisive.has(f.indicator));
  const work = situation.work || isWork(weighing, families, findings, lookups);
  const drawn = drawnBy(findings, lookups.draws) >= weighing.draws.least;
  const tally = {
    raw,
    score,
    count: Object.keys(families).length,
    decisive,
    best,
    proof,
    about,
    work,
    drawn,
  };
  const ruled = levelOf(rules, tally);
  const general = {
    'is:offered': Number(situation.offered),
    'is:work': Number(situation.work),
    'is:drawn': Number(drawn),
    'is:retold': Number(retold > 0),
    'is:profiled': Number(best !== undefined),
    'number:families': tally.count,
    'number:indicators': new Set(findings.map(({ indicator }) => indicator)).size,
    'sum:proof': proof,
    'sum:about': about,
    'sum:wording': situation.wording,
  };
  const found = { findings, counters, words: situation.words, general };
  const odds = findings.length === 0 ? -Infinity : oddsOf(rules.odds, signalsOf(rules, found));
  const level = withOdds(weighing, ruled, odds, { score, drawn });
  return {
    level,
    whole: LEVELS.indexOf(level) > LEVELS.indexOf(ruled),
    score: Math.round(score * 100) / 100,
    profile: level === 'none' ? null : (best?.id ?? null),
    families,
    proof,
    about,
    offered: situation.offered,
    drawn,
    ruled,
    found,
    odds: Math.round(odds * 100) / 100,
    complete: complete.map((profile) => profile.id),
  };
}

/** A family counts at its strongest indicator, a little more for a second one, never more than the cap. */
function weighFamilies(
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

/** Whether findings show that work is spoken of: one that does by itself, or families that do together. */
function isWork(
  { work }: Weighing,
  families: Partial<Record<Family, number>>,
  findings: readonly Finding[],
  lookups: Lookups,
): boolean {
  if (findings.some(({ indicator }) => lookups.work.has(indicator))) return true;
  return work.families.some((group) => group.every((family) => families[family] !== undefined));
}

/** Points of those findings that draw the reader away or bind them: each indicator counts once, at its strongest. */
function drawnBy(findings: readonly Finding[], draws: ReadonlySet<string>): number {
  const drawing = findings.filter(
    ({ indicator, family }) => draws.has(indicator) || draws.has(factOf(family)),
  );
  return sumOf(strongestOf(drawing, ({ indicator }) => indicator));
}

/** Signs of an honest offer: each counts once. */
function sumProof(counters: readonly CounterFinding[]): number {
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

const facts = new Map<Family, string>();

/** `family:<family>`, as profiles and draws call it; the same string each time. */
function factOf(family: Family): string {
  const before = facts.get(family);
  if (before !== undefined) return before;
  const fact = `family:${family}`;
  facts.set(family, fact);
  return fact;
}

function sumOf(points: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const one of points.values()) sum += one;
  return sum;
}

/** What profiles ask for: indicator ids, `family:<family>`, `hub:<ISO2>`. */
export function factsOf(findings: readonly Finding[], situation: Situation): Set<string> {
  const facts = new Set<string>(situation.hubs);
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

/**
 * `about` signs: one that is met once and has no other beside it says little; a story that tells one thing after the
 * other says more with each.
 */
function sumAbout(rules: CompiledRules, counters: readonly CounterFinding[]): number {
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

interface Tally {
  /** What speaks for a lure, before anything is taken away. */
  raw: number;
  score: number;
  count: number;
  decisive: boolean;
  best: CompiledProfile | undefined;
  proof: number;
  about: number;
  work: boolean;
  drawn: boolean;
}

function levelOf(rules: CompiledRules, tally: Tally): Level {
  const { thresholds, families, aboutStops, proofHolds, proofStops } = rules.weighing;
  const { raw, score, count, decisive, best, proof, about, work, drawn } = tally;
  if (score < thresholds.note) return 'none';
  const least = decisive ? aboutStops.decisive : aboutStops.least;
  if (about >= Math.max(least, aboutStops.share * raw) || !work || !(drawn || decisive)) return 'note';
  if (proof >= proofStops && score < thresholds.danger && !decisive) return 'note';
  const warned = score >= thresholds.caution && (decisive || best !== undefined || count >= families.caution);
  if (!warned || (best?.level === 'note' && !decisive && count < families.caution)) return 'note';
  const grave = decisive || best?.level === 'danger';
  const doubted = proof >= proofHolds || about >= aboutStops.least;
  const sure = score >= thresholds.danger && grave && count >= families.danger && !doubted;
  return sure ? 'danger' : 'caution';
}
