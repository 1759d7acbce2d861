/** Which language a post seems to be written in: by its script and its most frequent small words. */
import { CharTable } from './charTable';
import type { Folded } from './fold';

/** From `rules/languages`: Unicode script names, the usual one first; `pull` is how much a letter of the usual one says. */
export interface CompiledLanguage {
  id: string;
  /** ISO codes of the countries where it is the everyday language. */
  home: string[];
  scripts: string[];
  pull: number;
}

/** How languages are told apart. */
export interface Telling {
  /** From so many telling words on. */
  least: number;
  /** A language with this share of the words that the foremost has still counts. */
  share: number;
  /** What a word of the language that mixes with all others counts. */
  mixed: number;
  /** Word sets that tell, besides the small words of the language files. */
  words: string[];
}

/** True when words of two languages (indices) can belong together in one text; `mixing` is the one that mixes with all. */
export function canMix(one: number, other: number, mixing: number): boolean {
  return one === other || one === mixing || other === mixing;
}

/** So many characters of a text are looked at, evenly spread; a script shows itself early. */
const SAMPLES = 120;
/** A character of none of the scripts. */
const NONE = -1;
/** What the table of characters holds of the first script; NONE is one less, and 0 is not known yet. */
const FIRST = 2;

export class LanguageGuesser {
  private readonly scripts: string[];
  private readonly tests: RegExp[];
  /** Of each character its script, or NONE, counted from FIRST on. */
  private readonly table = new CharTable();
  private readonly scriptsOf: number[][];
  /** Scripts that one language alone is written in. */
  private readonly exclusive: boolean[];
  /** Letters of each script in the text that was guessed last. */
  private readonly seen: Int32Array;

  constructor(private readonly languages: readonly CompiledLanguage[]) {
    this.scripts = [...new Set(languages.flatMap((language) => language.scripts))];
    this.tests = this.scripts.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
    this.seen = new Int32Array(this.scripts.length);
    this.scriptsOf = languages.map(({ scripts }) => scripts.map((script) => this.scripts.indexOf(script)));
    this.exclusive = this.scripts.map(
      (script) => languages.filter(({ scripts }) => scripts.includes(script)).length === 1,
    );
  }

  /** Index of the likeliest language of `texts` together, or -1 without letters. `common` counts small words by language. */
  guess(texts: readonly Folded[], common: ReadonlyMap<number, number>): number {
    const { seen } = this;
    seen.fill(0);
    let letters = 0;
    for (const text of texts) {
      const step = Math.max(1, Math.floor(text.length / SAMPLES));
      for (let i = 0; i < text.length; i += step) {
        const script = this.lookUp(text.codes[i] as number);
        if (script === NONE) continue;
        seen[script] = (seen[script] as number) + 1;
        letters++;
      }
    }
    if (letters === 0) return -1;
    let best = -1;
    let bestScore = 0;
    for (let i = 0; i < this.languages.length; i++) {
      const scripts = this.scriptsOf[i] as number[];
      let own = 0;
      for (let n = 0; n < scripts.length; n++) own += seen[scripts[n] as number] as number;
      if (own === 0) continue;
      const { pull } = this.languages[i] as CompiledLanguage;
      // A small word counts as much as the share of the letters that the language can be written in.
      const score = (seen[scripts[0] as number] as number) * pull + (common.get(i) ?? 0) * own;
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return best;
  }

  /**
   * Which languages the text that was guessed last can be written in. `likely`: those that have about as many telling words
   * as the one that has most, and those whose own letters it holds; with hardly any such word, all of its scripts. `perhaps`:
   * those of which only letters speak that are everybody's, as those of `mixing` are, where most letters are such. Many words mean other things in other
   * languages.
   */
  plausible(
    common: ReadonlyMap<number, number>,
    mixing: number,
    { least, share, mixed }: Telling,
  ): { likely: number[]; perhaps: number[] } {
    let most = 0;
    for (const [lang, count] of common) most = Math.max(most, lang === mixing ? count * mixed : count);
    const everybodys = this.scriptsOf[mixing]?.[0];
    const likely: number[] = [];
    const perhaps: number[] = [];
    for (let lang = 0; lang < this.languages.length; lang++) {
      const { any, own, foreign } = this.seenOf(lang, everybodys);
      const count = common.get(lang) ?? 0;
      if (own || (count > 0 && count >= (most < least ? 0 : most * share))) likely.push(lang);
      else if (most < least && any) (foreign ? likely : perhaps).push(lang);
    }
    return { likely, perhaps: this.isMostly(everybodys) ? perhaps : [] };
  }

  /** Whether at least half of the letters that were seen are of `script`. */
  private isMostly(script: number | undefined): boolean {
    const all = this.seen.reduce((sum, count) => sum + count, 0);
    return 2 * (this.seen[script ?? -1] ?? 0) >= all;
  }

  /** Whether letters of a language were seen: of any of its scripts, of one that is its alone, of one that is not `everybodys`. */
  private seenOf(
    lang: number,
    everybodys: number | undefined,
  ): { any: boolean; own: boolean; foreign: boolean } {
    const seen = { any: false, own: false, foreign: false };
    for (const script of this.scriptsOf[lang] as number[]) {
      if ((this.seen[script] ?? 0) === 0) continue;
      seen.any = true;
      seen.own ||= this.exclusive[script] as boolean;
      seen.foreign ||= script !== everybodys;
    }
    return seen;
  }

  private lookUp(code: number): number {
    const known = this.table.at(code);
    if (known !== 0) return known - FIRST;
    const char = String.fromCharCode(code);
    const script = this.tests.findIndex((test) => test.test(char));
    this.table.set(code, script + FIRST);
    return script;
  }
}
