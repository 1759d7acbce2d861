/** Words of denial in a folded text ("not", "nothing"), and what they turn round. */
import { sameClause } from './clauses';
import type { CompiledRules } from './compiled';
import type { Span, WordsBySet } from './evidence';
import type { Folded } from './fold';
import { canMix } from './language';

const SPACE = 32;

export class Denials {
  /** Those that deny what stands behind them, and those that deny what stands before. */
  private readonly before: readonly Span[];
  private readonly behind: readonly Span[];
  private readonly within: { spaced: number; unspaced: number };

  /** `bySet` are the words that the text holds; `english` is the language that mixes with all others. */
  constructor(
    rules: CompiledRules,
    private readonly english: number,
    private readonly text: Folded,
    bySet: WordsBySet,
  ) {
    const { before, behind, within } = rules.weighing.negation;
    this.before = bySet.get(rules.wordSets.indexOf(before)) ?? [];
    this.behind = bySet.get(rules.wordSets.indexOf(behind)) ?? [];
    this.within = within;
  }

  /** True when the text denies nothing. */
  get none(): boolean {
    return this.before.length + this.behind.length === 0;
  }

  /** True when a word of denial stands right beside `span`, in its clause. */
  deny(span: Span): boolean {
    return (
      this.before.some((word) => word.start < span.start && this.reaches(word, span, word.end, span.start)) ||
      this.behind.some((word) => word.end > span.end && this.reaches(word, span, span.end, word.start))
    );
  }

  /** True when a word that denies what follows stands from `from` to `to`, between two words that belong together. */
  between(from: number, to: number): boolean {
    return this.before.some((word) => word.start >= from && word.end <= to);
  }

  /** `from` to `to` lies between the two; a word of denial may reach into what it denies. */
  private reaches(word: Span, span: Span, from: number, to: number): boolean {
    const { codes } = this.text;
    const { spaced, unspaced } = this.within;
    const near = codes[from] === SPACE || codes[to - 1] === SPACE ? spaced : unspaced;
    return canMix(word.lang, span.lang, this.english) && to - from <= near && sameClause(this.text, from, to);
  }
}
