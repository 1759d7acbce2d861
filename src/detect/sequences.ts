/** Terms of several parts: which of them the hits of a text complete. */
import { classOf, OTHER, UNSPACED } from './chars';
import { endsClause, sameClause, sameSentence } from './clauses';
import type { Pack } from './compiled';
import type { Folded } from './fold';
import { HitNotes, MAX_REPEATS } from './hitNotes';
import { type Hits, NONE } from './hits';
import { ANCHOR, CHUNK, COUNT, FIRST, SequenceStore } from './sequenceStore';

/** Joints between the parts of a sequence. */
export const GLUED = 0;
export const SPACED = 1;
export const GAPPED = 2;

/**
 * True for a blank or sign between two characters of scripts without spaces: people put them where they like. What ends a
 * sentence or a clause parts words there as well.
 */
function isLoose(text: Folded, at: number): boolean {
  const { codes, length } = text;
  return (
    at > 0 &&
    at + 1 < length &&
    classOf(codes[at] as number) === OTHER &&
    !endsClause(text, at) &&
    classOf(codes[at - 1] as number) === UNSPACED &&
    classOf(codes[at + 1] as number) === UNSPACED
  );
}

/** Room for one text at a time, whatever the pack. */
const notes = new HitNotes();

export class Sequences {
  private readonly store: SequenceStore;
  private readonly literals: number;
  private readonly parts: number;
  private readonly partHits = new Int32Array(MAX_REPEATS);
  private chains = new Chains();
  private longer = new Chains();

  constructor(
    pack: Pick<Pack, 'sequences' | 'parts' | 'tables'>,
    /** How far parts may stand apart, in characters. */
    private readonly gap: number,
  ) {
    this.store = new SequenceStore(pack);
    this.literals = pack.tables.reduce((sum, { count }) => sum + count, 0);
    this.parts = pack.parts.length * CHUNK;
  }

  /** Calls `met` for each sequence that `hits` complete. */
  complete(text: Folded, hits: Hits, met: (meaning: number, start: number, end: number) => void): void {
    notes.reserve(this.literals, this.parts);
    const anchors = notes.note(hits);
    if (anchors.length === 0) return;
    hits.finish(text.length);
    for (let n = 0; n < anchors.length; n++) {
      const anchor = anchors[n] as number;
      let at = this.store.sequencesOf(anchor);
      for (let left = this.store.pool[at++] as number; left > 0; left--) {
        if (this.isNear(hits, anchor, at)) this.tryOne(text, hits, at, met);
        at += FIRST - 1 + 2 * (this.store.pool[at + COUNT] as number);
      }
    }
  }

  /**
   * True when the text holds all parts of the sequence at `at`, and beside a hit of its anchor the neighbouring ones about where
   * they must stand: what can be told of nearly all sequences without looking at their joints.
   */
  private isNear(hits: Hits, anchor: number, at: number): boolean {
    const { pool } = this.store;
    const first = at + FIRST;
    const own = first + 2 * (pool[at + ANCHOR] as number);
    const end = first + 2 * (pool[at + COUNT] as number) - 1;
    for (let other = first; other < end; other += 2)
      if (other !== own && !this.has(pool[other] as number)) return false;
    for (let room = notes.firstRoom(anchor); room !== NONE; room = notes.nextRoom(room)) {
      const hit = notes.hitIn(room);
      const { start, end: ends } = hits;
      if (
        own > first &&
        !this.isBefore(hits, start[hit] as number, pool[own - 1] as number, pool[own - 2] as number)
      )
        continue;
      if (
        own + 1 < end &&
        !this.isBehind(hits, ends[hit] as number, pool[own + 1] as number, pool[own + 2] as number)
      )
        continue;
      return true;
    }
    return false;
  }

  /** True when a literal of `part` begins as far behind `end` as `joint` lets it. */
  private isBehind(hits: Hits, end: number, joint: number, part: number): boolean {
    const last = end + this.most(joint);
    for (let n = hits.from(end + (joint === SPACED ? 1 : 0)); n < hits.count; n++) {
      if ((hits.start[n] as number) > last) return false;
      if (this.store.isOf(hits.literal[n] as number, part)) return true;
    }
    return false;
  }

  /** True when a literal of `part` ends as far before `start` as `joint` lets it. */
  private isBefore(hits: Hits, start: number, joint: number, part: number): boolean {
    const first = Math.max(0, start - this.most(joint));
    for (let end = start - (joint === SPACED ? 1 : 0); end >= first; end--) {
      for (let n = hits.endingAt(end); n !== NONE; n = hits.endingAsWell(n)) {
        if (this.store.isOf(hits.literal[n] as number, part)) return true;
      }
    }
    return false;
  }

  /** How far apart two parts may stand at most, whatever lies between them; as `joins`. */
  private most(joint: number): number {
    if (joint === GLUED) return 1;
    return joint === SPACED ? 2 : this.gap;
  }

  /** True when the text holds a literal of `part`. */
  private has(part: number): boolean {
    const at = this.store.literalsOf(part);
    const { pool } = this.store;
    const end = at + (pool[at] as number);
    for (let n = at + 1; n <= end; n++) if (notes.firstOf(pool[n] as number) !== NONE) return true;
    return false;
  }

  /** Puts the hits of a part into `partHits`, in the order of the text, at most MAX_REPEATS. Returns how many. */
  private hitsOf(hits: Hits, part: number): number {
    const at = this.store.literalsOf(part);
    const { partHits } = this;
    const { pool } = this.store;
    const end = at + (pool[at] as number);
    let count = 0;
    for (let n = at + 1; n <= end; n++) {
      for (let hit = notes.firstOf(pool[n] as number); hit !== NONE; hit = hits.nextSame[hit] as number) {
        if (count === MAX_REPEATS && hit > (partHits[count - 1] as number)) break;
        let place = count < MAX_REPEATS ? count++ : count - 1;
        for (; place > 0 && (partHits[place - 1] as number) > hit; place--)
          partHits[place] = partHits[place - 1] as number;
        partHits[place] = hit;
      }
    }
    return count;
  }

  /** Calls `met` for the sequence at `at` of the pool when all its parts stand in order and as its joints ask: the first way to do so. */
  private tryOne(
    text: Folded,
    hits: Hits,
    at: number,
    met: (meaning: number, start: number, end: number) => void,
  ): void {
    const end = at + FIRST + 2 * (this.store.pool[at + COUNT] as number) - 1;
    this.chains.count = 0;
    const first = this.hitsOf(hits, this.store.pool[at + FIRST] as number);
    for (let n = 0; n < first; n++) {
      const hit = this.partHits[n] as number;
      this.chains.add(hits.start[hit] as number, hits.end[hit] as number);
    }
    for (let n = at + FIRST + 1; n < end && this.chains.count > 0; n += 2)
      this.lengthen(text, hits, this.store.pool[n] as number, this.store.pool[n + 1] as number);
    const { count, start, end: ends } = this.chains;
    if (count > 0) met(this.store.pool[at] as number, start[0] as number, ends[0] as number);
  }

  /** Lengthens the chains by one part; those that it does not continue end. */
  private lengthen(text: Folded, hits: Hits, joint: number, part: number): void {
    const { chains, longer } = this;
    longer.count = 0;
    const count = this.hitsOf(hits, part);
    for (let n = 0; n < count; n++) {
      const hit = this.partHits[n] as number;
      const chain = this.lastBefore(text, hits.start[hit] as number, joint);
      if (chain !== NONE) longer.add(chains.start[chain] as number, hits.end[hit] as number);
    }
    this.chains = longer;
    this.longer = chains;
  }

  /** The last of the chains that a part at `start` can continue, or NONE. */
  private lastBefore(text: Folded, start: number, joint: number): number {
    const { count, end } = this.chains;
    for (let n = count - 1; n >= 0; n--) {
      const before = end[n] as number;
      if (before <= start && this.joins(text, before, start, joint)) return n;
    }
    return NONE;
  }

  private joins(text: Folded, end: number, start: number, joint: number): boolean {
    const distance = start - end;
    if (joint === GLUED) return distance === 0 || (distance === 1 && isLoose(text, end));
    if (joint === SPACED) return distance >= 1 && distance <= 2 && sameClause(text, end, start);
    // Full stops end sentences here, in the shortest texts too: the words of a term are never an advert's own list.
    return distance <= this.gap && sameSentence(text, end, start, 0);
  }
}

/** The first parts of a sequence, as far as they were met in order: where each such chain starts and ends. */
class Chains {
  count = 0;
  readonly start = new Int32Array(MAX_REPEATS);
  readonly end = new Int32Array(MAX_REPEATS);

  add(start: number, end: number): void {
    this.start[this.count] = start;
    this.end[this.count++] = end;
  }
}
