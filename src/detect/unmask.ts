/**
 * Undoes disguises in a folded text: letters kept apart by signs or blanks, letters of another script, digits for letters,
 * drawn-out letters, signs and line breaks between characters of scripts without spaces.
 * The result is a second reading of the same text; the first one is judged as well.
 */
import { classOf, DIGIT, isSpacedLetter, OTHER, UNSPACED } from './chars';
import { type Folded, Room } from './fold';
import { JamoComposer } from './jamo';
import { type Lookalike, LookalikeScripts, scriptOf } from './lookalikes';
import type { Stretch } from './starts';

/** From `rules/fold/disguises.yaml`. */
export interface Disguises {
  /** [latin, cyrillic, greek] of one shape; '' where a script has none. */
  lookalikes: Lookalike[];
  leet: Record<string, string>;
  separators: string;
  /** Signs that stand in the place of a letter ("sc*m"), and the letters that are tried for them. */
  blanks: string;
  fillers: string;
  /** Signs that stand for a vowel stroke between single Korean letters. */
  strokes: Record<string, string>;
}

/** Another reading of a text. `marks` is where it differs, `sure` what must be read anew; both in its own offsets, sorted. */
export interface Unmasked extends Folded {
  marks: Stretch[];
  sure: Stretch[];
}

/** So many letters in a row, apart by signs or by blanks, are taken for a word that was pulled apart. */
const MIN_SIGNED = 3;
const MIN_BLANKED = 4;
/** A run apart by blanks alone that is as long as this is several words, and nothing shows where they end. */
const MANY_WORDS = 9;
/** So many words with digits for letters show that digits mean letters everywhere in the text. */
const MUCH_LEET = 3;
const SPACE = 32;
/** Blank and comma. Line breaks fall anywhere in text that was wrapped. */
const PHRASE_ENDS = new Set([SPACE, 44]);

export class Unmasker {
  private readonly scripts: LookalikeScripts;
  private readonly leet = new Map<number, number>();
  private readonly separators = new Set<number>();
  private readonly blanks = new Set<number>();
  /** Letters to try, one reading each, where the last text had signs in the place of letters. */
  readonly fillers: readonly number[];
  /** True when the last text had such signs. */
  hasBlanks = false;
  private filler = 0;
  /** Words of this text in which digits were read as letters. */
  private leetWords = 0;
  private bold = false;
  private readonly jamo: JamoComposer;
  private readonly zero: number;
  private readonly room = new Room();
  private free = new Uint8Array(0);
  private hasFree = false;
  private length = 0;
  private marks: Stretch[] = [];
  private sure: Stretch[] = [];

  constructor(disguises: Disguises) {
    this.scripts = new LookalikeScripts(disguises.lookalikes);
    for (const [sign, letter] of Object.entries(disguises.leet)) {
      this.leet.set(sign.charCodeAt(0), letter.charCodeAt(0));
    }
    for (const sign of disguises.separators) this.separators.add(sign.charCodeAt(0));
    for (const sign of disguises.blanks) this.blanks.add(sign.charCodeAt(0));
    this.fillers = [...disguises.fillers].map((letter) => letter.charCodeAt(0));
    this.zero = disguises.leet['0']?.charCodeAt(0) ?? 0;
    this.jamo = new JamoComposer(disguises.strokes);
  }

  /**
   * A second reading of `folded`, or null when it would read the same. `original` is the unfolded text; `filler` is
   * put where a sign stands in the place of a letter (0: such signs are dropped). The result is valid until the next call.
   */
  unmask(folded: Folded, original: string, filler = 0): Unmasked | null {
    this.room.reserve(folded.length);
    const { codes, from, to } = this.room;
    if (this.free.length !== codes.length) this.free = new Uint8Array(codes.length);
    this.hasBlanks = false;
    this.filler = filler;
    this.bold = false;
    this.run(folded, original);
    if (this.leetWords >= MUCH_LEET) {
      this.bold = true;
      this.run(folded, original);
    }
    if (this.marks.length === 0) return null;
    const { length, free, marks, sure } = this;
    return { codes, from, to, length, marks, sure, ...(this.hasFree && { free }) };
  }

  private run(folded: Folded, original: string): void {
    this.length = 0;
    this.marks = [];
    this.sure = [];
    this.leetWords = 0;
    if (this.hasFree) this.free.fill(0);
    this.hasFree = false;
    let i = 0;
    while (i < folded.length) {
      const plain = this.plainEnd(folded, original, i);
      this.copyAll(folded, i, plain);
      i = plain < folded.length ? this.step(folded, original, plain) : plain;
    }
  }

  /** How far from i on nothing can be a disguise: nearly all of nearly every text. i is where a word may begin. */
  private plainEnd(folded: Folded, original: string, i: number): number {
    const { codes, length } = folded;
    let at = i;
    while (at < length) {
      const code = codes[at] as number;
      const kind = classOf(code);
      if (kind === UNSPACED) {
        if (at + 1 >= length || classOf(codes[at + 1] as number) !== UNSPACED || this.jamo.isLead(code))
          break;
        at++;
      } else if (kind === OTHER) {
        if (this.leet.has(code)) break;
        at++;
      } else {
        const end = this.plainWordEnd(folded, original, at);
        if (end === at) break;
        at = end;
      }
    }
    return at;
  }

  /** End of the word or number at i when it is one as people write them, else i. */
  private plainWordEnd(folded: Folded, original: string, i: number): number {
    const { codes, length } = folded;
    const digits = classOf(codes[i] as number) === DIGIT;
    let script = -1;
    let end = i;
    for (; end < length; end++) {
      const code = codes[end] as number;
      if (digits ? classOf(code) !== DIGIT : !isSpacedLetter(code)) break;
      const own = digits ? -1 : scriptOf(code);
      if (own >= 0 && script >= 0 && own !== script) return i;
      if (own >= 0) script = own;
      if (!digits && end >= i + 2 && codes[end - 1] === code && codes[end - 2] === code) return i;
      if (this.capitalAsL(folded, original, end)) return i;
    }
    if (end < length) {
      const next = codes[end] as number;
      if (isSpacedLetter(next) || classOf(next) === DIGIT || this.leet.has(next)) return i;
      if (this.separators.has(next) && this.innerSign(folded, end)) return i;
    }
    return end === i + 1 && this.spelledEnd(folded, i) > i ? i : end;
  }

  private copyAll(folded: Folded, start: number, end: number): void {
    if (start === end) return;
    this.room.codes.set(folded.codes.subarray(start, end), this.length);
    this.room.from.set(folded.from.subarray(start, end), this.length);
    this.room.to.set(folded.to.subarray(start, end), this.length);
    this.length += end - start;
  }

  private put(code: number, from: number, to: number): void {
    this.room.codes[this.length] = code;
    this.room.from[this.length] = from;
    this.room.to[this.length] = to;
    this.length++;
  }

  /** Notes that the next `size` characters of the reading are not those that were written; 0 for something left out. */
  private mark(size: number): void {
    const last = this.marks.at(-1);
    if (last && last.end === this.length && size > 0) last.end += size;
    else if (last?.end !== this.length) this.marks.push({ start: this.length, end: this.length + size });
  }

  private copy(folded: Folded, i: number): void {
    this.put(folded.codes[i] as number, folded.from[i] as number, folded.to[i] as number);
  }

  private step(folded: Folded, original: string, i: number): number {
    const code = folded.codes[i] as number;
    const syllable = this.jamo.compose(folded, i);
    if (syllable) {
      this.mark(1);
      this.put(syllable.code, folded.from[i] as number, folded.to[syllable.end - 1] as number);
      return syllable.end;
    }
    if (classOf(code) === UNSPACED) return this.stepUnspaced(folded, i);
    if (!isSpacedLetter(code) && !this.leet.has(code) && classOf(code) !== DIGIT) {
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
    if (!joins || this.isPhraseEnd(folded, i, next)) return i + 1;
    this.mark(0);
    return next;
  }

  /**
   * True when blanks or commas between ideographs or kana part two phrases, as they do everywhere: a word that is pulled apart
   * by them leaves single characters.
   */
  private isPhraseEnd({ codes, length }: Folded, last: number, next: number): boolean {
    if (!isIdeographic(codes[last] as number) || !isIdeographic(codes[next] as number)) return false;
    for (let i = last + 1; i < next; i++) if (!PHRASE_ENDS.has(codes[i] as number)) return false;
    return (
      last > 0 &&
      classOf(codes[last - 1] as number) === UNSPACED &&
      next + 1 < length &&
      classOf(codes[next + 1] as number) === UNSPACED
    );
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
    const least = codes[i + 1] === SPACE ? MIN_BLANKED : MIN_SIGNED;
    return letters >= least ? end : i;
  }

  private isLetterlike(code: number): boolean {
    return isSpacedLetter(code) || classOf(code) === DIGIT || this.leet.has(code);
  }

  private joinSpelled(folded: Folded, start: number, end: number): number {
    const begin = this.length;
    const sign = folded.codes[start + 1] as number;
    const script = this.scripts.mixed(folded, start, end);
    const isFree = sign === SPACE && end - start >= 2 * MANY_WORDS - 1;
    for (let i = start; i < end; i++) {
      let code = folded.codes[i] as number;
      if (this.isGap(code)) {
        if (this.endsWord(folded, i, sign)) this.copy(folded, i);
        continue;
      }
      code = this.leet.get(code) ?? code;
      code = this.scripts.into(script, code);
      if (isFree) {
        this.free[this.length] = 1;
        this.hasFree = true;
      }
      this.mark(1);
      this.put(code, folded.from[i] as number, folded.to[i] as number);
    }
    this.sure.push({ start: begin, end: this.length });
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
    // Signs at either end of a word are what they look like: "@name", "now!", "$900".
    let first = -1;
    let last = -1;
    let pending = 0;
    for (; end < length; end++) {
      const code = codes[end] as number;
      const letter = isSpacedLetter(code);
      if (letter || classOf(code) === DIGIT) {
        if (letter) letters++;
        else signs++;
        if (first < 0) first = end;
        else signs += pending;
        pending = 0;
        last = end;
      } else if (this.leet.has(code) || this.innerSign(folded, end)) pending++;
      else break;
    }
    if (this.bold) {
      signs += pending;
      first = start;
      last = end - 1;
    }
    if (end === start) {
      this.copy(folded, start);
      return start + 1;
    }
    if (signs > 0 && this.isNumber(folded, start, end)) {
      this.putNumber(folded, start, end);
      return end;
    }
    const script = this.scripts.mixed(folded, start, end);
    const readSigns = signs > 0 && letters >= signs && letters >= (this.bold ? 1 : 2);
    if (readSigns) this.leetWords++;
    for (let i = start; i < end; i++)
      this.putWordUnit(folded, original, i, start, script, readSigns && i >= first && i <= last);
    return end;
  }

  /** "9OO": digits, and the letter that looks like a zero. */
  private isNumber(folded: Folded, start: number, end: number): boolean {
    let zeros = 0;
    for (let i = start; i < end; i++) {
      const code = folded.codes[i] as number;
      if (code === this.zero) zeros++;
      else if (classOf(code) !== DIGIT) return false;
    }
    return zeros > 0 && zeros < end - start;
  }

  private putNumber(folded: Folded, start: number, end: number): void {
    this.sure.push({ start: this.length, end: this.length + end - start });
    this.mark(end - start);
    for (let i = start; i < end; i++) {
      const code = folded.codes[i] as number;
      this.put(code === this.zero ? 48 : code, folded.from[i] as number, folded.to[i] as number);
    }
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
    code = this.scripts.into(script, code);
    if (readSigns && !isSpacedLetter(code)) {
      if (this.innerSign(folded, i)) {
        const blank = this.blanks.has(code);
        if (blank) this.hasBlanks = true;
        const fill = blank && this.filler > 0;
        this.mark(fill ? 1 : 0);
        if (fill) this.put(this.filler, folded.from[i] as number, folded.to[i] as number);
        return;
      }
      code = this.leet.get(code) ?? code;
    }
    if (this.capitalAsL(folded, original, i)) code = 108;
    const drawn = i >= start + 2 && folded.codes[i - 1] === kept && folded.codes[i - 2] === kept;
    if (drawn && isSpacedLetter(kept)) {
      if (this.room.codes[this.length - 1] === code && this.room.codes[this.length - 2] === code)
        this.length--;
      this.mark(0);
      return;
    }
    if (code !== kept) this.mark(1);
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

/** True for kana and ideographs. */
function isIdeographic(code: number): boolean {
  return (code >= 0x3040 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00);
}
