/** Where the sentences and clauses of a folded text end. */
import type { Folded } from './fold';

const SENTENCE_ENDS = new Set([10, 33, 0x3002, 0xff01, 0x104b, 0x17d4, 0x0964, 0x06d4, 0x1362]);
const COMMAS = [44, 59, 0x060c, 0x1363, 0x1364];
/** Commas, colons and the comma of Chinese lists, and question marks: adverts answer themselves ("Experience? Not needed"). */
const CLAUSE_ENDS = new Set([...COMMAS, 58, 63, 0xff1f, 0x061f, 0x1367, 0x3001]);
/** Commas, bars, and the signs that adverts put before each thing of a list. */
const PARTS = new Set([...COMMAS, 124, 0x2022, 0x25cf, 0x25aa, 0x27a1, 0x2705, 0x2714, 0x2611]);
const STOP = 46;
const SPACE = 32;

/**
 * True when no sentence ends between two offsets of the folded text. A question mark ends none; in texts of up to `terse`
 * characters full stops end none either.
 */
export function sameSentence(text: Folded, from: number, to: number, terse: number): boolean {
  const stops = text.length > terse;
  for (let i = from; i < to; i++) {
    const code = text.codes[i] as number;
    if (SENTENCE_ENDS.has(code) || (stops && code === STOP && text.codes[i + 1] === SPACE)) return false;
  }
  return true;
}

/** True when a sentence or a clause ends at an offset of the folded text. */
export function endsClause(text: Folded, at: number): boolean {
  return CLAUSE_ENDS.has(text.codes[at] as number) || !sameSentence(text, at, at + 1, 0);
}

/** True when no sentence and no clause ends between two offsets of the folded text. */
export function sameClause(text: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (endsClause(text, i)) return false;
  return true;
}

/** True when a sign between two offsets of the folded text parts what stands before it from what stands behind. */
export function parts(text: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (PARTS.has(text.codes[i] as number)) return true;
  return false;
}
