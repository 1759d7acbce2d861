/** Terms of several parts: which of them the hits of a text complete. */
import { classOf, OTHER, UNSPACED } from './chars';
import type { Pack } from './compiled';
import type { Folded } from './fold';
import { NumberReader } from './packed';
import type { Stretch } from './starts';
import type { Hit } from './terms';

/** Joints between the parts of a sequence. */
export const GLUED = 0;
export const SPACED = 1;
export const GAPPED = 2;

/** Hits of one part that are looked at; a text that repeats a word without end tells nothing new. */
const MAX_REPEATS = 12;
/** Anchor parts whose sequences lie in one string. */
export const CHUNK = 64;

const SENTENCE_ENDS = new Set([10, 33, 63, 0x3002, 0xff01, 0xff1f, 0x104b, 0x17d4, 0x0964, 0x06d4, 0x1362]);
const NEWLINE = 10;
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

/** True for a blank or sign between two characters of scripts without spaces: people put them where they like. */
function isLoose({ codes, length }: Folded, at: number): boolean {
  return (
    at > 0 &&
    at + 1 < length &&
    classOf(codes[at] as number) === OTHER &&
    codes[at] !== NEWLINE &&
    classOf(codes[at - 1] as number) === UNSPACED &&
    classOf(codes[at + 1] as number) === UNSPACED
  );
}

/** A term of several parts: the first way to meet all parts in order stands for `meaning`. */
interface Sequence {
  meaning: number;
  parts: number[];
  /** Joint before each part but the first. */
  joints: number[];
}

function isWhole(parts: readonly number[], metAt: Uint32Array, turn: number): boolean {
  for (let n = 0; n < parts.length; n++) if (metAt[parts[n] as number] !== turn) return false;
  return true;
}

/** How far parts may stand apart. */
export interface Reach {
  gap: number;
  terse: number;
}

export class Sequences {
  private readonly reader = new NumberReader();
  /** Sequences by their anchor part, read from the pack when a text first asks for them. */
  private readonly anchored: (readonly Sequence[] | undefined)[];
  private readonly openChunks = new Set<number>();
  /** The text at which a part was last met, by its turn; a new text needs no clearing. */
  private readonly metAt: Uint32Array;
  private readonly hitsOf: (Hit[] | undefined)[];
  private turn = 0;

  constructor(
    private readonly pack: Pick<Pack, 'sequences' | 'parts'>,
    private readonly reach: Reach,
  ) {
    this.metAt = new Uint32Array(pack.parts);
    // Of full length from the start: arrays that grow by far indices are slow.
    this.anchored = new Array(pack.parts).fill(undefined);
    this.hitsOf = new Array(pack.parts).fill(undefined);
  }

  /** Calls `met` for each sequence that `hits` (in the order of the text) complete. */
  complete(
    text: Folded,
    hits: readonly Hit[],
    met: (meaning: number, start: number, end: number) => void,
  ): void {
    const { metAt } = this;
    const turn = ++this.turn;
    const anchors: number[] = [];
    for (const { payload } of hits) {
      for (const part of payload.anchors) {
        if (metAt[part] !== turn) anchors.push(part);
        metAt[part] = turn;
      }
      for (const part of payload.parts) metAt[part] = turn;
    }
    const whole: Sequence[] = [];
    for (const anchor of anchors) {
      for (const sequence of this.anchoredBy(anchor))
        if (isWhole(sequence.parts, metAt, turn)) whole.push(sequence);
    }
    if (whole.length === 0) return;
    this.collect(hits, whole);
    for (const sequence of whole) this.tryOne(text, sequence, met);
  }

  /** Lists the hits of the parts of `sequences`, of each part at most MAX_REPEATS. Common words belong to very many parts. */
  private collect(hits: readonly Hit[], sequences: readonly Sequence[]): void {
    const { metAt, hitsOf } = this;
    const turn = ++this.turn;
    for (const { parts } of sequences) {
      for (const part of parts) {
        if (metAt[part] === turn) continue;
        metAt[part] = turn;
        hitsOf[part] = [];
      }
    }
    for (const hit of hits) {
      for (const list of [hit.payload.anchors, hit.payload.parts]) {
        for (const part of list) {
          if (metAt[part] !== turn) continue;
          const own = hitsOf[part] as Hit[];
          if (own.length < MAX_REPEATS) own.push(hit);
        }
      }
    }
  }

  private anchoredBy(anchor: number): readonly Sequence[] {
    const chunk = Math.floor(anchor / CHUNK);
    if (!this.openChunks.has(chunk)) this.openChunk(chunk);
    return this.anchored[anchor] ?? [];
  }

  /** Reads the sequences of CHUNK anchor parts: for each how many, and each as meaning, count of parts, first part, then joint and part. */
  private openChunk(chunk: number): void {
    this.openChunks.add(chunk);
    const { reader } = this;
    const packed = this.pack.sequences[chunk] ?? '';
    reader.from(packed);
    for (let anchor = chunk * CHUNK; reader.at < packed.length; anchor++) {
      const sequences: Sequence[] = [];
      for (let left = reader.next(); left > 0; left--) {
        const sequence: Sequence = { meaning: reader.next(), parts: [], joints: [] };
        const count = reader.next();
        sequence.parts.push(reader.next());
        while (sequence.parts.length < count) {
          sequence.joints.push(reader.next());
          sequence.parts.push(reader.next());
        }
        sequences.push(sequence);
      }
      if (sequences.length > 0) this.anchored[anchor] = sequences;
    }
  }

  private tryOne(
    text: Folded,
    { meaning, parts, joints }: Sequence,
    met: (meaning: number, start: number, end: number) => void,
  ): void {
    let chains: readonly Stretch[] = this.hitsOf[parts[0] as number] ?? [];
    for (let n = 1; n < parts.length && chains.length > 0; n++) {
      const joint = joints[n - 1] as number;
      const next: Stretch[] = [];
      for (const hit of this.hitsOf[parts[n] as number] ?? []) {
        const chain = this.lastBefore(text, chains, hit.start, joint);
        if (chain) next.push({ start: chain.start, end: hit.end });
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
    if (joint === SPACED) return distance >= 1 && distance <= 2;
    const { gap, terse } = this.reach;
    return distance <= gap && sameSentence(text, end, start, terse);
  }
}
