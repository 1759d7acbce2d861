/**
 * Undoes disguises in a folded text: letters kept apart by signs or blanks, letters of another script, digits for letters,
 * drawn-out letters, signs and line breaks between characters of scripts without spaces.
 * The result is a second reading of the same text; the first one is judged as well.
 */
import { classOf, DIGIT, isSpacedLetter, UNSPACED } from './chars';
import type { Folded } from './fold';

/** From `rules/fold/disguises.yaml`. */
export interface Disguises {
  /** [latin, cyrillic, greek] of one shape; '' where a script has none. */
  lookalikes: [string, string, string][];
  leet: Record<string, string>;
  separators: string;
  /** Signs that stand in the place of a letter ("sc*m"), and the letters that are tried for them. */
  blanks: string;
  fillers: string;
}

/** So many single letters in a row are taken for one word that was pulled apart. */
const MIN_SPELLED = 3;
const SCRIPTS = 3;
const SPACE = 32;

export class Unmasker {
  private readonly toScript: Map<number, number>[] = [new Map(), new Map(), new Map()];
  private readonly leet = new Map<number, number>();
  private readonly separators = new Set<number>();
  private readonly blanks = new Set<number>();
  /** Letters to try, one reading each, where the last text had signs in the place of letters. */
  readonly fillers: readonly number[];
  /** True when the last text had such signs. */
  hasBlanks = false;
  private filler = 0;
  private codes = new Uint16Array(1_024);
  private from = new Int32Array(1_024);
  private to = new Int32Array(1_024);
  private length = 0;
  private changed = false;

  constructor(disguises: Disguises) {
    for (const shapes of disguises.lookalikes) {
      for (let target = 0; target < SCRIPTS; target++) {
        for (const shape of shapes) {
          const wanted = shapes[target];
          if (!shape || !wanted || shape === wanted) continue;
          const map = this.toScript[target] as Map<number, number>;
          if (!map.has(shape.charCodeAt(0))) map.set(shape.charCodeAt(0), wanted.charCodeAt(0));
        }
      }
    }
    for (const [sign, letter] of Object.entries(disguises.leet)) {
      this.leet.set(sign.charCodeAt(0), letter.charCodeAt(0));
    }
    for (const sign of disguises.separators) this.separators.add(sign.charCodeAt(0));
    for (const sign of disguises.blanks) this.blanks.add(sign.charCodeAt(0));
    this.fillers = [...disguises.fillers].map((letter) => letter.charCodeAt(0));
  }

  /**
   * A second reading of `folded`, or null when it would read the same. `original` is the unfolded text; `filler` is
   * put where a sign stands in the place of a letter (0: such signs are dropped). The result is valid until the next call.
   */
  unmask(folded: Folded, original: string, filler = 0): Folded | null {
    this.reserve(folded.length + 16);
    this.length = 0;
    this.changed = false;
    this.hasBlanks = false;
    this.filler = filler;
    let i = 0;
    while (i < folded.length) i = this.step(folded, original, i);
    if (!this.changed) return null;
    return { codes: this.codes, from: this.from, to: this.to, length: this.length };
  }

  private reserve(size: number): void {
    if (this.codes.length >= size) return;
    this.codes = new Uint16Array(size);
    this.from = new Int32Array(size);
    this.to = new Int32Array(size);
  }

  private put(code: number, from: number, to: number): void {
    this.codes[this.length] = code;
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.length++;
  }

  private copy(folded: Folded, i: number): void {
    this.put(folded.codes[i] as number, folded.from[i] as number, folded.to[i] as number);
  }

  private step(folded: Folded, original: string, i: number): number {
    const code = folded.codes[i] as number;
    if (classOf(code) === UNSPACED) return this.stepUnspaced(folded, i);
    if (!isSpacedLetter(code) && !this.leet.has(code)) {
      this.copy(folded, i);
      return i + 1;
    }
    const spelled = this.spelledEnd(folded, i);
    if (spelled > i) return this.joinSpelled(folded, i, spelled);
    return this.word(folded, original, i);
  }

  /** Drops up to three signs, blanks or line breaks between two characters of a script without spaces. */
  private stepUnspaced(folded: Folded, i: number): number {
    this.copy(folded, i);
    let next = i + 1;
    while (next < folded.length && next <= i + 3 && this.isGap(folded.codes[next] as number)) next++;
    const joins = next > i + 1 && next < folded.length && classOf(folded.codes[next] as number) === UNSPACED;
    if (!joins) return i + 1;
    this.changed = true;
    return next;
  }

  private isGap(code: number): boolean {
    return this.separators.has(code) || code === 10 || (code >= 0xd800 && code < 0xe000) || code === 0x200b;
  }

  /** End of a run "l e t t e r s" or "l.e.t.t.e.r.s" that starts at i, or i when there is none. */
  private spelledEnd(folded: Folded, i: number): number {
    const { codes, length } = folded;
    if (i > 0 && isSpacedLetter(codes[i - 1] as number)) return i;
    let letters = 1;
    let end = i + 1;
    while (end + 1 < length) {
      let next = end;
      while (next < length && next < end + 3 && this.isGap(codes[next] as number)) next++;
      if (next === end || next >= length || !this.isLetterlike(codes[next] as number)) break;
      const after = codes[next + 1];
      if (after !== undefined && next + 1 < length && this.isLetterlike(after)) break;
      letters++;
      end = next + 1;
    }
    return letters > MIN_SPELLED ? end : i;
  }

  private isLetterlike(code: number): boolean {
    return isSpacedLetter(code) || classOf(code) === DIGIT || this.leet.has(code);
  }

  private joinSpelled(folded: Folded, start: number, end: number): number {
    this.changed = true;
    const sign = folded.codes[start + 1] as number;
    for (let i = start; i < end; i++) {
      const code = folded.codes[i] as number;
      if (!this.isGap(code))
        this.put(this.leet.get(code) ?? code, folded.from[i] as number, folded.to[i] as number);
      else if (this.endsWord(folded, i, sign)) this.copy(folded, i);
    }
    return end;
  }

  /** In "j o b s   h e r e" the wide gap is a word's end (folding made one blank of several), in "j.o.b s.h.o.p" the blank. */
  private endsWord(folded: Folded, i: number, sign: number): boolean {
    if (folded.codes[i] !== SPACE) return false;
    return sign !== SPACE || (folded.from[i + 1] as number) - (folded.from[i] as number) > 1;
  }

  /** One word from i on: looks for mixed scripts, leet, drawn-out letters and signs inside. Returns its end. */
  private word(folded: Folded, original: string, start: number): number {
    const { codes, length } = folded;
    let end = start;
    let letters = 0;
    let signs = 0;
    while (end < length) {
      const code = codes[end] as number;
      if (isSpacedLetter(code)) letters++;
      else if (classOf(code) === DIGIT || this.leet.has(code) || this.innerSign(folded, end)) signs++;
      else break;
      end++;
    }
    if (end === start) {
      this.copy(folded, start);
      return start + 1;
    }
    const script = this.mixedScript(folded, start, end);
    const readSigns = signs > 0 && letters >= 2 && letters >= signs;
    for (let i = start; i < end; i++) this.putWordUnit(folded, original, i, start, script, readSigns);
    return end;
  }

  /** A sign (not a blank or hyphen) with letters on both sides: "tele.gram", "c*asino". */
  private innerSign(folded: Folded, i: number): boolean {
    const code = folded.codes[i] as number;
    if (code === 32 || code === 45 || code === 47 || code === 39 || code === 44 || !this.separators.has(code))
      return false;
    const before = i > 0 ? (folded.codes[i - 1] as number) : 32;
    const after = i + 1 < folded.length ? (folded.codes[i + 1] as number) : 32;
    return isSpacedLetter(before) && isSpacedLetter(after);
  }

  /** Index of the script that most letters have when a word mixes look-alike scripts, else -1. */
  private mixedScript(folded: Folded, start: number, end: number): number {
    let latin = 0;
    let cyrillic = 0;
    let greek = 0;
    for (let i = start; i < end; i++) {
      const code = folded.codes[i] as number;
      if (code >= 97 && code <= 122) latin++;
      else if (code >= 0x400 && code < 0x530) cyrillic++;
      else if (code >= 0x370 && code < 0x400) greek++;
    }
    const most = Math.max(latin, cyrillic, greek);
    if (most === latin + cyrillic + greek) return -1;
    if (latin === most) return 0;
    return cyrillic === most ? 1 : 2;
  }

  private putWordUnit(
    folded: Folded,
    original: string,
    i: number,
    start: number,
    script: number,
    readSigns: boolean,
  ): void {
    let code = folded.codes[i] as number;
    const kept = code;
    if (script >= 0) code = this.toScript[script]?.get(code) ?? code;
    if (readSigns && !isSpacedLetter(code)) {
      if (this.innerSign(folded, i)) {
        this.changed = true;
        if (this.blanks.has(code)) {
          this.hasBlanks = true;
          if (this.filler > 0) this.put(this.filler, folded.from[i] as number, folded.to[i] as number);
        }
        return;
      }
      code = this.leet.get(code) ?? code;
    }
    if (this.capitalAsL(folded, original, i)) code = 108;
    const drawn = i >= start + 2 && folded.codes[i - 1] === kept && folded.codes[i - 2] === kept;
    if (drawn && isSpacedLetter(kept)) {
      this.changed = true;
      if (this.codes[this.length - 1] === code && this.codes[this.length - 2] === code) this.length--;
      return;
    }
    if (code !== kept) this.changed = true;
    this.put(code, folded.from[i] as number, folded.to[i] as number);
  }

  /** A capital I between small letters is read as a small L ("TriangIe"). */
  private capitalAsL(folded: Folded, original: string, i: number): boolean {
    if (folded.codes[i] !== 105 || i === 0) return false;
    const at = folded.from[i] as number;
    if (original.charCodeAt(at) !== 73) return false;
    const before = original.charCodeAt(at - 1);
    return before >= 97 && before <= 122;
  }
}
