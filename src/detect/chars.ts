/** What a character is, for word boundaries. Classes are worked out on first sight and kept in one table. */
import { CharTable } from './charTable';

export const OTHER = 1;
/** A letter or mark of a script that puts spaces between words. */
export const LETTER = 2;
/** A letter of a script without spaces between words, or one whose words carry glued particles (Hangul). */
export const UNSPACED = 3;
export const DIGIT = 4;
/** A letter of a script whose short prefixes are glued to the word (Arabic, Hebrew, Ethiopic). */
export const CLITIC = 5;

/** The part of what the table holds that is the class, and what it holds of a sign that belongs to the letter before it. */
const CLASS = 7;
const SYLLABLE_MARK = 8;

/** Matches a letter or mark of these scripts: classes must agree with how terms are cut (termSyntax.ts). */
export const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CLITIC_SCRIPTS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Ethiopic}]/u;

const classes = new CharTable();

function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (!/[\p{L}\p{M}]/u.test(char)) return OTHER;
  if (UNSPACED_SCRIPTS.test(char)) return /\p{M}/u.test(char) ? UNSPACED | SYLLABLE_MARK : UNSPACED;
  return CLITIC_SCRIPTS.test(char) ? CLITIC : LETTER;
}

/** What the table holds of a code unit, worked out on first sight. */
function known(code: number): number {
  const before = classes.at(code);
  if (before !== 0) return before;
  const found = classify(code);
  classes.set(code, found);
  return found;
}

/** The class of a UTF-16 code unit: one of the constants above. */
export function classOf(code: number): number {
  return known(code) & CLASS;
}

/**
 * True for a vowel or tone sign of a script without spaces: it belongs to the letter before it, so that no word ends there
 * (Thai for "free time" holds the letters of "Laos", but not its syllable).
 */
export function isSyllableMark(code: number): boolean {
  return (known(code) & SYLLABLE_MARK) !== 0;
}

/** True for letters that are kept apart by spaces: only between two of these is there no word boundary. */
export function isSpacedLetter(code: number): boolean {
  const found = classOf(code);
  return found === LETTER || found === CLITIC;
}

/** True for one of the ten digits to which folding brings all others. */
export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}
