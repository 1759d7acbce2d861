/** The literals of one pack in a hash index, and the one pass that finds them in a folded text. */
import { CLITIC, classOf, DIGIT, isSpacedLetter, LETTER } from './chars';
import type { Folded } from './fold';

const OPEN_LEFT = 1;
const OPEN_RIGHT = 2;
const STAR = 42;
/** Literals are hashed by so many of their first characters. */
const MAX_WIDTH = 3;
/** A clitic prefix ("wa-l-") is at most this long. */
const MAX_CLITICS = 3;
/** A stem's ending is followed no further than this. */
const MAX_ENDING = 24;
/** A hostile text can repeat one term without end; more hits than this tell nothing new. */
const MAX_HITS = 3_000;

/** Where literals were found, in the order of the text; parallel lists. */
export interface Hits {
  literal: number[];
  start: number[];
  end: number[];
}

/** Buckets of one width: literal numbers sorted by hash, with where each bucket begins. */
interface Table {
  width: number;
  mask: number;
  first: Int32Array;
  entries: Int32Array;
}

export class TermIndex {
  readonly size: number;
  private readonly codes: Uint16Array;
  private readonly start: Int32Array;
  private readonly lengths: Uint8Array;
  private readonly flags: Uint8Array;
  private readonly tables: Table[];
  private readonly openLeft: Uint8Array;

  /** `literals` are joined by line feeds; their order gives them their numbers. */
  constructor(literals: string) {
    this.size = countLines(literals);
    this.codes = new Uint16Array(literals.length + 1);
    this.start = new Int32Array(this.size);
    this.lengths = new Uint8Array(this.size);
    this.flags = new Uint8Array(this.size);
    this.read(literals);
    this.openLeft = new Uint8Array(1 << 12);
    this.tables = [];
    for (let width = 1; width <= MAX_WIDTH; width++) {
      const table = this.makeTable(width);
      if (table) this.tables.push(table);
    }
  }

  private read(literals: string): void {
    let at = 0;
    let begin = 0;
    for (let entry = 0; entry < this.size; entry++) {
      let end = literals.indexOf('\n', begin);
      if (end < 0) end = literals.length;
      const left = literals.charCodeAt(begin) === STAR ? OPEN_LEFT : 0;
      const right = literals.charCodeAt(end - 1) === STAR ? OPEN_RIGHT : 0;
      const to = right ? end - 1 : end;
      this.start[entry] = at;
      this.flags[entry] = left | right;
      for (let i = begin + left; i < to; i++) this.codes[at++] = literals.charCodeAt(i);
      this.lengths[entry] = at - (this.start[entry] as number);
      begin = end + 1;
    }
  }

  private makeTable(width: number): Table | null {
    const mine: number[] = [];
    for (let entry = 0; entry < this.size; entry++) {
      if (Math.min(this.lengths[entry] as number, MAX_WIDTH) === width) mine.push(entry);
    }
    if (mine.length === 0) return null;
    let buckets = 64;
    while (buckets < mine.length * 2) buckets *= 2;
    const mask = buckets - 1;
    const first = new Int32Array(buckets + 1);
    const hashes = new Int32Array(mine.length);
    mine.forEach((entry, n) => {
      const at = this.start[entry] as number;
      const bucket = hash(this.codes, at, width) & mask;
      hashes[n] = bucket;
      first[bucket + 1] = (first[bucket + 1] as number) + 1;
      if ((this.flags[entry] as number) & OPEN_LEFT) this.openLeft[hash(this.codes, at, 2) & 0xfff] = 1;
    });
    for (let b = 0; b < buckets; b++) first[b + 1] = (first[b + 1] as number) + (first[b] as number);
    const next = first.slice();
    const entries = new Int32Array(mine.length);
    mine.forEach((entry, n) => {
      const bucket = hashes[n] as number;
      const place = next[bucket] as number;
      entries[place] = entry;
      next[bucket] = place + 1;
    });
    return { width, mask, first, entries };
  }

  /** Adds every literal of `text` to `hits`. Linear in the text for a given set of literals. */
  find(text: Folded): Hits {
    const hits: Hits = { literal: [], start: [], end: [] };
    const { codes, length } = text;
    let wordStart = 0;
    let before = 0;
    for (let i = 0; i < length && hits.literal.length < MAX_HITS; i++) {
      const kind = classOf(codes[i] as number);
      const glued = (kind === LETTER || kind === CLITIC) && (before === LETTER || before === CLITIC);
      const inNumber = kind === DIGIT && before === DIGIT;
      if (!glued && !inNumber) wordStart = i;
      before = kind;
      const free = (!glued && !inNumber) || (kind === CLITIC && i - wordStart <= MAX_CLITICS);
      if (free) this.probe(text, i, hits, false);
      else if (glued && i + 1 < length && this.openLeft[hash(codes, i, 2) & 0xfff] === 1)
        this.probe(text, i, hits, true);
    }
    return hits;
  }

  private probe(text: Folded, i: number, hits: Hits, onlyOpen: boolean): void {
    const { codes, length } = text;
    for (const table of this.tables) {
      if (i + table.width > length) return;
      const bucket = hash(codes, i, table.width) & table.mask;
      const last = table.first[bucket + 1] as number;
      for (let e = table.first[bucket] as number; e < last; e++) {
        const entry = table.entries[e] as number;
        const end = i + (this.lengths[entry] as number);
        if (end > length || !this.equals(entry, codes, i)) continue;
        const flags = this.flags[entry] as number;
        if (onlyOpen && !(flags & OPEN_LEFT)) continue;
        if (!(flags & OPEN_RIGHT) && glues(codes, end, length)) continue;
        hits.literal.push(entry);
        hits.start.push(flags & OPEN_LEFT ? wordEdge(codes, i, -1, length) : i);
        hits.end.push(flags & OPEN_RIGHT ? wordEdge(codes, end - 1, 1, length) + 1 : end);
      }
    }
  }

  private equals(entry: number, codes: Uint16Array, at: number): boolean {
    const start = this.start[entry] as number;
    const size = this.lengths[entry] as number;
    for (let k = 0; k < size; k++) if (this.codes[start + k] !== codes[at + k]) return false;
    return true;
  }
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
  if (width > 1) value = Math.imul(value ^ (codes[at + 1] as number), 0x85eb_ca6b);
  if (width > 2) value = Math.imul(value ^ (codes[at + 2] as number), 0xc2b2_ae35);
  return (value ^ (value >>> 15)) & 0x7fff_ffff;
}

function countLines(text: string): number {
  if (text === '') return 0;
  let lines = 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 10) lines++;
  return lines;
}
