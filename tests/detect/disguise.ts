/** Ways in which a text can be hidden from a filter while a person still reads it. Each takes a text and a seeded die. */
import * as OpenCC from 'opencc-js';

/** A number from 0 up to, not including, 1. */
export type Die = () => number;
export type Disguise = (text: string, die: Die) => string;

/** A die that falls the same way in every run. */
export function seededDie(seed: number): Die {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words of Latin letters, without handles and addresses, which nobody disguises. */
const LATIN_WORD = /(?<![\p{L}\p{N}@./_])[A-Za-z]{5,}(?![\p{L}\p{N}@./_])/gu;
const LETTER = /(?<=\p{L})(?=\p{L})/gu;
const HAN_PAIR = /(?<=\p{Script=Han})(?=\p{Script=Han})/gu;

/** Puts one of `marks` between some letters, in about `share` of the places. */
function between(place: RegExp, marks: readonly string[], share: number): Disguise {
  return (text, die) =>
    text.replace(place, () => (die() < share ? (marks[Math.floor(die() * marks.length)] as string) : ''));
}

/** Rewrites about `share` of the longer Latin words. */
function words(rewrite: (word: string, die: Die) => string, share: number): Disguise {
  return (text, die) => text.replace(LATIN_WORD, (word) => (die() < share ? rewrite(word, die) : word));
}

/** Swaps characters by a table, each with the chance `share`. */
function swap(table: Record<string, string>, share: number): (text: string, die: Die) => string {
  return (text, die) => [...text].map((char) => (table[char] && die() < share ? table[char] : char)).join('');
}

/** Letters and digits as they stand `offset` code points further on, where Unicode has such a run. */
function shifted(first: number, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((char, n) => [char, String.fromCodePoint(first + n)]));
}

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const LARGE = SMALL.toUpperCase();
const FULLWIDTH = {
  ...shifted(0xff41, SMALL),
  ...shifted(0xff21, LARGE),
  ...shifted(0xff10, '0123456789'),
  ' ': '\u3000',
};
const BOLD = { ...shifted(0x1d41a, SMALL), ...shifted(0x1d400, LARGE) };
const CIRCLED = { ...shifted(0x24d0, SMALL), ...shifted(0x24b6, LARGE) };
const CYRILLIC = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};
const GREEK = {
  o: 'ο',
  a: 'α',
  v: 'ν',
  A: 'Α',
  B: 'Β',
  E: 'Ε',
  H: 'Η',
  K: 'Κ',
  M: 'Μ',
  N: 'Ν',
  O: 'Ο',
  P: 'Ρ',
  T: 'Τ',
  X: 'Χ',
};
const LEET = { a: '4', e: '3', i: '1', o: '0', s: '5', A: '@', S: '$' };
/** Kangxi radicals that stand for the characters of the same shape. */
const RADICALS = {
  工: '⼯',
  高: '⾼',
  金: '⾦',
  人: '⼈',
  大: '⼤',
  女: '⼥',
  月: '⽉',
  日: '⽇',
  飞: '⾶',
  食: '⾷',
  住: '住',
  门: '⾨',
};

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });
const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

export const DISGUISES: Record<string, Disguise> = {
  'zero-width characters': between(LETTER, ['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad'], 0.4),
  'bidi characters': between(LETTER, ['\u200e', '\u200f', '\u202a', '\u2066', '\u2069'], 0.3),
  'accents on letters': (text, die) =>
    text.replace(/[A-Za-z]/g, (char) =>
      die() < 0.3 ? `${char}${'\u0301\u0308\u0323\u0336'[Math.floor(die() * 4)]}` : char,
    ),
  'letters kept apart by blanks': words((word) => ` ${[...word].join(' ')} `, 0.3),
  'letters kept apart by dots': words((word) => [...word].join('.'), 0.3),
  'letters kept apart by stars': words((word) => [...word].join('*'), 0.3),
  'a sign in a word': words((word, die) => {
    const at = 1 + Math.floor(die() * (word.length - 1));
    return `${word.slice(0, at)}${'.*_·'[Math.floor(die() * 4)]}${word.slice(at)}`;
  }, 0.5),
  'stars for vowels': words((word) => word.replace(/(?<=\w)[aeiou](?=\w)/, '*'), 0.3),
  'signs between characters': between(HAN_PAIR, [' ', '.', '*', '·', '_', '/'], 0.5),
  'line breaks inside words': between(HAN_PAIR, ['\n'], 0.2),
  'Cyrillic look-alikes': words(swap(CYRILLIC, 0.4), 0.6),
  'Greek look-alikes': words(swap(GREEK, 0.4), 0.6),
  fullwidth: swap(FULLWIDTH, 1),
  'bold mathematical letters': swap(BOLD, 1),
  'circled letters': swap(CIRCLED, 1),
  'digits for letters': words(swap(LEET, 0.4), 0.6),
  'drawn-out letters': words((word, die) => {
    const at = Math.floor(die() * word.length);
    return word.slice(0, at) + (word[at] as string).repeat(4) + word.slice(at + 1);
  }, 0.5),
  capitals: (text) => text.toUpperCase(),
  'radicals for characters': swap(RADICALS, 1),
  'traditional characters': (text) => toTraditional(text),
  'simplified characters': (text) => toSimplified(text),
  'both kinds of characters': (text, die) =>
    [...text].map((char) => (die() < 0.5 ? toTraditional(char) : toSimplified(char))).join(''),
};
