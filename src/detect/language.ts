/** Which language a post seems to be written in: by its script and its most frequent small words. */
import type { Folded } from './fold';

/** From `rules/languages`: `script` is a Unicode script name; `pull` is how much a letter of it says. */
export interface CompiledLanguage {
  id: string;
  /** ISO codes of the countries where it is the everyday language. */
  home: string[];
  script: string;
  pull: number;
}

/** From which number of small words on languages are told apart, and at which share of the most a language still counts. */
export interface Telling {
  least: number;
  share: number;
}

/** Every so many characters one is looked at; a script shows itself early. */
const STEP = 5;
const SAMPLES = 120;
/** Pull of a language that shares its script with others. */
const SHARED = 1;
const UNSEEN = 255;
const NONE = 254;

export class LanguageGuesser {
  private readonly scripts: string[];
  private readonly tests: RegExp[];
  private readonly table = new Uint8Array(65_536).fill(UNSEEN);
  private readonly scriptOf: number[];
  /** Letters of each script in the text that was guessed last. */
  private seen: number[] = [];

  constructor(private readonly languages: readonly CompiledLanguage[]) {
    this.scripts = [...new Set(languages.map((language) => language.script))];
    this.tests = this.scripts.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
    this.scriptOf = languages.map((language) => this.scripts.indexOf(language.script));
  }

  /** Index of the likeliest language, or -1 for a text without letters. `common` counts small words by language. */
  guess(text: Folded, common: ReadonlyMap<number, number>): number {
    const seen = new Array<number>(this.scripts.length).fill(0);
    this.seen = seen;
    let letters = 0;
    for (let i = 0, n = 0; i < text.length && n < SAMPLES; i += STEP, n++) {
      const script = this.lookUp(text.codes[i] as number);
      if (script === NONE) continue;
      seen[script] = (seen[script] as number) + 1;
      letters++;
    }
    if (letters === 0) return -1;
    let best = -1;
    let bestScore = 0;
    for (let i = 0; i < this.languages.length; i++) {
      const share = (seen[this.scriptOf[i] as number] as number) / letters;
      if (share === 0) continue;
      const language = this.languages[i] as CompiledLanguage;
      const score = share * language.pull + (common.get(i) ?? 0) * share;
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return best;
  }

  /**
   * Which languages a text can be written in, by their small words: those that have about as many as the one that has
   * most. All of them, where there are too few to tell; then -1 (no language) is all that is left out of the question.
   */
  plausible(common: ReadonlyMap<number, number>, { least, share }: Telling): (lang: number) => boolean {
    let most = 0;
    for (const count of common.values()) most = Math.max(most, count);
    if (most < least) return () => true;
    return (lang) => lang < 0 || this.hasOwnScript(lang) || (common.get(lang) ?? 0) >= most * share;
  }

  /** True when the text that was guessed last holds letters that this language alone is written in. */
  private hasOwnScript(lang: number): boolean {
    return (this.languages[lang]?.pull ?? 0) > SHARED && (this.seen[this.scriptOf[lang] as number] ?? 0) > 0;
  }

  private lookUp(code: number): number {
    const known = this.table[code] as number;
    if (known !== UNSEEN) return known;
    const char = String.fromCharCode(code);
    const found = this.tests.findIndex((test) => test.test(char));
    const script = found < 0 ? NONE : found;
    this.table[code] = script;
    return script;
  }
}
