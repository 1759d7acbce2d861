/**
 * The literals of one pack. They lie in buckets by a hash of their first characters; a filter tells for nearly every place
 * of a text that no literal begins there, and a bucket is opened when a text first asks for it.
 */
import { Bits } from './bits';
import { classOf, DIGIT, isSpacedLetter, isSyllableMark } from './chars';
import type { Folded } from './fold';
import { hashText, NO_HASH, WIDTHS } from './hash';
import { Hits, MAX_HITS, type Payload } from './hits';
import { fixedAt, fixedCount, NumberReader } from './packed';
import { grown } from './room';
import { BEGINS_WORD, INSIDE, type Starts } from './starts';

const OPEN_LEFT = 1;
const OPEN_RIGHT = 2;
const STAR = 42;
/** Stands behind a literal and behind a payload. A character that no text has and that JSON need not escape. */
export const SEPARATOR = '\x7f';
/** A stem's ending is followed no further than this. */
const MAX_ENDING = 24;
/**
 * The literals whose first `width` characters are hashed, in buckets. `data` holds the buckets one after the other, each a
 * row of entries: a literal, SEPARATOR, its payload (packed numbers), SEPARATOR. A literal may begin or end with a star
 * (open ends). `index` (fixed-width numbers) says of each bucket where it begins and how many literals lie before it, and at
 * its end where the last one ends; there are as many buckets as a power of two. `filter` (base64) has a bit set for each hash,
 * of as many bits as a power of two. `count` is the number of literals: they are numbered through all tables of a pack.
 * There can be two tables of one width: characters of two bytes stand apart where they are few.
 */
export interface TermTable {
  width: number;
  filter: string;
  index: string;
  data: string;
  count: number;
}

/** A table in use: `entries` holds the buckets that texts have asked for, one after the other, `opened` where each begins. */
interface OpenTable {
  slot: number;
  width: number;
  filter: Bits;
  index: string;
  data: string;
  /** Number of its first literal in the pack. */
  first: number;
  mask: number;
  opened: Int32Array;
  entries: Int32Array;
  length: number;
  /** What the literals stand for that texts have held. */
  payloads: Payload[];
}

/**
 * Of each entry: its hash, where the literal starts, its length times four with its flags, where its payload begins (once it
 * was read: -1 minus its place in `payloads`), its number.
 */
const NUMBERS_AN_ENTRY = 5;
const PAYLOAD = 3;
const NUMBER = 4;
/** Literals that begin with this character or one behind it (those of other scripts than Latin) have prefixes. */
const FIRST_PREFIXED = 0x370;
/** Characters of the prefixes by which a place in a text is tried before the tables are. */
const SHORT_PREFIX = 2;
const LONG_PREFIX = 4;
const SHORT_SLOT = WIDTHS.indexOf(SHORT_PREFIX);
const LONG_SLOT = WIDTHS.indexOf(LONG_PREFIX);
/** Where a bucket lies that no text has asked for. */
const UNOPENED = -1;
/** Room for entries, to begin with. */
const ENTRIES = 256;
/** Of each bucket: where it begins, and how many literals lie before it. */
const NUMBERS_A_BUCKET = 2;

export class TermIndex {
  private readonly tables: OpenTable[];
  private readonly prefixes: Bits;
  /** How many tables, the first ones, hold literals that are shorter than either prefix, and than the long one. */
  private readonly belowShort: number;
  private readonly belowLong: number;

  /** `prefixes`: as prefixesOf. `glues`: whether words of the language begin behind clitic prefixes. */
  constructor(
    tables: readonly TermTable[],
    prefixes: string,
    private readonly glues: boolean,
  ) {
    this.prefixes = new Bits(prefixes);
    this.belowShort = tables.filter(({ width }) => width < SHORT_PREFIX).length;
    this.belowLong = tables.filter(({ width }) => width < LONG_PREFIX).length;
    let first = 0;
    this.tables = tables.map(({ width, filter, index, data, count }) => {
      const buckets = (fixedCount(index) - 1) / NUMBERS_A_BUCKET;
      first += count;
      return {
        slot: WIDTHS.indexOf(width),
        width,
        filter: new Bits(filter),
        index,
        data,
        first: first - count,
        mask: buckets - 1,
        opened: new Int32Array(buckets).fill(UNOPENED),
        entries: new Int32Array(ENTRIES),
        length: 0,
        payloads: [],
      };
    });
  }

  /**
   * Every literal that begins at one of `starts`. Linear in the text for a given set of literals; valid until the next call
   * of any index.
   */
  find(text: Folded, { count, at, inside, hashes }: Starts): Hits {
    found.count = 0;
    const { tables } = this;
    for (let k = 0; k < count; k++) {
      const begins = inside[k] === BEGINS_WORD || (this.glues && inside[k] !== INSIDE);
      const own = k * WIDTHS.length;
      const prefixed = (text.codes[at[k] as number] as number) >= FIRST_PREFIXED;
      const reach = prefixed ? this.reach(hashes, own) : tables.length;
      for (let t = 0; t < reach; t++) {
        const table = tables[t] as OpenTable;
        const hash = hashes[own + table.slot] as number;
        // Wider tables have none either: the text ends.
        if (hash === NO_HASH) break;
        if (!table.filter.has(hash)) continue;
        probe(table, text, hash, at[k] as number, !begins);
      }
      if (found.count === MAX_HITS) break;
    }
    return found;
  }

  /** How many of the tables can hold a literal that begins where the hashes from `slot` on are those of the text. */
  private reach(hashes: Int32Array, slot: number): number {
    if (!this.prefixes.has(hashes[slot + SHORT_SLOT] as number)) return this.belowShort;
    if (!this.prefixes.has(hashes[slot + LONG_SLOT] as number)) return this.belowLong;
    return this.tables.length;
  }
}

/** Hashes of the prefixes of `literals` (without stars): where a text has none of them, few tables need be asked. */
export function prefixesOf(literals: readonly string[]): number[] {
  const long = literals.filter((literal) => literal.charCodeAt(0) >= FIRST_PREFIXED);
  const hashes = [SHORT_PREFIX, LONG_PREFIX].flatMap((width) =>
    long.filter(({ length }) => length >= width).map((literal) => hashText(literal, width)),
  );
  return [...new Set(hashes)];
}

const found = new Hits();

function probe(table: OpenTable, text: Folded, hash: number, i: number, inside: boolean): void {
  const { codes, length } = text;
  const n = hash & table.mask;
  let e = table.opened[n] as number;
  if (e === UNOPENED) e = openBucket(table, n);
  const { entries } = table;
  for (let left = entries[e++] as number; left > 0; left--, e += NUMBERS_AN_ENTRY) {
    if (entries[e] !== hash) continue;
    const shape = entries[e + 2] as number;
    const end = i + (shape >> 2);
    if (end > length || !equals(table.data, entries[e + 1] as number, codes, i, shape >> 2)) continue;
    if (inside && !(shape & OPEN_LEFT)) continue;
    if (end < length && isSyllableMark(codes[end] as number)) continue;
    if (!(shape & OPEN_RIGHT) && text.free?.[end] !== 1 && glues(codes, end, length)) continue;
    const from = shape & OPEN_LEFT ? wordEdge(codes, i, -1, length) : i;
    const to = shape & OPEN_RIGHT ? wordEdge(codes, end - 1, 1, length) + 1 : end;
    found.add(payloadOf(table, e), from, to);
  }
}

const reader = new NumberReader();

/** The payload of the literal whose entry begins at `e`. */
function payloadOf({ entries, payloads, data }: OpenTable, e: number): Payload {
  const at = entries[e + PAYLOAD] as number;
  if (at < 0) return payloads[-1 - at] as Payload;
  reader.from(data, at);
  const payload = { literal: entries[e + NUMBER] as number, means: reader.list(), anchors: reader.list() };
  entries[e + PAYLOAD] = -payloads.push(payload);
  return payload;
}

/** Reads a bucket into the entries of its table: how many, then each. Returns where they begin. */
function openBucket(table: OpenTable, n: number): number {
  const { data, width } = table;
  const bucketEnd = fixedAt(table.index, (n + 1) * NUMBERS_A_BUCKET);
  let number = table.first + fixedAt(table.index, n * NUMBERS_A_BUCKET + 1);
  const from = table.length;
  put(table, 0);
  for (let at = fixedAt(table.index, n * NUMBERS_A_BUCKET); at < bucketEnd; number++) {
    const literalEnd = data.indexOf(SEPARATOR, at);
    const left = data.charCodeAt(at) === STAR ? OPEN_LEFT : 0;
    const right = data.charCodeAt(literalEnd - 1) === STAR ? OPEN_RIGHT : 0;
    const begin = at + (left ? 1 : 0);
    const length = literalEnd - begin - (right ? 1 : 0);
    const hash = hashText(data.slice(begin, begin + width), width);
    put(table, hash, begin, (length << 2) | left | right, literalEnd + 1, number);
    table.entries[from] = (table.entries[from] as number) + 1;
    at = data.indexOf(SEPARATOR, literalEnd + 1) + 1;
  }
  table.opened[n] = from;
  return from;
}

function put(table: OpenTable, ...numbers: number[]): void {
  if (table.length + numbers.length > table.entries.length)
    table.entries = grown(table.entries, 2 * table.entries.length);
  table.entries.set(numbers, table.length);
  table.length += numbers.length;
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
