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

/** A term of several parts: the first way to meet all parts in order stands for `meaning`. */
interface Sequence {
  meaning: number;
  /** Its rarest part beside the anchor. */
  second: number;
  parts: number[];
  /** Joint before each part but the first. */
  joints: number[];
}

/** How far parts may stand apart. */
export interface Reach {
  gap: number;
  terse: number;
}

const NONE = -1;

export class Sequences {
  private readonly reader = new NumberReader();
  /** Sequences by their anchor part, and literals by part, read from the pack when a text first asks for them. */
  private readonly anchored: (readonly Sequence[] | undefined)[];
  private readonly literalsOf: (readonly number[] | undefined)[];
  /** The text in which a literal, a part or an anchor was last asked for, by its turn; a new text needs no clearing. */
  private readonly literalTurn: Uint32Array;
  private readonly partTurn: Uint32Array;
  private readonly anchorTurn: Uint32Array;
  private turn = 0;
  /** 1 for each part that the text holds. */
  private readonly isHeld: Uint8Array;
  /** Of each literal its first and last hit in the text; of each hit the next one of its literal. */
  private readonly firstHit: Int32Array;
  private readonly lastHit: Int32Array;
  private readonly nextHit = new Int32Array(MAX_HITS);

  constructor(
    private readonly pack: Pick<Pack, 'sequences' | 'parts' | 'tables'>,
    private readonly reach: Reach,
  ) {
    const literals = pack.tables.reduce((sum, { count }) => sum + count, 0);
    this.literalTurn = new Uint32Array(literals);
    this.firstHit = new Int32Array(literals);
    this.lastHit = new Int32Array(literals);
    const parts = pack.parts.length * CHUNK;
    this.partTurn = new Uint32Array(parts);
    this.anchorTurn = new Uint32Array(parts);
    this.isHeld = new Uint8Array(parts);
    // Of full length from the start: arrays that grow by far indices are slow.
    this.anchored = new Array(parts).fill(undefined);
    this.literalsOf = new Array(parts).fill(undefined);
  }

  /** Calls `met` for each sequence that `hits` complete. */
  complete(text: Folded, hits: Hits, met: (meaning: number, start: number, end: number) => void): void {
    const anchors = this.note(hits);
    for (let n = 0; n < anchors.length; n++) {
      const anchor = anchors[n] as number;
      const sequences = this.anchored[anchor] ?? this.openSequences(anchor);
      for (let k = 0; k < sequences.length; k++) {
        const sequence = sequences[k] as Sequence;
        if (this.has(sequence.second) && this.isWhole(sequence.parts)) this.tryOne(text, hits, sequence, met);
      }
    }
  }

  /** Chains the hits of each literal, and lists the anchors that were met. */
  private note(hits: Hits): number[] {
    const { literalTurn, anchorTurn, firstHit, lastHit, nextHit } = this;
    const turn = ++this.turn;
    const met: number[] = [];
    for (let n = 0; n < hits.count; n++) {
      const { literal, anchors } = hits.payloads[n] as Payload;
      nextHit[n] = NONE;
      if (literalTurn[literal] === turn) {
        nextHit[lastHit[literal] as number] = n;
      } else {
        literalTurn[literal] = turn;
        firstHit[literal] = n;
        for (let k = 0; k < anchors.length; k++) {
          const anchor = anchors[k] as number;
          if (anchorTurn[anchor] !== turn) met.push(anchor);
          anchorTurn[anchor] = turn;
        }
      }
      lastHit[literal] = n;
    }
    return met;
  }

  private isWhole(parts: readonly number[]): boolean {
    for (let n = 0; n < parts.length; n++) if (!this.has(parts[n] as number)) return false;
    return true;
  }

  private has(part: number): boolean {
    const { partTurn, isHeld, turn } = this;
    if (partTurn[part] !== turn) {
      partTurn[part] = turn;
      isHeld[part] = this.holds(part) ? 1 : 0;
    }
    return isHeld[part] === 1;
  }

  private holds(part: number): boolean {
    const { literalTurn, turn } = this;
    const literals = this.literalsOf[part] ?? this.openLiterals(part);
    for (let n = 0; n < literals.length; n++) if (literalTurn[literals[n] as number] === turn) return true;
    return false;
  }

  /** The hits of a part in the order of the text, at most MAX_REPEATS. */
  private hitsOf(part: number): number[] {
    const literals = this.literalsOf[part] ?? this.openLiterals(part);
    const found: number[] = [];
    for (let n = 0; n < literals.length; n++) {
      const literal = literals[n] as number;
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

  /** Literals of a part: how many, and each as the difference to the one before. */
  private openLiterals(part: number): readonly number[] {
    this.openChunk(part, this.pack.parts, (at) => {
      const list = this.reader.list();
      for (let n = 1; n < list.length; n++) list[n] = (list[n] as number) + (list[n - 1] as number);
      this.literalsOf[at] = list;
    });
    return this.literalsOf[part] ?? [];
  }

  /** Sequences of an anchor part: how many, and each as meaning, place of the second part, count of parts, first part, then joint and part. */
  private openSequences(anchor: number): readonly Sequence[] {
    this.openChunk(anchor, this.pack.sequences, (at) => {
      const left = this.reader.next();
      if (left > 0) this.anchored[at] = Array.from({ length: left }, () => this.readSequence());
    });
    return this.anchored[anchor] ?? [];
  }

  private readSequence(): Sequence {
    const { reader } = this;
    const meaning = reader.next();
    const second = reader.next();
    const count = reader.next();
    const parts = [reader.next()];
    const joints: number[] = [];
    while (parts.length < count) {
      joints.push(reader.next());
      parts.push(reader.next());
    }
    return { meaning, second: parts[second] as number, parts, joints };
  }

  /** Reads what a pack says of the CHUNK parts around `part`: calls `read` for each, in order. */
  private openChunk(part: number, packed: readonly string[], read: (part: number) => void): void {
    const chunk = Math.floor(part / CHUNK);
    const text = packed[chunk] ?? '';
    this.reader.from(text);
    for (let at = chunk * CHUNK; this.reader.at < text.length; at++) read(at);
  }

  private tryOne(
    text: Folded,
    hits: Hits,
    { meaning, parts, joints }: Sequence,
    met: (meaning: number, start: number, end: number) => void,
  ): void {
    let chains: readonly Stretch[] = this.hitsOf(parts[0] as number).map((hit) => spanOf(hits, hit));
    for (let n = 1; n < parts.length && chains.length > 0; n++) {
      const joint = joints[n - 1] as number;
      const next: Stretch[] = [];
      for (const hit of this.hitsOf(parts[n] as number)) {
        const chain = this.lastBefore(text, chains, hits.start[hit] as number, joint);
        if (chain) next.push({ start: chain.start, end: hits.end[hit] as number });
      }
      chains = next;
    }
    const first = chains[0];
    if (first) met(meaning, first.start, first.end);
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
