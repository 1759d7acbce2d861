/**
 * Fits how lures are worded (src/detect/wording.ts): logistic regression on the pieces of invented posts, by stochastic gradient
 * with a step of its own for each weight. A piece weighs what it does in all languages together and what it does in its own
 * ("frustratingly easy domain adaptation", Daumé 2007, https://aclanthology.org/P07-1033/): languages with few posts borrow
 * names, numerals and English words.
 */

import type { Folded } from '../detect/fold';
import { Cutter, LARGEST, shareOf } from '../detect/wording';
import type { WordingFile } from '../rules/compileWording';
import type { Label } from './corpus';

/** A post to learn from: its folded fields, and the language that the detector takes it for. */
export interface WordedPost {
  id: string;
  lang: string;
  label: Label;
  pieces: Int32Array;
}

/** The names of pieces by number, for all posts that are cut by it. */
export class Pieces {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly cutter = new Cutter();

  /** The different pieces of a post's fields. */
  of(texts: readonly Folded[]): Int32Array {
    const found = new Set<number>();
    for (const text of texts)
      this.cutter.cut(text, (codes, start, width) => {
        found.add(this.numberOf(String.fromCharCode(...codes.subarray(start, start + width))));
      });
    return Int32Array.from(found);
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

// Chosen on sets that were left out: a ridge of 0.003 to 0.03 and 8 to 25 rounds do about the same.
const ROUNDS = 12;
const STEP = 0.3;
const BIAS_STEP = 0.02;
const RIDGE = 0.01;
/** What squares of slopes begin with: rare pieces take no leaps. */
const FIRST = 0.01;
/** Pieces that are kept of each language: 12,000 lose 2 hard lures of 100 on sets that were left out. */
const KEPT = 20_000;

/** Weights with what their slopes added up to. */
class Weights {
  readonly values: Float64Array;
  private readonly squares: Float64Array;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.squares = new Float64Array(size).fill(FIRST);
  }

  move(n: number, slope: number): void {
    const value = this.values[n] as number;
    const ridged = slope + RIDGE * value;
    const square = (this.squares[n] as number) + ridged * ridged;
    this.squares[n] = square;
    this.values[n] = value - (STEP * ridged) / Math.sqrt(square);
  }
}

/** The numbers of `count` examples in another order each round, the same on every machine. */
function* shuffled(count: number, rounds: number): Generator<Int32Array> {
  const order = Int32Array.from({ length: count }, (_, n) => n);
  let seed = 1;
  for (let round = 0; round < rounds; round++) {
    for (let n = count - 1; n > 0; n--) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      // The last bits of such numbers repeat soon.
      const other = (seed >>> 8) % (n + 1);
      const one = order[n] as number;
      order[n] = order[other] as number;
      order[other] = one;
    }
    yield order;
  }
}

/** The numbers of the pieces of each language on their own, and in how many posts each stands. */
interface OwnPieces {
  byLang: Map<string, Map<number, number>>;
  posts: number[];
  rows: Int32Array[];
}

function ownPieces(posts: readonly WordedPost[]): OwnPieces {
  const own: OwnPieces = { byLang: new Map(), posts: [], rows: [] };
  for (const { lang, pieces } of posts) {
    const numbers = own.byLang.get(lang) ?? new Map<number, number>();
    own.byLang.set(lang, numbers);
    own.rows.push(
      pieces.map((piece) => {
        const known = numbers.get(piece);
        const number = known ?? own.posts.push(0) - 1;
        if (known === undefined) numbers.set(piece, number);
        own.posts[number] = (own.posts[number] as number) + 1;
        return number;
      }),
    );
  }
  return own;
}

/** The wording of each language that `posts` are in, whatever their order. */
export function fitWording(
  unsorted: readonly WordedPost[],
  names: readonly string[],
): Map<string, WordingFile> {
  const posts = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = ownPieces(posts);
  const langs = [...own.byLang.keys()];
  const common = new Weights(names.length);
  const special = new Weights(own.posts.length);
  const bias = new Float64Array(langs.length);
  const langOf = Int32Array.from(posts, ({ lang }) => langs.indexOf(lang));
  for (const order of shuffled(posts.length, ROUNDS)) {
    for (const n of order) {
      const { pieces, label } = posts[n] as WordedPost;
      const row = own.rows[n] as Int32Array;
      const lang = langOf[n] as number;
      const share = shareOf(pieces.length);
      let sum = 0;
      for (let k = 0; k < row.length; k++)
        sum += (common.values[pieces[k] as number] as number) + (special.values[row[k] as number] as number);
      const error = 1 / (1 + Math.exp(-(bias[lang] as number) - sum * share)) - Number(label === 'lure');
      bias[lang] = (bias[lang] as number) - BIAS_STEP * error;
      for (let k = 0; k < row.length; k++) {
        common.move(pieces[k] as number, error * share);
        special.move(row[k] as number, error * share);
      }
    }
  }
  return new Map(
    langs.map((lang, n) => {
      const weighed = [...(own.byLang.get(lang) ?? [])].map(([piece, number]) => {
        const weight = (common.values[piece] as number) + (special.values[number] as number);
        // What stands in many posts decides more than its weight alone says.
        return { piece, weight, rank: Math.abs(weight) * Math.sqrt(own.posts[number] as number) };
      });
      weighed.sort((a, b) => b.rank - a.rank);
      return [lang, inWholeSteps(bias[n] as number, weighed.slice(0, KEPT), names)];
    }),
  );
}

function inWholeSteps(
  bias: number,
  kept: readonly { piece: number; weight: number }[],
  names: readonly string[],
): WordingFile {
  const most = kept.reduce((largest, { weight }) => Math.max(largest, Math.abs(weight)), 0);
  const scale = most / LARGEST;
  const weights = new Map<string, number>();
  for (const { piece, weight } of kept) {
    const steps = Math.round(weight / scale);
    if (steps !== 0) weights.set(names[piece] as string, steps);
  }
  return { bias, scale, weights };
}
