/**
 * The literals of one pack, found in one pass over a folded text. Literals lie in buckets by a hash of their first
 * characters; a bucket is opened when a text first asks for it, so that a page pays only for what its texts need.
 */
import { CLITIC, classOf, DIGIT, isSpacedLetter, LETTER, UNSPACED } from './chars';
import type { Folded } from './fold';
import { fixedAt, fixedCount, NumberReader } from './packed';

const OPEN_LEFT = 1;
const OPEN_RIGHT = 2;
const STAR = 42;
/** Stands behind a literal and behind a payload. A character that no text has and that JSON need not escape. */
export const SEPARATOR = '\x7f';
/** Literals are hashed by so many of their first characters: each by the most that it has. */
export const WIDTHS: readonly number[] = [1, 2, 3, 4, 6, 8, 12];
/** Open-left literals are announced by a hash of two characters, in so many bits. */
const OPEN_BITS = 0xfff;
/** A run of clitic prefixes ("wa-bi-l-") is at most this long. */
const MAX_CLITICS = 4;
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
 * are as many buckets as a power of two.
 */
export interface TermTable {
  width: number;
  index: string;
  data: string;
}

/** A table in use: `open` holds the buckets that texts have asked for, three numbers an entry. */
interface OpenTable extends TermTable {
  mask: number;
  open: (number[] | undefined)[];
  payloads: Map<number, Payload>;
}

/** Where a literal starts, its length times four with its flags, where its payload begins. */
const NUMBERS_AN_ENTRY = 3;

export class TermIndex {
  private readonly tables: OpenTable[];
  private readonly openLeft = new Set<number>();

  /** `openings` are the first two characters of the literals that are open at their beginning, `clitics` prefixes behind which a word may begin. */
  constructor(
    tables: readonly TermTable[],
    openings: readonly string[],
    private readonly clitics: ReadonlySet<string>,
  ) {
    this.tables = tables.map((table) => ({
      ...table,
      mask: fixedCount(table.index) - 2,
      open: [],
      payloads: new Map(),
    }));
    for (const opening of openings) this.openLeft.add(hashText(opening, 2) & OPEN_BITS);
  }

  /** Every literal of `text`, in the order of the text. Linear in the text for a given set of literals. */
  find(text: Folded): Hit[] {
    const hits: Hit[] = [];
    const { codes, length } = text;
    const asksInside = this.openLeft.size > 0;
    let wordStart = 0;
    let before = 0;
    for (let i = 0; i < length && hits.length < MAX_HITS; i++) {
      const kind = text.free?.[i] === 1 ? UNSPACED : classOf(codes[i] as number);
      const glued = (kind === LETTER || kind === CLITIC) && (before === LETTER || before === CLITIC);
      const inNumber = kind === DIGIT && before === DIGIT;
      if (!glued && !inNumber) wordStart = i;
      before = kind;
      const free = (!glued && !inNumber) || (kind === CLITIC && this.isClitic(codes, wordStart, i));
      if (free) this.probe(text, i, hits, false);
      else if (glued && asksInside && i + 1 < length && this.openLeft.has(hash(codes, i, 2) & OPEN_BITS))
        this.probe(text, i, hits, true);
    }
    return hits;
  }

  private isClitic(codes: Uint16Array, from: number, to: number): boolean {
    return to - from <= MAX_CLITICS && this.clitics.has(String.fromCharCode(...codes.subarray(from, to)));
  }

  private probe(text: Folded, i: number, hits: Hit[], onlyOpen: boolean): void {
    const { codes, length } = text;
    for (const table of this.tables) {
      if (i + table.width > length) return;
      const n = hash(codes, i, table.width) & table.mask;
      const entries = table.open[n] ?? openBucket(table, n);
      for (let e = 0; e < entries.length; e += NUMBERS_AN_ENTRY) {
        const shape = entries[e + 1] as number;
        const end = i + (shape >> 2);
        if (end > length || !equals(table.data, entries[e] as number, codes, i, shape >> 2)) continue;
        if (onlyOpen && !(shape & OPEN_LEFT)) continue;
        if (!(shape & OPEN_RIGHT) && text.free?.[end] !== 1 && glues(codes, end, length)) continue;
        hits.push({
          payload: payloadAt(table, entries[e + 2] as number),
          start: shape & OPEN_LEFT ? wordEdge(codes, i, -1, length) : i,
          end: shape & OPEN_RIGHT ? wordEdge(codes, end - 1, 1, length) + 1 : end,
        });
      }
    }
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
  const { data } = table;
  const entries: number[] = [];
  const bucketEnd = fixedAt(table.index, n + 1);
  for (let at = fixedAt(table.index, n); at < bucketEnd; ) {
    const literalEnd = data.indexOf(SEPARATOR, at);
    const left = data.charCodeAt(at) === STAR ? OPEN_LEFT : 0;
    const right = data.charCodeAt(literalEnd - 1) === STAR ? OPEN_RIGHT : 0;
    const length = literalEnd - at - (left ? 1 : 0) - (right ? 1 : 0);
    entries.push(at + (left ? 1 : 0), (length << 2) | left | right, literalEnd + 1);
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

function hash(codes: Uint16Array, at: number, width: number): number {
  let value = Math.imul(codes[at] as number, 0x9e37_79b1);
  for (let k = 1; k < width; k++) value = Math.imul(value ^ (codes[at + k] as number), 0x85eb_ca6b);
  return (value ^ (value >>> 15)) & 0x7fff_ffff;
}

/** The hash of the first `width` characters of a literal: the build puts literals into buckets by it. */
export function hashText(text: string, width: number): number {
  const codes = new Uint16Array(width);
  for (let k = 0; k < width; k++) codes[k] = text.charCodeAt(k);
  return hash(codes, 0, width);
}

/** One entry of a bucket. Throws an Error when the literal holds what would break it. */
export function bucketEntry(literal: string, payload: string): string {
  if (literal.includes(SEPARATOR)) throw new Error(`a literal holds the character U+007F: "${literal}"`);
  return literal + SEPARATOR + payload + SEPARATOR;
}
