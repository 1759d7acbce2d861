/** Findings and counter-findings of a post, weighed by family and profile into the level that the rules give by themselves. */
import type { CompiledProfile, CompiledRules, Weighing } from './compiled';
import type { Found, Ruled } from './odds';
import { drawnBy, sumAbout, sumProof, weighFamilies } from './points';
import { completeProfiles } from './profiles';
import type { CounterFinding, Family, Finding, Level } from './types';

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
): Ruled {
  const { weighing } = rules;
  const lookups = lookupsOf(rules);
  const { offered } = situation;
  const families = weighFamilies(findings, weighing.second, weighing.familyCap);
  const proof = Math.min(weighing.caps.proof, sumProof(counters));
  const retold = situation.quoted >= weighing.quoted.share;
  const about = Math.min(
    weighing.caps.about,
    sumAbout(rules, counters) + (retold ? weighing.quoted.about : 0),
  );
  const complete = completeProfiles(rules, findings, situation.hubs);
  const [best] = complete;
  const raw = Object.values(families).reduce((sum, points) => sum + points, 0);
  const bonus = best ? weighing.profileBonus[best.level] : 0;
  const offer = offered ? 1 : weighing.withoutOffer;
  const score = (raw + bonus) * offer - proof - about;
  const decisive = findings.some((f) => lookups.decisive.has(f.indicator));
  const work = situation.work || isWork(weighing, families, findings, lookups);
  const drawn = drawnBy(findings, lookups.draws) >= weighing.draws.least;
  const count = Object.keys(families).length;
  const ruled = levelOf(rules, { raw, score, count, decisive, best, proof, about, work, drawn });
  const signs = new Set(findings.map(({ indicator }) => indicator)).size;
  const general: Found['general'] = {
    'is:offered': Number(offered),
    'is:work': Number(work),
    'is:drawn': Number(drawn),
    'is:retold': Number(retold),
    'is:profiled': Number(best !== undefined),
    'number:families': count,
    'number:indicators': signs,
    'sum:proof': proof,
    'sum:about': about,
  };
  return {
    ruled,
    score: Math.round(score * 100) / 100,
    families,
    proof,
    about,
    offered,
    drawn,
    signs,
    complete: complete.map(({ id }) => id),
    found: { findings, counters, words: situation.words, general },
  };
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
