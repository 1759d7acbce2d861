/** Terms of several parts: which of them the hits of a text complete. */
import { classOf, OTHER, UNSPACED } from './chars';
import type { Pack } from './compiled';
import type { Folded } from './fold';
import { NumberReader } from './packed';
import type { Stretch } from './starts';
import { type Hits, MAX_HITS, type Payload } from './terms';

/** Joints between the parts of a sequence. */
export const GLUED = 0;
export const SPACED = 1;
export const GAPPED = 2;

/** Hits of one part that are looked at; a text that repeats a word without end tells nothing new. */
const MAX_REPEATS = 12;
/** Parts of which a pack speaks in one string. */
export const CHUNK = 64;

const SENTENCE_ENDS = new Set([10, 33, 63, 0x3002, 0xff01, 0xff1f, 0x104b, 0x17d4, 0x0964, 0x06d4, 0x1362]);
/** , ; : and their relatives. */
const CLAUSE_ENDS = new Set([44, 58, 59, 0x3001, 0x060c, 0x1363, 0x1364]);
const STOP = 46;
const SPACE = 32;

/** True when no sentence ends between two offsets of the folded text. In texts of up to `terse` characters full stops end none. */
export function sameSentence(text: Folded, from: number, to: number, terse: number): boolean {
  const stops = text.length > terse;
  for (let i = from; i < to; i++) {
    const code = text.codes[i] as number;
    if (SENTENCE_ENDS.has(code) || (stops && code === STOP && text.codes[i + 1] === SPACE)) return false;
  }
  return true;
}

/** True when a sentence or a clause ends at an offset of the folded text. */
export function endsClause(text: Folded, at: number): boolean {
  return CLAUSE_ENDS.has(text.codes[at] as number) || !sameSentence(text, at, at + 1, 0);
}

/** True when no sentence ends, and no comma, semicolon or colon parts two clauses, between two offsets of the folded text. */
export function sameClause(text: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (endsClause(text, i)) return false;
  return true;
}

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

/** How far parts may stand apart. */
export interface Reach {
  gap: number;
  terse: number;
}

const NONE = -1;
/** Of a sequence: its meaning, which of its parts is the anchor, how many parts it has, its first part; then joint and part of each other. */
const ANCHOR = 1;
const COUNT = 2;
const FIRST = 3;
/** Rooms for hits of anchors, to begin with. */
const NODES = 1_024;

export class Sequences {
  private readonly reader = new NumberReader();
  /** Sequences and literals as numbers one after the other, read from the pack when a text first asks for them. */
  private readonly pool: number[] = [];
  /** Of each part where its sequences and its literals lie in the pool: how many, then each. UNREAD until asked for. */
  private readonly sequencesAt: Int32Array;
  private readonly literalsAt: Int32Array;
  /** The text in which a literal or an anchor was last met, by its turn; a new text needs no clearing. */
  private readonly literalTurn: Uint32Array;
  private readonly anchorTurn: Uint32Array;
  private turn = 0;
  /** Of each literal its first and last hit in the text; of each hit the next one of its literal. */
  private readonly firstHit: Int32Array;
  private readonly lastHit: Int32Array;
  private readonly nextHit = new Int32Array(MAX_HITS);
  private readonly literalOf = new Int32Array(MAX_HITS);
  /** Of each anchor its first and last room, and how many it has; of each room its hit and the next one. */
  private readonly firstNode: Int32Array;
  private readonly lastNode: Int32Array;
  private readonly nodeCount: Uint8Array;
  private nodeHit = new Int32Array(NODES);
  private nextNode = new Int32Array(NODES);
  private readonly sites = new Sites();

  constructor(
    private readonly pack: Pick<Pack, 'sequences' | 'parts' | 'tables'>,
    private readonly reach: Reach,
  ) {
    const literals = pack.tables.reduce((sum, { count }) => sum + count, 0);
    this.literalTurn = new Uint32Array(literals);
    this.firstHit = new Int32Array(literals);
    this.lastHit = new Int32Array(literals);
    const parts = pack.parts.length * CHUNK;
    this.anchorTurn = new Uint32Array(parts);
    this.firstNode = new Int32Array(parts);
    this.lastNode = new Int32Array(parts);
    this.nodeCount = new Uint8Array(parts);
    this.sequencesAt = new Int32Array(parts).fill(NONE);
    this.literalsAt = new Int32Array(parts).fill(NONE);
  }

  /** Calls `met` for each sequence that `hits` complete. */
  complete(text: Folded, hits: Hits, met: (meaning: number, start: number, end: number) => void): void {
    const anchors = this.note(hits);
    if (anchors.length === 0) return;
    this.sites.note(text, hits);
    for (let n = 0; n < anchors.length; n++) {
      const anchor = anchors[n] as number;
      let at = this.sequencesOf(anchor);
      for (let left = this.pool[at++] as number; left > 0; left--) {
        if (this.isNear(hits, anchor, at)) this.tryOne(text, hits, at, met);
        at += FIRST - 1 + 2 * (this.pool[at + COUNT] as number);
      }
    }
  }

  /** Chains the hits of each literal and of each anchor, and lists the anchors that were met. */
  private note(hits: Hits): number[] {
    const { literalTurn, firstHit, lastHit, nextHit, literalOf } = this;
    const turn = ++this.turn;
    const met: number[] = [];
    let node = 0;
    for (let n = 0; n < hits.count; n++) {
      const { literal, anchors } = hits.payloads[n] as Payload;
      literalOf[n] = literal;
      nextHit[n] = NONE;
      if (literalTurn[literal] === turn) nextHit[lastHit[literal] as number] = n;
      else firstHit[literal] = n;
      literalTurn[literal] = turn;
      lastHit[literal] = n;
      for (let k = 0; k < anchors.length; k++) node = this.noteAnchor(anchors[k] as number, n, node, met);
    }
    return met;
  }

  /** Notes a hit of an anchor in the room `node`, and adds the anchor to `met` when it is the first. Returns the next free room. */
  private noteAnchor(anchor: number, hit: number, node: number, met: number[]): number {
    const { anchorTurn, lastNode, nodeCount } = this;
    if (node === this.nodeHit.length) this.widen();
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

  private widen(): void {
    for (const name of ['nodeHit', 'nextNode'] as const) {
      const wide = new Int32Array(this[name].length * 2);
      wide.set(this[name]);
      this[name] = wide;
    }
  }

  /**
   * True when beside a hit of its anchor the sequence at `at` has its neighbouring parts about where they must stand, and its
   * other parts anywhere: what can be told of nearly all sequences without looking at their joints.
   */
  private isNear(hits: Hits, anchor: number, at: number): boolean {
    const { pool } = this;
    const own = at + FIRST + 2 * (pool[at + ANCHOR] as number);
    const end = at + FIRST + 2 * (pool[at + COUNT] as number) - 1;
    for (let node = this.firstNode[anchor] as number; node !== NONE; node = this.nextNode[node] as number) {
      const hit = this.nodeHit[node] as number;
      if (
        own > at + FIRST &&
        !this.isBefore(hits.start[hit] as number, pool[own - 1] as number, pool[own - 2] as number)
      )
        continue;
      if (
        own + 1 < end &&
        !this.isBehind(hits, hits.end[hit] as number, pool[own + 1] as number, pool[own + 2] as number)
      )
        continue;
      for (let other = at + FIRST; other < end; other += 2) {
        if (other < own - 2 || other > own + 2) if (!this.has(pool[other] as number)) return false;
      }
      return true;
    }
    return false;
  }

  /** True when a literal of `part` begins as far behind `end` as `joint` lets it. */
  private isBehind(hits: Hits, end: number, joint: number, part: number): boolean {
    const last = end + this.most(joint);
    for (let n = this.sites.from(end + (joint === SPACED ? 1 : 0)); n < hits.count; n++) {
      if ((hits.start[n] as number) > last) return false;
      if (this.isOf(this.literalOf[n] as number, part)) return true;
    }
    return false;
  }

  /** True when a literal of `part` ends as far before `start` as `joint` lets it. */
  private isBefore(start: number, joint: number, part: number): boolean {
    const first = Math.max(0, start - this.most(joint));
    for (let end = start - (joint === SPACED ? 1 : 0); end >= first; end--) {
      for (let n = this.sites.endingAt(end); n !== NONE; n = this.sites.next(n)) {
        if (this.isOf(this.literalOf[n] as number, part)) return true;
      }
    }
    return false;
  }

  /** How far apart two parts may stand at most, whatever lies between them; as `joins`. */
  private most(joint: number): number {
    if (joint === GLUED) return 1;
    return joint === SPACED ? 2 : this.reach.gap;
  }

  /** True when `literal` is one of `part`. */
  private isOf(literal: number, part: number): boolean {
    const { pool } = this;
    let low = this.literalsOf(part);
    let high = low + (pool[low] as number);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pool[middle] as number) > literal) high = middle - 1;
      else low = middle;
    }
    return pool[low] === literal && low > (this.literalsAt[part] as number);
  }

  /** True when the text holds a literal of `part`. */
  private has(part: number): boolean {
    const { literalTurn, pool, turn } = this;
    const at = this.literalsOf(part);
    const end = at + (pool[at] as number);
    for (let n = at + 1; n <= end; n++) if (literalTurn[pool[n] as number] === turn) return true;
    return false;
  }

  /** The hits of a part in the order of the text, at most MAX_REPEATS. */
  private hitsOf(part: number): number[] {
    const { pool } = this;
    const at = this.literalsOf(part);
    const end = at + (pool[at] as number);
    const found: number[] = [];
    for (let n = at + 1; n <= end; n++) {
      const literal = pool[n] as number;
      if (this.literalTurn[literal] !== this.turn) continue;
      let hit = this.firstHit[literal] as number;
      for (let left = MAX_REPEATS; hit !== NONE && left > 0; left--) {
        found.push(hit);
        hit = this.nextHit[hit] as number;
      }
    }
    if (found.length > 1) found.sort((a, b) => a - b);
    if (found.length > MAX_REPEATS) found.length = MAX_REPEATS;
    return found;
  }

  /** Where the literals of a part lie in the pool: how many, and each in order. In the pack each is the difference to the one before. */
  private literalsOf(part: number): number {
    if (this.literalsAt[part] === NONE) {
      this.openChunk(part, this.pack.parts, this.literalsAt, () => {
        let literal = 0;
        const count = this.reader.next();
        this.pool.push(count);
        for (let left = count; left > 0; left--) {
          literal += this.reader.next();
          this.pool.push(literal);
        }
      });
    }
    return this.literalsAt[part] as number;
  }

  /** Where the sequences of an anchor lie in the pool: how many, and each. */
  private sequencesOf(anchor: number): number {
    if (this.sequencesAt[anchor] === NONE) {
      this.openChunk(anchor, this.pack.sequences, this.sequencesAt, () => {
        const many = this.reader.next();
        this.pool.push(many);
        for (let left = many; left > 0; left--) {
          const from = this.pool.length;
          while (this.pool.length < from + FIRST) this.pool.push(this.reader.next());
          for (let more = 2 * (this.pool[from + COUNT] as number) - 1; more > 0; more--)
            this.pool.push(this.reader.next());
        }
      });
    }
    return this.sequencesAt[anchor] as number;
  }

  /** Reads what a pack says of the CHUNK parts around `part`: notes in `at` where each begins, and calls `read` for it, in order. */
  private openChunk(part: number, packed: readonly string[], at: Int32Array, read: () => void): void {
    const chunk = Math.floor(part / CHUNK);
    const text = packed[chunk] ?? '';
    this.reader.from(text);
    for (let n = chunk * CHUNK; this.reader.at < text.length; n++) {
      at[n] = this.pool.length;
      read();
    }
  }

  /** Calls `met` for the sequence at `at` of the pool when all its parts stand in order and as its joints ask: the first way to do so. */
  private tryOne(
    text: Folded,
    hits: Hits,
    at: number,
    met: (meaning: number, start: number, end: number) => void,
  ): void {
    const { pool } = this;
    const end = at + FIRST + 2 * (pool[at + COUNT] as number) - 1;
    let chains: readonly Stretch[] = this.hitsOf(pool[at + FIRST] as number).map((hit) => spanOf(hits, hit));
    for (let n = at + FIRST + 1; n < end && chains.length > 0; n += 2) {
      const joint = pool[n] as number;
      const next: Stretch[] = [];
      for (const hit of this.hitsOf(pool[n + 1] as number)) {
        const chain = this.lastBefore(text, chains, hits.start[hit] as number, joint);
        if (chain) next.push({ start: chain.start, end: hits.end[hit] as number });
      }
      chains = next;
    }
    const first = chains[0];
    if (first) met(pool[at] as number, first.start, first.end);
  }

  /** The last of `chains` that a part at `start` can continue. */
  private lastBefore(text: Folded, chains: readonly Stretch[], start: number, joint: number): Stretch | null {
    for (let n = chains.length - 1; n >= 0; n--) {
      const chain = chains[n] as Stretch;
      if (chain.end <= start && this.joins(text, chain.end, start, joint)) return chain;
    }
    return null;
  }

  private joins(text: Folded, end: number, start: number, joint: number): boolean {
    const distance = start - end;
    if (joint === GLUED) return distance === 0 || (distance === 1 && isLoose(text, end));
    if (joint === SPACED) return distance >= 1 && distance <= 2 && sameClause(text, end, start);
    const { gap, terse } = this.reach;
    return distance <= gap && sameSentence(text, end, start, terse);
  }
}

function spanOf({ start, end }: Hits, hit: number): Stretch {
  return { start: start[hit] as number, end: end[hit] as number };
}

/** Where the hits of a text begin and end. */
class Sites {
  /** Of each offset the first hit that begins there or behind it, and the last hit that ends there. */
  private begins = new Int32Array(1_024);
  private ends = new Int32Array(1_024);
  private readonly nextEnding = new Int32Array(MAX_HITS);
  private length = 0;
  private count = 0;

  note(text: Folded, { count, start, end }: Hits): void {
    this.length = text.length;
    this.count = count;
    if (this.begins.length <= text.length) {
      this.begins = new Int32Array(2 * text.length);
      this.ends = new Int32Array(2 * text.length);
    }
    const { begins, ends, nextEnding } = this;
    ends.fill(NONE, 0, text.length + 1);
    let next = 0;
    for (let n = 0; n < count; n++) {
      for (const at = start[n] as number; next <= at; next++) begins[next] = n;
      nextEnding[n] = ends[end[n] as number] as number;
      ends[end[n] as number] = n;
    }
    begins.fill(count, next, text.length + 1);
  }

  /** The first hit that begins at `at` or behind it, in the order of the text. */
  from(at: number): number {
    return at <= this.length ? (this.begins[at] as number) : this.count;
  }

  /** A hit that ends at `at`, or NONE; `next` gives the others. */
  endingAt(at: number): number {
    return this.ends[at] as number;
  }

  next(hit: number): number {
    return this.nextEnding[hit] as number;
  }
}
