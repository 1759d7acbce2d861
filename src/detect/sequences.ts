/** Terms of several parts: which of them the hits of a text complete. */
import { classOf, OTHER, UNSPACED } from './chars';
import { endsClause, sameClause, sameSentence } from './clauses';
import type { Pack } from './compiled';
import type { Folded } from './fold';
import { type Hits, NONE, type Payload } from './hits';
import { grown } from './room';
import { ANCHOR, CHUNK, COUNT, FIRST, SequenceStore } from './sequenceStore';

/** Joints between the parts of a sequence. */
export const GLUED = 0;
export const SPACED = 1;
export const GAPPED = 2;

/**
 * Hits of one part that are looked at: as many as a long post has of a common word. A text that repeats a word without end
 * tells nothing new.
 */
const MAX_REPEATS = 64;

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

/** Room for hits of anchors, to begin with. */
const NODES = 1_024;
/** More hits of anchors than this are not looked at; their numbers take 16 bits. */
const MAX_NODES = 65_000;
const MAX_TURN = 255;

export class Sequences {
  private readonly store: SequenceStore;
  /** The text in which a literal or an anchor was last met, by its turn; few texts need clearing. */
  private readonly literalTurn: Uint8Array;
  private readonly anchorTurn: Uint8Array;
  private turn = 0;
  /** Of each literal its first and last hit in the text. */
  private readonly firstHit: Uint16Array;
  private readonly lastHit: Uint16Array;
  /** Of each anchor its first and last room, and how many it has; of each room its hit and the next one. */
  private readonly firstNode: Uint16Array;
  private readonly lastNode: Uint16Array;
  private readonly nodeCount: Uint8Array;
  private nodeHit = new Int32Array(NODES);
  private nextNode = new Int32Array(NODES);
  private readonly partHits = new Int32Array(MAX_REPEATS);
  private chains = new Chains();
  private longer = new Chains();

  constructor(
    pack: Pick<Pack, 'sequences' | 'parts' | 'tables'>,
    /** How far parts may stand apart, in characters. */
    private readonly gap: number,
  ) {
    this.store = new SequenceStore(pack);
    const literals = pack.tables.reduce((sum, { count }) => sum + count, 0);
    this.literalTurn = new Uint8Array(literals);
    this.firstHit = new Uint16Array(literals);
    this.lastHit = new Uint16Array(literals);
    const parts = pack.parts.length * CHUNK;
    this.anchorTurn = new Uint8Array(parts);
    this.firstNode = new Uint16Array(parts);
    this.lastNode = new Uint16Array(parts);
    this.nodeCount = new Uint8Array(parts);
  }

  /** Calls `met` for each sequence that `hits` complete. */
  complete(text: Folded, hits: Hits, met: (meaning: number, start: number, end: number) => void): void {
    const anchors = this.note(hits);
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

  /** Chains the hits of each literal and of each anchor, and lists the anchors that were met. */
  private note(hits: Hits): number[] {
    const { literalTurn, firstHit, lastHit } = this;
    const turn = this.nextTurn();
    const met: number[] = [];
    let node = 0;
    for (let n = 0; n < hits.count; n++) {
      const { literal, anchors } = hits.payloads[n] as Payload;
      hits.literal[n] = literal;
      hits.nextSame[n] = NONE;
      if (literalTurn[literal] === turn) hits.nextSame[lastHit[literal] as number] = n;
      else firstHit[literal] = n;
      literalTurn[literal] = turn;
      lastHit[literal] = n;
      for (let k = 0; k < anchors.length; k++) node = this.noteAnchor(anchors[k] as number, n, node, met);
    }
    return met;
  }

  private nextTurn(): number {
    if (++this.turn > MAX_TURN) {
      this.literalTurn.fill(0);
      this.anchorTurn.fill(0);
      this.turn = 1;
    }
    return this.turn;
  }

  /** Notes a hit of an anchor in the room `node`, and adds the anchor to `met` when it is the first. Returns the next free room. */
  private noteAnchor(anchor: number, hit: number, node: number, met: number[]): number {
    const { anchorTurn, lastNode, nodeCount } = this;
    if (node === MAX_NODES) return node;
    if (node === this.nodeHit.length) {
      this.nodeHit = grown(this.nodeHit, 2 * node);
      this.nextNode = grown(this.nextNode, 2 * node);
    }
    if (anchorTurn[anchor] !== this.turn) {
      anchorTurn[anchor] = this.turn;
      nodeCount[anchor] = 0;
      this.firstNode[anchor] = node;
      met.push(anchor);
    } else if (nodeCount[anchor] === MAX_REPEATS) return node;
    else this.nextNode[lastNode[anchor] as number] = node;
    this.nodeHit[node] = hit;
    this.nextNode[node] = NONE;
    lastNode[anchor] = node;
    nodeCount[anchor] = (nodeCount[anchor] as number) + 1;
    return node + 1;
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
    for (let node = this.firstNode[anchor] as number; node !== NONE; node = this.nextNode[node] as number) {
      const hit = this.nodeHit[node] as number;
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
    const { literalTurn, turn } = this;
    const { pool } = this.store;
    const end = at + (pool[at] as number);
    for (let n = at + 1; n <= end; n++) if (literalTurn[pool[n] as number] === turn) return true;
    return false;
  }

  /** Puts the hits of a part into `partHits`, in the order of the text, at most MAX_REPEATS. Returns how many. */
  private hitsOf(hits: Hits, part: number): number {
    const at = this.store.literalsOf(part);
    const { partHits, literalTurn, turn } = this;
    const { pool } = this.store;
    const end = at + (pool[at] as number);
    let count = 0;
    for (let n = at + 1; n <= end; n++) {
      const literal = pool[n] as number;
      if (literalTurn[literal] !== turn) continue;
      for (let hit = this.firstHit[literal] as number; hit !== NONE; hit = hits.nextSame[hit] as number) {
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
