/** Korean syllables that were taken apart into letters, put together again. Works on folded text (conjoining letters). */
import type { Folded } from './fold';

const FIRST_LEAD = 0x1100;
const LEADS = 19;
const FIRST_VOWEL = 0x1161;
const VOWELS = 21;
const FIRST_SYLLABLE = 0xac00;
const TAILS = 28;
/** Place among the final consonants of each initial one; 0 where it never ends a syllable. */
const TAIL_OF_LEAD = [1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27];

export class JamoComposer {
  private readonly strokes = new Map<number, number>();

  /** `strokes`: signs that are drawn for a vowel, each with the vowel (a single Korean letter). */
  constructor(strokes: Record<string, string>) {
    for (const [sign, vowel] of Object.entries(strokes)) {
      this.strokes.set(sign.charCodeAt(0), vowel.normalize('NFKC').charCodeAt(0));
    }
  }

  /** True for a single consonant, with which a syllable in letters may begin. */
  isLead(code: number): boolean {
    return code >= FIRST_LEAD && code < FIRST_LEAD + LEADS;
  }

  /** The syllable that begins at `i` as single letters, and where it ends; null when none does. */
  compose(folded: Folded, i: number): { code: number; end: number } | null {
    const lead = (folded.codes[i] as number) - FIRST_LEAD;
    if (lead < 0 || lead >= LEADS || i + 1 >= folded.length) return null;
    const vowel = this.vowelAt(folded, i + 1);
    if (vowel < 0) return null;
    let end = i + 2;
    let tail = 0;
    const next = end < folded.length ? (folded.codes[end] as number) - FIRST_LEAD : -1;
    // A consonant before another vowel begins the next syllable.
    if (next >= 0 && next < LEADS && this.vowelAt(folded, end + 1) < 0) tail = TAIL_OF_LEAD[next] as number;
    if (tail > 0) end++;
    return { code: FIRST_SYLLABLE + (lead * VOWELS + vowel) * TAILS + tail, end };
  }

  private vowelAt(folded: Folded, i: number): number {
    if (i >= folded.length) return -1;
    const code = folded.codes[i] as number;
    const vowel = (this.strokes.get(code) ?? code) - FIRST_VOWEL;
    return vowel >= 0 && vowel < VOWELS ? vowel : -1;
  }
}
