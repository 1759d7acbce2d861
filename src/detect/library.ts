/** The packs of compiled rules, loaded by script when first needed, and what their literals and sequences stand for. */
import type { CompiledRules, Meaning, Pack } from './compiled';
import type { Folded } from './fold';
import { type Hits, TermIndex } from './terms';

/** A meaning met in a text, in offsets of the folded text. */
export interface Met {
  meaning: Meaning;
  start: number;
  end: number;
}

/** Joints between the parts of a sequence. */
export const GLUED = 0;
export const SPACED = 1;
export const GAPPED = 2;

const SENTENCE_ENDS = new Set([10, 33, 63, 0x3002, 0xff01, 0xff1f, 0x104b, 0x17d4, 0x0964, 0x06d4, 0x1362]);
const STOP = 46;
const SPACE = 32;
/** Every so many characters one is looked at to see which scripts occur. */
const STEP = 3;
const NO_SCRIPT = 255;
const UNSEEN = 254;

/** True when no sentence ends between two offsets of the folded text. */
export function sameSentence(text: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.codes[i] as number;
    if (SENTENCE_ENDS.has(code) || (code === STOP && text.codes[i + 1] === SPACE)) return false;
  }
  return true;
}

export class Library {
  private readonly loaded: (LoadedPack | null)[];
  private readonly tests: RegExp[];
  private readonly packOf = new Uint8Array(65_536).fill(UNSEEN);

  constructor(private readonly rules: CompiledRules) {
    this.loaded = rules.packs.map((pack) =>
      pack.scripts.includes('Latin') ? new LoadedPack(pack, rules) : null,
    );
    this.tests = rules.packs.map(
      ({ scripts }) => new RegExp(`[${scripts.map((s) => `\\p{Script=${s}}`).join('')}]`, 'u'),
    );
  }

  /** Everything that the rules know of `text`, in no particular order. */
  find(text: Folded): Met[] {
    const met: Met[] = [];
    for (const pack of this.packsFor(text)) pack.find(text, met);
    return met;
  }

  private packsFor(text: Folded): LoadedPack[] {
    const wanted = new Set<number>();
    for (let i = 0; i < text.length; i += STEP) {
      const pack = this.lookUp(text.codes[i] as number);
      if (pack !== NO_SCRIPT) wanted.add(pack);
    }
    const packs: LoadedPack[] = [];
    this.rules.packs.forEach((pack, n) => {
      const always = this.loaded[n] !== null && pack.scripts.includes('Latin');
      if (!always && !wanted.has(n)) return;
      const known = this.loaded[n] ?? new LoadedPack(pack, this.rules);
      this.loaded[n] = known;
      packs.push(known);
    });
    return packs;
  }

  private lookUp(code: number): number {
    const known = this.packOf[code] as number;
    if (known !== UNSEEN) return known;
    const found = this.tests.findIndex((test) => test.test(String.fromCharCode(code)));
    const pack = found < 0 ? NO_SCRIPT : found;
    this.packOf[code] = pack;
    return pack;
  }
}

/** Lists of numbers of different lengths in one flat array: list n stands at first[n] up to first[n + 1]. */
class Lists {
  readonly first: Int32Array;
  readonly items: Int32Array;

  /** Reads "count, items…" `count` times from `flat`. */
  constructor(flat: readonly number[], size: number) {
    this.first = new Int32Array(size + 1);
    this.items = new Int32Array(Math.max(0, flat.length - size));
    let at = 0;
    let filled = 0;
    for (let n = 0; n < size; n++) {
      const count = flat[at++] as number;
      for (let k = 0; k < count; k++) this.items[filled++] = flat[at++] as number;
      this.first[n + 1] = filled;
    }
  }
}

class LoadedPack {
  private readonly index: TermIndex;
  private readonly means: Lists;
  private readonly parts: Lists;
  private readonly sequences: Int32Array;
  /** Where each sequence begins in `sequences`, by the literal of its anchor part. */
  private readonly anchors: Lists;
  private readonly meanings: readonly Meaning[];
  private readonly gap: number;

  constructor(pack: Pack, rules: CompiledRules) {
    this.meanings = rules.meanings;
    this.gap = rules.weighing.gap;
    this.index = new TermIndex(pack.literals);
    this.means = new Lists(pack.means, this.index.size);
    this.parts = new Lists(pack.parts, countLists(pack.parts));
    this.sequences = Int32Array.from(pack.sequences);
    this.anchors = this.findAnchors();
  }

  private findAnchors(): Lists {
    const byLiteral: number[][] = Array.from({ length: this.index.size }, () => []);
    const { sequences } = this;
    for (let at = 0; at < sequences.length; at += sequenceLength(sequences, at)) {
      const anchor = sequences[at + 1] as number;
      const part = this.partOf(at, anchor);
      for (let k = this.parts.first[part] as number; k < (this.parts.first[part + 1] as number); k++) {
        byLiteral[this.parts.items[k] as number]?.push(at);
      }
    }
    return new Lists(
      byLiteral.flatMap((list) => [list.length, ...list]),
      this.index.size,
    );
  }

  /** Part set of part number n of the sequence at `at`. */
  private partOf(at: number, n: number): number {
    return this.sequences[at + 3 + n * 2] as number;
  }

  find(text: Folded, met: Met[]): void {
    const hits = this.index.find(text);
    if (hits.literal.length === 0) return;
    const candidates = new Set<number>();
    for (let h = 0; h < hits.literal.length; h++) {
      const literal = hits.literal[h] as number;
      const { means, anchors } = this;
      for (let k = means.first[literal] as number; k < (means.first[literal + 1] as number); k++) {
        const meaning = this.meanings[means.items[k] as number] as Meaning;
        met.push({ meaning, start: hits.start[h] as number, end: hits.end[h] as number });
      }
      for (let k = anchors.first[literal] as number; k < (anchors.first[literal + 1] as number); k++) {
        candidates.add(anchors.items[k] as number);
      }
    }
    if (candidates.size === 0) return;
    const where = positions(hits);
    for (const at of candidates) this.complete(text, hits, where, at, met);
  }

  /** Adds the first way to meet all parts of a sequence in order. */
  private complete(
    text: Folded,
    hits: Hits,
    where: ReadonlyMap<number, number[]>,
    at: number,
    met: Met[],
  ): void {
    const count = this.sequences[at + 2] as number;
    let chains = this.partHits(hits, where, this.partOf(at, 0)).map((h) => ({
      start: hits.start[h] as number,
      end: hits.end[h] as number,
    }));
    for (let n = 1; n < count && chains.length > 0; n++) {
      const joint = this.sequences[at + 2 + n * 2] as number;
      const next: typeof chains = [];
      for (const h of this.partHits(hits, where, this.partOf(at, n))) {
        const start = hits.start[h] as number;
        const chain = chains.findLast((before) => this.joins(text, before.end, start, joint));
        if (chain) next.push({ start: chain.start, end: hits.end[h] as number });
      }
      chains = next;
    }
    const first = chains[0];
    if (first) met.push({ meaning: this.meanings[this.sequences[at] as number] as Meaning, ...first });
  }

  private joins(text: Folded, end: number, start: number, joint: number): boolean {
    const distance = start - end;
    if (joint === GLUED) return distance === 0;
    if (joint === SPACED) return distance >= 1 && distance <= 2;
    return distance >= 0 && distance <= this.gap && sameSentence(text, end, start);
  }

  private partHits(hits: Hits, where: ReadonlyMap<number, number[]>, part: number): number[] {
    const found: number[] = [];
    for (let k = this.parts.first[part] as number; k < (this.parts.first[part + 1] as number); k++) {
      const list = where.get(this.parts.items[k] as number);
      if (list) found.push(...list);
    }
    return found.sort((a, b) => (hits.start[a] as number) - (hits.start[b] as number));
  }
}

/** Hits by literal; a literal that a text repeats without end is kept a few times only. */
const MAX_REPEATS = 12;

function positions(hits: Hits): Map<number, number[]> {
  const where = new Map<number, number[]>();
  for (let h = 0; h < hits.literal.length; h++) {
    const literal = hits.literal[h] as number;
    const list = where.get(literal);
    if (!list) where.set(literal, [h]);
    else if (list.length < MAX_REPEATS) list.push(h);
  }
  return where;
}

function sequenceLength(sequences: Int32Array, at: number): number {
  return 2 + (sequences[at + 2] as number) * 2;
}

function countLists(flat: readonly number[]): number {
  let lists = 0;
  for (let at = 0; at < flat.length; at += 1 + (flat[at] as number)) lists++;
  return lists;
}
