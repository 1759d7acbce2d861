/**
 * Whole numbers as printable characters: what the compiled rules hold most of. Reading them from a string where they are
 * needed costs less time and room than lists of numbers that are parsed and kept for terms that no page holds.
 */

/** Printable ASCII without the two characters that JSON would escape. */
const DIGITS = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).filter(
  (char) => char !== '"' && char !== '\\',
);
/** Digits below this end a number, those above say that more follows. */
const BASE = 46;
const VALUES = new Uint8Array(128);
DIGITS.forEach((char, value) => {
  VALUES[char.charCodeAt(0)] = value;
});

/** Whole numbers from 0 on, each in as few characters as it needs. */
export function packNumbers(numbers: readonly number[]): string {
  let packed = '';
  for (const number of numbers) {
    let value = number;
    while (value >= BASE) {
      packed += DIGITS[BASE + (value % BASE)];
      value = Math.floor(value / BASE);
    }
    packed += DIGITS[value];
  }
  return packed;
}

/** Reads packed numbers one after the other. */
export class NumberReader {
  private text = '';
  at = 0;

  from(text: string, at = 0): this {
    this.text = text;
    this.at = at;
    return this;
  }

  /** The next numbers: how many, then each. */
  list(): number[] {
    const list: number[] = [];
    for (let left = this.next(); left > 0; left--) list.push(this.next());
    return list;
  }

  /** The next number; 0 behind the end. */
  next(): number {
    let value = 0;
    for (let weight = 1; ; weight *= BASE) {
      const digit = VALUES[this.text.charCodeAt(this.at++) & 127] as number;
      if (digit < BASE || this.at > this.text.length) return value + digit * weight;
      value += (digit - BASE) * weight;
    }
  }
}

/** Characters of one number in a fixed-width list; enough for positions in the longest string. */
const FIXED = 4;

/** Whole numbers below 93 to the 4th, each in four characters, so that any of them can be read by itself. */
export function packFixed(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      let packed = '';
      for (let value = number, n = 0; n < FIXED; n++, value = Math.floor(value / DIGITS.length))
        packed = DIGITS[value % DIGITS.length] + packed;
      return packed;
    })
    .join('');
}

/** Number `n` of a fixed-width list. */
export function fixedAt(packed: string, n: number): number {
  let value = 0;
  for (let k = n * FIXED; k < (n + 1) * FIXED; k++)
    value = value * DIGITS.length + (VALUES[packed.charCodeAt(k) & 127] as number);
  return value;
}

/** How many numbers a fixed-width list holds. */
export function fixedCount(packed: string): number {
  return packed.length / FIXED;
}
