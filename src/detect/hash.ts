/** The hash by which literals are found: it grows character by character, so that one pass gives it for every width. */

/** Literals are hashed by so many of their first characters: each by the most that it has. */
export const WIDTHS: readonly number[] = [1, 2, 3, 4, 6, 8, 12];

const WIDEST = WIDTHS.at(-1) as number;
/** Number of each width in WIDTHS, -1 for the others. */
const SLOT = Int8Array.from({ length: WIDEST + 1 }, (_, width) => WIDTHS.indexOf(width));

/** Not negative; never NO_HASH. */
export function hashOf(codes: ArrayLike<number>, at: number, width: number): number {
  let value = Math.imul(codes[at] as number, 0x9e37_79b1);
  for (let k = 1; k < width; k++) value = Math.imul(value ^ (codes[at + k] as number), 0x85eb_ca6b);
  return finish(value);
}

/** Where the text ends before a width. */
export const NO_HASH = -1;

/** Writes the hashes of all WIDTHS at `at` into `into` from `slot` on; NO_HASH where the text of `length` units ends before. */
export function hashesAt(
  codes: Uint16Array,
  at: number,
  length: number,
  into: Int32Array,
  slot: number,
): void {
  let value = Math.imul(codes[at] as number, 0x9e37_79b1);
  into[slot] = finish(value);
  const most = Math.min(WIDEST, length - at);
  for (let k = 1; k < most; k++) {
    value = Math.imul(value ^ (codes[at + k] as number), 0x85eb_ca6b);
    const n = SLOT[k + 1] as number;
    if (n > 0) into[slot + n] = finish(value);
  }
  for (let n = WIDTHS.length - 1; n > 0 && (WIDTHS[n] as number) > most; n--) into[slot + n] = NO_HASH;
}

/** The hash of the first `width` characters of a literal: the build puts literals into buckets by it. */
export function hashText(text: string, width: number): number {
  return hashOf(
    Array.from({ length: width }, (_, k) => text.charCodeAt(k)),
    0,
    width,
  );
}

function finish(value: number): number {
  // Of 30 bits: larger numbers take browsers a number object each, or a list of fractions.
  return (value ^ (value >>> 15)) & 0x3fff_ffff;
}
