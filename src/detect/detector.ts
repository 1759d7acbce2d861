/** The judge: loads compiled rules once, then assesses posts. Pure but for its caches. */
import type { CompiledPlace, CompiledRules } from './compiled';
import type { Span } from './evidence';
import { explain } from './explain';
import { sortFew } from './group';
import type { Detector } from './index';
import { type Ruled, type Weighed, weighOdds } from './odds';
import { isPerhapsPay, judgeAmount } from './pay';
import { findPlaces, type Places } from './places';
import { findQuotes } from './quotes';
import { type FieldEvidence, Reader, type ReadPost } from './read';
import type { Assessment, CounterFinding, Field, Finding, Post } from './types';
import { type Situation, weigh } from './weigh';

/** What the workbench of a rule author shows besides the assessment. */
export interface Trace {
  assessment: Assessment;
  weighed: Weighed;
  /** What weighing was told besides findings and counter-findings. */
  situation: Situation;
  /** How much the wording speaks for a lure (wording.ts). */
  wording: number;
  fields: FieldEvidence[];
}

/** What the rules made of a post, before the odds are asked. */
interface Ruling {
  read: ReadPost;
  ruled: Ruled;
  situation: Situation;
  promised: string[];
}

/**
 * Loads compiled rules and returns the judge. Assessing is linear in the text and never throws; at most
 * MAX_LENGTH (fold.ts) UTF-16 units of each field are read.
 */
export function createDetector(rules: CompiledRules): Detector & { trace(post: Post): Trace } {
  const judge = new Judge(rules);
  return {
    assess: (post) => judge.assess(post),
    lacking: (perhaps) => judge.reader.lacking(perhaps),
    add: (pack) => judge.reader.add(pack),
    explain: (assessment) => explain(rules, assessment),
    trace: (post) => judge.trace(post),
  };
}

class Judge {
  readonly reader: Reader;
  private readonly offerWords: ReadonlySet<number>;
  private readonly offerIndicators: ReadonlySet<string>;
  private readonly workWords: ReadonlySet<number>;

  constructor(private readonly rules: CompiledRules) {
    this.reader = new Reader(rules);
    const { words, indicators } = rules.weighing.offer;
    this.offerWords = new Set(words.map((id) => rules.wordSets.indexOf(id)));
    this.offerIndicators = new Set(indicators);
    this.workWords = new Set(rules.weighing.work.words.map((id) => rules.wordSets.indexOf(id)));
  }

  assess(post: Post): Assessment {
    return this.trace(post).assessment;
  }

  trace(post: Post): Trace {
    const ruling = this.rule(post);
    const wording = this.wordingOf(ruling);
    const weighed = weighOdds(this.rules, ruling.ruled, wording);
    const { situation, read } = ruling;
    return {
      assessment: this.assessmentOf(ruling, weighed),
      weighed,
      situation,
      wording,
      fields: read.fields,
    };
  }

  private rule(post: Post): Ruling {
    const read = this.reader.read(post);
    const { fields, lang } = read;
    const { rules } = this;
    const language = rules.languages[lang];
    const places = findPlaces(rules, fields, new Set(language?.home ?? []));
    const findings = [...this.indicators(fields), ...this.places(fields, places)];
    findings.push(...this.pay(fields, places, lang));
    sortFew(findings, (a, b) => b.weight - a.weight || a.start - b.start);
    const counters = dropInside(this.counters(fields), findings);
    const situation = {
      offered: this.isOffer(fields, findings),
      work: fields.some(({ words }) => words.some(({ of }) => this.workWords.has(of))),
      quoted: quotedShare(fields, findings, rules.weighing.quoted.frame),
      hubs: places.hubs,
      words: new Set(fields.flatMap(({ words }) => words.map(({ of }) => of))),
    };
    const ruled = weigh(rules, findings, counters, situation);
    return { read, ruled, situation, promised: places.promised };
  }

  /** A post without any sign is not asked how it is worded. */
  private wordingOf({ read, ruled }: Ruling): number {
    return ruled.found.findings.length > 0 ? this.reader.wording(read) : 0;
  }

  private assessmentOf(
    { read, ruled, promised }: Ruling,
    { level, whole }: Pick<Assessment, 'level' | 'whole'>,
  ): Assessment {
    const { score, complete, found } = ruled;
    return {
      level,
      whole,
      score,
      profile: level === 'none' ? null : (complete[0] ?? null),
      findings: found.findings,
      counters: found.counters,
      promised,
      lang: this.rules.languages[read.lang]?.id ?? null,
    };
  }

  private indicators(fields: FieldEvidence[]): Finding[] {
    return collect(fields, 'indicators', (span, at) => {
      const rule = this.rules.indicators[span.of];
      return rule ? { indicator: rule.id, family: rule.family, weight: rule.weight, ...at } : null;
    });
  }

  private counters(fields: FieldEvidence[]): CounterFinding[] {
    return collect(fields, 'counters', (span, at) => {
      const rule = this.rules.counters[span.of];
      return rule ? { counter: rule.id, kind: rule.kind, weight: rule.weight, ...at } : null;
    });
  }

  private places(fields: FieldEvidence[], places: Places): Finding[] {
    return collect(fields, 'places', (span, at) => {
      const place = this.rules.places[span.of] as CompiledPlace;
      const rule = places.away.has(span.of) ? this.rules.indicators[place.indicator] : undefined;
      if (!rule) return null;
      const values = { country: place.country };
      return { indicator: rule.id, family: rule.family, weight: place.weight, ...at, values };
    });
  }

  private pay(fields: FieldEvidence[], places: Places, lang: number): Finding[] {
    const { rules } = this;
    // Nearly all posts of a feed speak of no pay.
    if (!fields.some(({ amounts }) => amounts.some(isPerhapsPay))) return [];
    const rule = rules.indicators.find((candidate) => candidate.id === rules.pay.rule.indicator);
    if (!rule) return [];
    const language = rules.languages[lang];
    const context = {
      wagePlaces: places.wagePlaces,
      lang: language?.id ?? '',
      currency: ownCurrency(rules.pay, language?.id ?? '', fields),
      home: language?.home ?? [],
      roles: idsOf(fields, rules),
      speaksOfPay: fields.some(
        (field) => field.field === 'pay' || field.words.some((word) => word.of === rules.pay.salaryWords),
      ),
    };
    const findings: Finding[] = [];
    for (const { field, original, amounts } of fields) {
      for (const amount of amounts) {
        const judged = judgeAmount(rules.pay, amount, context);
        if (!judged) continue;
        const at = spanOf(field, original, amount);
        findings.push({ indicator: rule.id, family: rule.family, ...at, ...judged });
      }
    }
    return findings;
  }

  /** True when the post recruits or asks to be contacted: a text that offers nothing is no bait. */
  private isOffer(fields: FieldEvidence[], findings: readonly Finding[]): boolean {
    if (findings.some((finding) => this.offerIndicators.has(finding.indicator))) return true;
    const families = new Set(findings.map(({ family }) => family));
    if (this.rules.weighing.offer.families.some((group) => group.every((family) => families.has(family))))
      return true;
    return fields.some((field) => field.words.some((word) => this.offerWords.has(word.of)));
  }
}

/** Letters of a way of writing that must be met before it is believed. */
const OWN_LETTERS = 2;

/** The currency of those who write a language as these fields are written. */
function ownCurrency(
  { homeCurrency, writers }: CompiledRules['pay'],
  lang: string,
  fields: readonly FieldEvidence[],
): string | undefined {
  const written = fields.map(({ original }) => original).join('');
  const own = writers[lang]?.find(
    ({ letters }) => [...letters].filter((letter) => written.includes(letter)).length >= OWN_LETTERS,
  );
  return own?.currency ?? homeCurrency[lang];
}

interface At {
  field: Field;
  quote: string;
  start: number;
  end: number;
}

function spanOf(field: Field, original: string, { start, end }: { start: number; end: number }): At {
  return { field, quote: original.slice(start, end), start, end };
}

/** Makes one result of each span of a list, in all fields; nulls are left out, and what several languages find alike is one. */
function collect<T>(
  fields: FieldEvidence[],
  list: 'indicators' | 'counters' | 'places',
  make: (span: Span, at: At) => T | null,
): T[] {
  const made: T[] = [];
  for (const evidence of fields) {
    const spans = evidence[list];
    if (spans.length === 0) continue;
    const seen = new Set<number>();
    for (const span of spans) {
      const key = (span.of * 65_536 + span.start) * 65_536 + span.end;
      if (seen.has(key)) continue;
      seen.add(key);
      const one = make(span, spanOf(evidence.field, evidence.original, span));
      if (one) made.push(one);
    }
  }
  return made;
}

/** Proof that is part of a sign is none: in "no permit needed" there is no permit. */
function dropInside(counters: CounterFinding[], findings: readonly Finding[]): CounterFinding[] {
  return counters.filter(
    ({ kind, field, start, end }) =>
      kind !== 'proof' ||
      !findings.some(
        (f) => f.field === field && f.start <= start && f.end >= end && f.end - f.start > end - start,
      ),
  );
}

/**
 * Share of the findings' weight that stands inside quotation marks. A field with less than a `frame` of its text outside
 * them retells nothing: it is a message that somebody set in quotation marks as a whole.
 */
function quotedShare(fields: readonly FieldEvidence[], findings: readonly Finding[], frame: number): number {
  let all = 0;
  let quoted = 0;
  for (const { field, original } of fields) {
    const mine = findings.filter((finding) => finding.field === field);
    const found = mine.length > 0 ? findQuotes(original) : [];
    const outside = original.length - found.reduce((sum, span) => sum + span.end - span.start, 0);
    const quotes = outside < frame * original.length ? [] : found;
    for (const { start, end, weight } of mine) {
      all += weight;
      if (quotes.some((span) => span.start <= start && span.end >= end)) quoted += weight;
    }
  }
  return all > 0 ? quoted / all : 0;
}

/** Ids of the indicators that were found. */
function idsOf(fields: FieldEvidence[], { indicators }: CompiledRules): Set<string> {
  const ids = new Set<string>();
  for (const field of fields) {
    for (const span of field.indicators) {
      const id = indicators[span.of]?.id;
      if (id) ids.add(id);
    }
  }
  return ids;
}
