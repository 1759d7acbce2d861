/** The places of a folded text where a term may begin, with their hashes: worked out once for all packs. */
import { CLITIC, classOf, DIGIT, isSpacedLetter, LETTER, UNSPACED } from './chars';
import type { Folded } from './fold';
import { hashesAt, hashOf, WIDTHS } from './hash';
import { serves } from './room';

/** A stretch of a text, in offsets of the folded text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Prefixes behind which a word may begin, and how literals begin that may stand at the end of a word. */
export interface Beginnings {
  /** Hashes of the clitic prefixes, each with its length. */
  clitics: ReadonlySet<number>;
  /** 1 at the hash of two characters, in OPEN_BITS bits, with which a literal begins that is open there. */
  openings: Uint8Array;
}

export interface Starts {
  count: number;
  /** Offsets in the folded text. */
  at: Int32Array;
  /** BEGINS_WORD, INSIDE or BEHIND_CLITIC. */
  inside: Uint8Array;
  /** For each start one hash a width. */
  hashes: Int32Array;
}

export const BEGINS_WORD = 0;
/** Inside a word: only literals that are open at their beginning may begin. */
export const INSIDE = 1;
/** Behind a clitic prefix: a word begins in the languages that have such, in others it is INSIDE. */
export const BEHIND_CLITIC = 2;

/** Size of the table of openings, and the part of a hash that points into it. */
export const OPENINGS = 4_096;
export const OPEN_BITS = OPENINGS - 1;
/** UTF-16 units of a flag. */
const FLAG = 4;
const SPACE = 32;
const NEWLINE = 10;
/** A run of clitic prefixes ("wa-bi-l-") is at most this long. */
const MAX_CLITICS = 4;
/** A window is widened to the beginning of its first word, at most so far. */
const MAX_WORD = 40;

/** What a set of clitics holds for `prefix` (folded). Throws a RangeError for one that is too long to be looked for. */
export function cliticKey(prefix: string): number {
  if (prefix.length > MAX_CLITICS) throw new RangeError(`"${prefix}" is longer than ${MAX_CLITICS}`);
  const codes = Uint16Array.from({ length: prefix.length }, (_, k) => prefix.charCodeAt(k));
  return hashOf(codes, 0, codes.length);
}

/** Room for the starts of one text, used again for the next one. */
export class StartsRoom {
  private starts: Starts = emptyStarts(0);

  /** Empty starts for at most `size` places. */
  for(size: number): Starts {
    if (!serves(this.starts.at.length, size)) this.starts = emptyStarts(size);
    this.starts.count = 0;
    return this.starts;
  }
}

function emptyStarts(size: number): Starts {
  return {
    count: 0,
    at: new Int32Array(size),
    inside: new Uint8Array(size),
    hashes: new Int32Array(size * WIDTHS.length),
  };
}

/** The starts of `text`, or only those in `windows` (sorted, apart from each other); valid until the next use of `room`. */
export function findStarts(
  text: Folded,
  beginnings: Beginnings,
  room: StartsRoom,
  windows?: readonly Stretch[],
): Starts {
  const stretches = windows ?? [{ start: 0, end: text.length }];
  const most = stretches.reduce((sum, { start, end }) => sum + end - start + MAX_WORD, 0);
  const starts = room.for(Math.min(most, text.length));
  let done = 0;
  for (const { start, end } of stretches) {
    const from = Math.max(done, wordBegin(text, start));
    done = Math.min(end, text.length);
    addStarts(text, beginnings, from, done, starts);
  }
  return starts;
}

/** The beginning of the word around `at`. */
function wordBegin({ codes }: Folded, at: number): number {
  let begin = at;
  while (begin > 0 && at - begin < MAX_WORD && isSpacedLetter(codes[begin - 1] as number)) begin--;
  return begin;
}

function addStarts(text: Folded, beginnings: Beginnings, from: number, end: number, starts: Starts): void {
  const { codes, length } = text;
  let wordStart = from;
  let before = from > 0 ? classOf(codes[from - 1] as number) : 0;
  let flagEnd = 0;
  for (let i = from; i < end; i++) {
    if (isFlagLetter(codes, i)) {
      // Flags stand side by side: the second letter of one and the first of the next are no flag.
      if (i < flagEnd) continue;
      flagEnd = i + FLAG;
    }
    const kind = text.free?.[i] === 1 ? UNSPACED : classOf(codes[i] as number);
    const glued = (kind === LETTER || kind === CLITIC) && (before === LETTER || before === CLITIC);
    const inNumber = kind === DIGIT && before === DIGIT;
    before = kind;
    if (codes[i] === SPACE || codes[i] === NEWLINE) continue;
    let inside = BEGINS_WORD;
    if (!glued && !inNumber) wordStart = i;
    else if (kind === CLITIC && isClitic(codes, wordStart, i, beginnings)) inside = BEHIND_CLITIC;
    else {
      const opens = glued && i + 1 < length && beginnings.openings[hashOf(codes, i, 2) & OPEN_BITS] === 1;
      if (!opens) continue;
      inside = INSIDE;
    }
    starts.at[starts.count] = i;
    starts.inside[starts.count] = inside;
    hashesAt(codes, i, length, starts.hashes, starts.count * WIDTHS.length);
    starts.count++;
  }
}

/** True where one of the two letters of a flag stands, each two units long. */
function isFlagLetter(codes: Uint16Array, i: number): boolean {
  if (codes[i] !== 0xd83c) return false;
  const low = codes[i + 1] as number;
  return low >= 0xdde6 && low <= 0xddff;
}

function isClitic(codes: Uint16Array, from: number, to: number, { clitics }: Beginnings): boolean {
  return to - from <= MAX_CLITICS && clitics.has(hashOf(codes, from, to - from));
}

/** True when `span` holds one of the `marks` (sorted), or stands on both sides of one that is empty. */
export function crosses(span: Stretch, marks: readonly Stretch[]): boolean {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Stretch).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low];
  return mark !== undefined && mark.start < span.end;
}

/** `stretches` with so many characters before and behind them, sorted, those that touch joined. `length` is the text's. */
export function widen(
  stretches: readonly Stretch[],
  before: number,
  behind: number,
  length: number,
): Stretch[] {
  const wide: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const from = Math.max(0, start - before);
    const to = Math.min(length, end + behind);
    const last = wide.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else wide.push({ start: from, end: to });
  }
  return wide;
}
