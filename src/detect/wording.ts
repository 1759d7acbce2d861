/**
 * How a post is worded as a whole: weights of pieces of words, of words and of pairs of words, fitted to invented posts of one
 * language (`npm run fit -- --wording`). Rules know what to look for; wording knows what stands around it, and still says
 * something where a word is missing that a rule lists.
 */
import { classOf, DIGIT, OTHER, UNSPACED } from './chars';
import type { Folded } from './fold';
import { hashOf } from './hash';
import { NumberReader, packNumbers } from './packed';

const BLANK = 32;
const ZERO = 48;
/** Pieces of words that are parted by blanks have so many characters, the blanks around the word included. */
const PIECE = 5;
/** Pieces of scripts without blanks have at least and at most so many. */
const SHORTEST = 2;
const LONGEST = 4;

/** Is told of each piece, which stands in `codes` from `start` on; a piece that is met again is told again. */
export type TellPiece = (codes: Uint16Array, start: number, width: number) => void;

/** Cuts folded texts into pieces: runs of digits are one 0, whatever is no letter is one blank. */
export class Cutter {
  private codes = new Uint16Array(0);

  /** Linear in the text. */
  cut(text: Folded, tell: TellPiece): void {
    if (this.codes.length < 2 * text.length + 2) this.codes = new Uint16Array(2 * text.length + 2);
    const { codes } = this;
    codes[0] = BLANK;
    let length = 1;
    let before = -1;
    for (let at = 0; at < text.length; ) {
      const kind = classOf(text.codes[at] as number);
      if (kind === OTHER) {
        at++;
        continue;
      }
      const start = length;
      const unspaced = kind === UNSPACED;
      for (; at < text.length; at++) {
        const code = text.codes[at] as number;
        const next = classOf(code);
        if (next === OTHER || (next === UNSPACED) !== unspaced) break;
        if (next !== DIGIT) codes[length++] = code;
        else if (length === start || codes[length - 1] !== ZERO) codes[length++] = ZERO;
      }
      codes[length++] = BLANK;
      if (unspaced) tellUnspaced(codes, start, length - 1, tell);
      else tellWord(codes, start - 1, length, before, tell);
      before = unspaced ? -1 : start - 1;
    }
  }
}

function tellUnspaced(codes: Uint16Array, start: number, end: number, tell: TellPiece): void {
  for (let at = start; at < end; at++)
    for (let width = SHORTEST; width <= LONGEST && at + width <= end; width++) tell(codes, at, width);
}

/** A word with its blanks, its pieces, and with the word `before` it. */
function tellWord(codes: Uint16Array, start: number, end: number, before: number, tell: TellPiece): void {
  tell(codes, start, end - start);
  if (end - start > PIECE) for (let at = start; at + PIECE <= end; at++) tell(codes, at, PIECE);
  if (before >= 0) tell(codes, before, end - before);
}

/** Keys have so many bits: two pieces of one language hardly ever share one. */
const KEY = 0xff_ffff;

/** The key of a piece. */
export function keyOfPiece(codes: ArrayLike<number>, start: number, width: number): number {
  return hashOf(codes, start, width) & KEY;
}

/** Weights are whole numbers of `scale` from -LARGEST to LARGEST. */
export const LARGEST = 127;

/** The wording of one language as it was fitted; `weights` by key. */
export interface WordingWeights {
  bias: number;
  scale: number;
  weights: ReadonlyMap<number, number>;
}

const FINE = 10_000;

/** One string, by rising keys. */
export function packWording({ bias, scale, weights }: WordingWeights): string {
  let last = 0;
  const entries = [...weights].sort(([a], [b]) => a - b);
  const numbers = entries.flatMap(([key, weight]) => {
    const step = key - last;
    last = key;
    return [step, weight + LARGEST];
  });
  return packNumbers([
    Math.round(bias * FINE) + FINE * FINE,
    Math.round(scale * FINE),
    entries.length,
    ...numbers,
  ]);
}

/** Pieces of a post beyond so many make it no likelier a lure, nor less: long job listings are full of weak pieces. */
const ENOUGH = 120;

/** What each of `count` known pieces of a post counts. */
export function shareOf(count: number): number {
  return count <= ENOUGH ? 1 / Math.sqrt(Math.max(1, count)) : Math.sqrt(ENOUGH) / count;
}

/** 1 in the place of each piece that a text held: room for one text at a time, whatever the language. */
let met = new Uint8Array(0);

/** How far wording may speak for a lure or against it. */
const MOST = 6;

/** The wording of one language, ready to weigh texts. */
export class Wording {
  private readonly bias: number;
  private readonly scale: number;
  /** The keys, each in the place that its last bits say or in one behind it: their upper bits, and their last 8. */
  private readonly uppers: Uint16Array;
  private readonly lowers: Uint8Array;
  /** What they weigh; 0 where no key is. */
  private readonly weights: Int8Array;
  private readonly mask: number;
  private readonly cutter = new Cutter();
  private sum = 0;
  private count = 0;

  constructor(packed: string) {
    const reader = new NumberReader().from(packed);
    this.bias = (reader.next() - FINE * FINE) / FINE;
    this.scale = reader.next() / FINE;
    const size = reader.next();
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, size * 1.5)));
    this.mask = slots - 1;
    this.uppers = new Uint16Array(slots);
    this.lowers = new Uint8Array(slots);
    this.weights = new Int8Array(slots);
    let key = 0;
    for (let n = 0; n < size; n++) {
      key += reader.next();
      const slot = this.slotOf(key);
      this.uppers[slot] = key >> 8;
      this.lowers[slot] = key & 255;
      this.weights[slot] = reader.next() - LARGEST;
    }
  }

  /**
   * How much the wording of `texts` (the fields of one post) speaks for a lure, from -MOST to MOST; 0 says nothing. Each piece
   * counts once, and the more pieces are known, the less each of them (shareOf).
   */
  weigh(texts: readonly Folded[]): number {
    if (met.length <= this.mask) met = new Uint8Array(this.mask + 1);
    else met.fill(0);
    this.sum = 0;
    this.count = 0;
    for (const text of texts) this.cutter.cut(text, this.meet);
    const value = this.bias + this.scale * this.sum * shareOf(this.count);
    return Math.max(-MOST, Math.min(MOST, value));
  }

  private readonly meet: TellPiece = (codes, start, width) => {
    const slot = this.slotOf(keyOfPiece(codes, start, width));
    const weight = this.weights[slot] as number;
    if (weight === 0 || met[slot] === 1) return;
    met[slot] = 1;
    this.sum += weight;
    this.count++;
  };

  /** Where `key` is, or would be. */
  private slotOf(key: number): number {
    const { uppers, lowers, weights, mask } = this;
    const upper = key >> 8;
    const lower = key & 255;
    let slot = key & mask;
    while (weights[slot] !== 0 && (uppers[slot] !== upper || lowers[slot] !== lower))
      slot = (slot + 1) & mask;
    return slot;
  }
}
