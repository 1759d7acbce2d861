/**
 * Folding: one spelling for all the ways in which a text can be written, with the way back to the original offsets.
 * NFKC, lower case, no accents on Latin letters, no invisible characters, traditional Chinese as simplified,
 * variants of Arabic letters as one, native digits as ASCII, any white space as one blank.
 */

import { CharTable } from './charTable';
import { grown, KEPT, serves } from './room';

/** Characters that fold to another (each side one character), from `rules/fold`. */
export type FoldPairs = Record<string, string>;

/** A folded text. Index i of `codes` came from the original's UTF-16 units `from[i]` up to, not including, `to[i]`. */
export interface Folded {
  codes: Uint16Array;
  from: Int32Array;
  to: Int32Array;
  length: number;
  /** 1 where words may begin and end anywhere, since nothing shows where they do. */
  free?: Uint8Array;
}

/** A field is read up to this many UTF-16 units; what lies behind is not judged. */
export const MAX_LENGTH = 20_000;

/** Units of a folded text for one of the original: no more as a rule, and at most. Hits keep places in 16 bits (hits.ts). */
const AS_A_RULE = 2;
const MOST_OF_ONE = 3;

const UNKNOWN = 0;
const DROP = 0xffff;
const MANY = 0xfffe;
const NEWLINE = 10;
const SPACE = 32;
const BYTE_ORDER_MARK = 0xfeff;

const INVISIBLE = /[\p{Cf}\p{Cc}\u3164\uffa0]|[\ufe00-\ufe0f]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u20e3/u;
const LATIN_MARK = /[\u0300-\u036f]/;
const ARABIC_MARK = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/;
const NUKTA = /[\u093c\u09bc\u0a3c\u0abc\u0b3c]/;
const LINE = /[\n\r\v\f\u0085\u2028\u2029]/;
const DASH = /[\u2010-\u2015\u2212\u301c\uff5e]/;
const APOSTROPHE = /[\u2018\u2019\u02bb\u02bc\u0060\u00b4\u2032]/;

/** Regional indicators and boxed letters sit outside the BMP; boxed ones fold to their letter, flags stay. */
const BOXED: readonly [number, number][] = [
  [0x1f130, 0x1f149],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

/** Zeros behind a text: who looks a few units ahead sees no letters of the text before. */
const MARGIN = 16;

/** Room for one folded text, used again for the next one. */
export class Room {
  codes = new Uint16Array(0);
  from = new Int32Array(0);
  to = new Int32Array(0);

  reserve(units: number): void {
    const size = units + MARGIN;
    if (serves(this.codes.length, size)) return;
    const least = Math.max(size, size > KEPT ? 0 : 1_024);
    this.codes = new Uint16Array(least);
    this.from = new Int32Array(least);
    this.to = new Int32Array(least);
  }

  /** Makes room for so many units more than were reserved; what lies in it stays. */
  extend(units: number): void {
    const size = Math.max(units + MARGIN, 2 * this.codes.length);
    this.codes = grown(this.codes, size);
    this.from = grown(this.from, size);
    this.to = grown(this.to, size);
  }

  /** The first `length` units as a folded text. */
  filled(length: number): Folded {
    const { codes, from, to } = this;
    codes.fill(0, length, Math.min(codes.length, length + MARGIN));
    return { codes, from, to, length };
  }
}

/** Folds texts by one set of pairs. */
export class Folder {
  /** One unit in, one unit out; UNKNOWN until first seen, DROP for nothing, MANY for an entry of `many`. */
  private readonly table = new CharTable();
  private readonly many = new Map<number, string>();
  private readonly pairs = new Map<string, string>();
  private readonly room = new Room();

  constructor(pairs: FoldPairs) {
    for (const [original, folded] of Object.entries(pairs)) this.pairs.set(original, folded);
  }

  /**
   * Folds at most MAX_LENGTH units of `text`. Any string will do, lone surrogates included. The result is valid until the next
   * text is folded into the same `room`.
   */
  fold(text: string, room: Room = this.room): Folded {
    const { table } = this;
    const limit = Math.min(text.length, MAX_LENGTH);
    room.reserve(limit * AS_A_RULE);
    let { codes, from, to } = room;
    let length = 0;
    let last = SPACE;
    for (let i = 0; i < limit; i++) {
      const unit = text.charCodeAt(i);
      let folded = table.at(unit);
      if (folded === UNKNOWN) folded = this.learn(unit);
      if (folded === DROP) continue;
      if (folded === MANY) {
        const end = unit >= 0xd800 && unit < 0xdc00 && i + 1 < limit ? i + 2 : i + 1;
        const expanded = this.expand(text, i, end);
        const needed = length + expanded.length + (limit - end) * AS_A_RULE;
        if (needed + MARGIN > codes.length) {
          room.extend(needed);
          ({ codes, from, to } = room);
        }
        length = append(room, expanded, i, end, length);
        last = length > 0 ? (codes[length - 1] as number) : SPACE;
        i = end - 1;
        continue;
      }
      if (folded === SPACE || folded === NEWLINE) {
        if (last === NEWLINE || (last === SPACE && folded === SPACE)) continue;
        if (last === SPACE && length > 0) length--;
      }
      codes[length] = folded;
      from[length] = i;
      to[length] = i + 1;
      length++;
      last = folded;
    }
    return room.filled(length);
  }

  /** The folded text as a string: for terms at build time and for tests. */
  text(text: string): string {
    const { codes, length } = this.fold(text);
    return toText(codes, 0, length);
  }

  private learn(unit: number): number {
    const result = this.foldUnit(unit);
    this.table.set(unit, result);
    return result;
  }

  private foldUnit(unit: number): number {
    if (unit >= 0xd800 && unit < 0xe000) return MANY;
    // JavaScript counts it as white space; people put it between letters as nothing at all.
    if (unit === BYTE_ORDER_MARK) return DROP;
    const char = String.fromCharCode(unit);
    if (LINE.test(char)) return NEWLINE;
    if (/\s/.test(char)) return SPACE;
    const folded = this.foldChar(char);
    if (folded === '') return DROP;
    if (folded.length === 1) return folded.charCodeAt(0);
    // Whole phrases in one character: a text of them would be many times as long, and they are no words of an offer.
    if (folded.length > MOST_OF_ONE) return SPACE;
    this.many.set(unit, folded);
    return MANY;
  }

  private expand(text: string, start: number, end: number): string {
    const known = this.many.get(text.charCodeAt(start));
    if (known !== undefined) return known;
    const point = text.codePointAt(start) ?? 0;
    if (point < 0x10000 || end - start < 2) return '';
    if (point >= 0x1f3fb && point <= 0x1f3ff) return '';
    for (const [first, final] of BOXED) {
      if (point >= first && point <= final) return String.fromCharCode(97 + point - first);
    }
    if (point >= 0xe0000) return '';
    return this.foldChar(text.slice(start, end));
  }

  private foldChar(char: string): string {
    const paired = this.pairs.get(char);
    if (paired !== undefined) return paired;
    if (INVISIBLE.test(char) || LATIN_MARK.test(char) || ARABIC_MARK.test(char) || NUKTA.test(char))
      return '';
    if (DASH.test(char)) return '-';
    if (APOSTROPHE.test(char)) return "'";
    const normal = char.normalize('NFKC').toLowerCase();
    if (/^\p{Nd}$/u.test(normal)) return String(digitOf(normal));
    let folded = '';
    for (const part of normal) folded += this.foldPart(part);
    // Spacing accents and ligatures of whole phrases decompose with blanks that nobody wrote.
    return folded.replace(/\s/g, '');
  }

  private foldPart(part: string): string {
    const paired = this.pairs.get(part);
    if (paired !== undefined) return paired;
    if (INVISIBLE.test(part)) return '';
    if (DASH.test(part)) return '-';
    if (APOSTROPHE.test(part)) return "'";
    if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(part)) {
      const bare = part.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
      return this.pairs.get(bare) ?? bare;
    }
    if (ARABIC_MARK.test(part) || LATIN_MARK.test(part) || NUKTA.test(part)) return '';
    return part;
  }
}

/** Writes what units `begin` to `end` of the original fold to, from `length` on. Returns the new length. */
function append(room: Room, folded: string, begin: number, end: number, length: number): number {
  for (let i = 0; i < folded.length; i++) {
    room.codes[length + i] = folded.charCodeAt(i);
    room.from[length + i] = begin;
    room.to[length + i] = end;
  }
  return length + folded.length;
}

/** The value 0-9 of a decimal digit of any script: such digits stand in runs of ten in Unicode. */
function digitOf(char: string): number {
  let point = char.codePointAt(0) ?? 48;
  if (point < 128) return point - 48;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
    point--;
    value++;
  }
  return value;
}

/** Units `start` to `end` of `codes` as a string. */
export function toText(codes: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i += 4_096) {
    text += String.fromCharCode(...codes.subarray(i, Math.min(end, i + 4_096)));
  }
  return text;
}

/** A copy of a folded text that outlives the next one. */
export function keep({ codes, from, to, length, free }: Folded): Folded {
  const kept = {
    codes: codes.slice(0, length),
    from: from.slice(0, length),
    to: to.slice(0, length),
    length,
  };
  return free ? { ...kept, free: free.slice(0, length) } : kept;
}
