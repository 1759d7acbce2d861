/** Where terms may begin, and what of a text is read again. */
import { describe, expect, it } from 'vitest';
import { Folder } from '../../src/detect/fold';
import { hashesAt, hashOf, hashText, NO_HASH, WIDTHS } from '../../src/detect/hash';
import {
  cliticKey,
  crosses,
  findStarts,
  OPEN_BITS,
  OPENINGS,
  StartsRoom,
  widen,
} from '../../src/detect/starts';

const folder = new Folder({});
const plain = () => ({ clitics: new Set<number>(), openings: new Uint8Array(OPENINGS) });

function startsOf(text: string, beginnings = plain(), windows?: { start: number; end: number }[]): string[] {
  const folded = folder.fold(text);
  const { count, at, inside } = findStarts(folded, beginnings, new StartsRoom(), windows);
  return Array.from(at.slice(0, count), (offset, n) => `${inside[n] === 1 ? '~' : ''}${text[offset]}`);
}

describe('terms may begin', () => {
  it('at words and numbers, and at every character of scripts without spaces', () => {
    expect(startsOf('ab cd 123')).toEqual(['a', 'c', '1']);
    expect(startsOf('招打字')).toEqual(['招', '打', '字']);
  });

  it('at flags, and not between two of them', () => {
    const flags = startsOf('🇰🇭🇰🇭').filter((unit) => unit === '\ud83c');
    expect(flags).toHaveLength(2);
  });

  it('behind the prefixes of a script that glues them to words', () => {
    const beginnings = { ...plain(), clitics: new Set([cliticKey('و')]) };
    expect(startsOf('وعمل', beginnings)).toEqual(['و', 'ع']);
    expect(startsOf('وعمل')).toEqual(['و']);
  });

  it('inside a word where a literal is open at its beginning', () => {
    const beginnings = plain();
    beginnings.openings[hashText('ob', 2) & OPEN_BITS] = 1;
    expect(startsOf('job', beginnings)).toEqual(['j', '~o']);
  });

  it('only in the windows, from the beginning of their first word on', () => {
    expect(startsOf('one two three', plain(), [{ start: 5, end: 7 }])).toEqual(['t']);
  });
});

describe('a hash', () => {
  it('is the same in one pass over a text as for a literal, and missing where the text ends', () => {
    const { codes, length } = folder.fold('customer');
    const hashes = new Int32Array(WIDTHS.length);
    hashesAt(codes, 0, length, hashes, 0);
    for (const [n, width] of WIDTHS.entries()) {
      expect(hashes[n]).toBe(width <= length ? hashText('customer', width) : NO_HASH);
      if (width <= length) expect(hashes[n]).toBe(hashOf(codes, 0, width));
    }
  });

  it('is refused for a prefix that is never looked for', () => {
    expect(() => cliticKey('abcde')).toThrow(RangeError);
  });
});

describe('what is read again', () => {
  it('is joined where it touches and stays in the text', () => {
    const marks = [
      { start: 30, end: 31 },
      { start: 2, end: 2 },
      { start: 8, end: 9 },
    ];
    expect(widen(marks, 4, 2, 32)).toEqual([
      { start: 0, end: 11 },
      { start: 26, end: 32 },
    ]);
    expect(widen([], 4, 2, 32)).toEqual([]);
  });

  it.each([
    [{ start: 0, end: 4 }, true],
    [{ start: 0, end: 3 }, false],
    [{ start: 3, end: 6 }, false],
    [{ start: 6, end: 9 }, true],
    [{ start: 8, end: 9 }, false],
  ])('a term at %j stands across a mark: %s', (span, expected) => {
    // Something left out at 3, and something changed from 6 to 7.
    const marks = [
      { start: 3, end: 3 },
      { start: 6, end: 7 },
    ];
    expect(crosses(span, marks)).toBe(expected);
  });
});
