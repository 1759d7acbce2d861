/**
 * The literals of one pack. They lie in buckets by a hash of their first characters; a filter tells for nearly every place
 * of a text that no literal begins there, and a bucket is opened when a text first asks for it.
 */
import { classOf, DIGIT, isSpacedLetter } from './chars';
import type { Folded } from './fold';
import { hashText, NO_HASH, WIDTHS } from './hash';
import { fixedAt, fixedCount, NumberReader } from './packed';
import type { Starts } from './starts';

const OPEN_LEFT = 1;
const OPEN_RIGHT = 2;
const STAR = 42;
/** Stands behind a literal and behind a payload. A character that no text has and that JSON need not escape. */
export const SEPARATOR = '\x7f';
/** A stem's ending is followed no further than this. */
const MAX_ENDING = 24;
/** A hostile text can repeat one term without end; more hits than this tell nothing new. */
const MAX_HITS = 3_000;

/** A place where a literal was found. */
export interface Hit {
  payload: Payload;
  start: number;
  end: number;
}

/** What a literal stands for: meanings, and parts of sequences; `anchors` are the parts by which sequences are looked up. */
export interface Payload {
  means: number[];
  anchors: number[];
  parts: number[];
}

/**
 * The literals whose first `width` characters are hashed, in buckets. `data` holds the buckets one after the other, each a
 * row of entries: a literal, SEPARATOR, its payload (packed numbers), SEPARATOR. A literal may begin or end with a star
 * (open ends). `index` (fixed-width numbers) says where each bucket begins, and at its end where the last one ends; there
 * are as many buckets as a power of two. `filter` (base64) has a bit set for each hash, of as many bits as a power of two.
 */
export interface TermTable {
  width: number;
  filter: string;
  index: string;
  data: string;
}

/** A table in use: `open` holds the buckets that texts have asked for. */
interface OpenTable {
  slot: number;
  width: number;
  bits: Uint8Array;
  bitMask: number;
  index: string;
  data: string;
  mask: number;
  open: (number[] | undefined)[];
  payloads: Map<number, Payload>;
}

/** Of each entry: its hash, where the literal starts, its length times four with its flags, where its payload begins. */
const NUMBERS_AN_ENTRY = 4;

export class TermIndex {
  private readonly tables: OpenTable[];

  constructor(tables: readonly TermTable[]) {
    this.tables = tables.map(({ width, filter, index, data }) => {
      const bits = Uint8Array.from(atob(filter), (char) => char.charCodeAt(0));
      const buckets = fixedCount(index) - 1;
      return {
        slot: WIDTHS.indexOf(width),
        width,
        bits,
        bitMask: bits.length * 8 - 1,
        index,
        data,
        mask: buckets - 1,
        open: new Array(buckets).fill(undefined),
        payloads: new Map(),
      };
    });
  }

  /** Every literal that begins at one of `starts`, in their order. Linear in the text for a given set of literals. */
  find(text: Folded, { count, at, inside, hashes }: Starts): Hit[] {
    const hits: Hit[] = [];
    for (const table of this.tables) {
      const { bits, bitMask, slot } = table;
      for (let k = 0, h = slot; k < count; k++, h += WIDTHS.length) {
        const hash = hashes[h] as number;
        const bit = hash & bitMask;
        if (hash === NO_HASH || ((bits[bit >> 3] as number) & (1 << (bit & 7))) === 0) continue;
        probe(table, text, hash, at[k] as number, inside[k] === 1, hits);
        if (hits.length >= MAX_HITS) return hits;
      }
    }
    return hits;
  }
}

function probe(table: OpenTable, text: Folded, hash: number, i: number, inside: boolean, hits: Hit[]): void {
  const { codes, length } = text;
  const n = hash & table.mask;
  const entries = table.open[n] ?? openBucket(table, n);
  for (let e = 0; e < entries.length; e += NUMBERS_AN_ENTRY) {
    if (entries[e] !== hash) continue;
    const shape = entries[e + 2] as number;
    const end = i + (shape >> 2);
    if (end > length || !equals(table.data, entries[e + 1] as number, codes, i, shape >> 2)) continue;
    if (inside && !(shape & OPEN_LEFT)) continue;
    if (!(shape & OPEN_RIGHT) && text.free?.[end] !== 1 && glues(codes, end, length)) continue;
    hits.push({
      payload: payloadAt(table, entries[e + 3] as number),
      start: shape & OPEN_LEFT ? wordEdge(codes, i, -1, length) : i,
      end: shape & OPEN_RIGHT ? wordEdge(codes, end - 1, 1, length) + 1 : end,
    });
  }
}

const reader = new NumberReader();

/** The payload that begins at `at`, read once. */
function payloadAt(table: OpenTable, at: number): Payload {
  const known = table.payloads.get(at);
  if (known) return known;
  reader.from(table.data, at);
  const lists = [0, 0, 0].map(() => {
    const list: number[] = [];
    for (let left = reader.next(); left > 0; left--) list.push(reader.next());
    return list;
  });
  const [means = [], anchors = [], parts = []] = lists;
  const payload = { means, anchors, parts };
  table.payloads.set(at, payload);
  return payload;
}

function openBucket(table: OpenTable, n: number): number[] {
  const { data, width } = table;
  const entries: number[] = [];
  const bucketEnd = fixedAt(table.index, n + 1);
  for (let at = fixedAt(table.index, n); at < bucketEnd; ) {
    const literalEnd = data.indexOf(SEPARATOR, at);
    const left = data.charCodeAt(at) === STAR ? OPEN_LEFT : 0;
    const right = data.charCodeAt(literalEnd - 1) === STAR ? OPEN_RIGHT : 0;
    const begin = at + (left ? 1 : 0);
    const length = literalEnd - begin - (right ? 1 : 0);
    const hash = hashText(data.slice(begin, begin + width), width);
    entries.push(hash, begin, (length << 2) | left | right, literalEnd + 1);
    at = data.indexOf(SEPARATOR, literalEnd + 1) + 1;
  }
  table.open[n] = entries;
  return entries;
}

function equals(text: string, from: number, codes: Uint16Array, at: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (text.charCodeAt(from + k) !== codes[at + k]) return false;
  return true;
}

/** Last unit of the word around `at` in the direction of `step`: a stem is quoted as the whole word. */
function wordEdge(codes: Uint16Array, at: number, step: 1 | -1, length: number): number {
  let edge = at;
  for (let n = 0; n < MAX_ENDING; n++) {
    const next = edge + step;
    if (next < 0 || next >= length) break;
    if (!isSpacedLetter(codes[edge] as number) || !isSpacedLetter(codes[next] as number)) break;
    edge = next;
  }
  return edge;
}

/** True when the unit at `end` continues the word or number that ends before it. */
function glues(codes: Uint16Array, end: number, length: number): boolean {
  if (end >= length) return false;
  const inside = codes[end - 1] as number;
  const outside = codes[end] as number;
  if (isSpacedLetter(inside)) return isSpacedLetter(outside);
  return classOf(inside) === DIGIT && classOf(outside) === DIGIT;
}

/** One entry of a bucket. Throws an Error when the literal holds what would break it. */
export function bucketEntry(literal: string, payload: string): string {
  if (literal.includes(SEPARATOR)) throw new Error(`a literal holds the character U+007F: "${literal}"`);
  return literal + SEPARATOR + payload + SEPARATOR;
}
