/** Pairs of words: one of a set close to one of another. What stands between and beside them tells whether they belong together. */
import { parts, sameSentence } from './clauses';
import type { CompiledRules, Near } from './compiled';
import type { Denials } from './denials';
import { type Evidence, MAX_WORD, type Span, type WordsBySet } from './evidence';
import type { Folded } from './fold';
import { firstFrom } from './group';
import { canMix } from './language';

/** Two words with so many characters between them belong together; none can be closer. */
const ADJACENT = 1;
/** Where a pair was found, a closer one is looked for in so many characters behind it. */
const FURTHER = 500;

type Owner = { near: Near[]; negatable: boolean };
type Side = 'left' | 'right';

/** A text in which pairs are looked for: the words it holds, all of them in their order and by set. */
interface Words {
  text: Folded;
  all: readonly Span[];
  bySet: WordsBySet;
}

export class Pairs {
  /** By two sets that make a pair, in either order: how far apart their words may stand. */
  private readonly reach = new Map<number, number>();
  private readonly longest: number;
  private readonly sets: number;

  /** `english` is the language that mixes with all others. */
  constructor(
    private readonly rules: CompiledRules,
    private readonly english: number,
  ) {
    this.sets = rules.wordSets.length;
    for (const { near } of [...rules.indicators, ...rules.counters])
      for (const { sets, within } of near)
        for (const key of [this.keyOf(sets[0], sets[1]), this.keyOf(sets[1], sets[0])])
          this.reach.set(key, Math.max(within, this.reach.get(key) ?? 0));
    this.longest = Math.max(0, ...this.reach.values());
  }

  /** Adds the pairs of words that a folded field holds (`bySet`) to its evidence; words of denial part what must not be denied. */
  add(text: Folded, found: Evidence, bySet: WordsBySet, denials: Denials): void {
    if (bySet.size === 0) return;
    const words: Words = { text, all: found.words, bySet };
    const addTo = (list: Span[], owners: readonly Owner[]): void => {
      for (let of = 0; of < owners.length; of++) {
        const { near, negatable } = owners[of] as Owner;
        for (const pair of near) {
          const span = this.find(words, pair, negatable ? denials : null);
          if (span) list.push({ ...span, of });
        }
      }
    };
    addTo(found.indicators, this.rules.indicators);
    addTo(found.counters, this.rules.counters);
  }

  /**
   * Of the pairs of words of two sets that stand close together in one sentence and one language, with none of the `denials`
   * between them ("the fare is not deducted"), the one that belongs together most plainly: nothing parts them, then the closest.
   */
  private find(words: Words, near: Near, denials: Denials | null): Span | null {
    const left = words.bySet.get(near.sets[0]);
    const right = words.bySet.get(near.sets[1]);
    if (!left || !right) return null;
    let best: Span | null = null;
    let least = Number.POSITIVE_INFINITY;
    let from = 0;
    for (const a of left) {
      while (from < right.length && (right[from] as Span).end < a.start - near.within) from++;
      for (let k = from; k < right.length; k++) {
        const b = right[k] as Span;
        if (b.start > a.end + near.within) break;
        const [first, second] = a.start < b.start ? [a, b] : [b, a];
        const gap = this.gap(words.text, first, second, near.within);
        if (gap >= least) continue;
        const far = parts(words.text, first.end, second.start) ? gap + near.within : gap;
        if (far >= least || denials?.between(first.end, second.start)) continue;
        if (far > gap && (this.isTaken(words, first, 'left') || this.isTaken(words, second, 'right')))
          continue;
        best = { of: 0, lang: a.lang, start: first.start, end: second.end };
        least = far;
      }
      if (least <= ADJACENT || (best && a.start > best.end + FURTHER)) break;
    }
    return best;
  }

  /** Characters between two words of one sentence and one language, in their order; infinite where they make no pair. */
  private gap(text: Folded, first: Span, second: Span, within: number): number {
    const gap = second.start - first.end;
    if (gap < 0 || gap > within || !canMix(first.lang, second.lang, this.english))
      return Number.POSITIVE_INFINITY;
    return sameSentence(text, first.end, second.start, this.rules.weighing.terse)
      ? gap
      : Number.POSITIVE_INFINITY;
  }

  /**
   * True when a word belongs to another on that side of it: it does not reach over a comma on its other side then. In "room
   * free, ticket" the ticket is not free; in "ticket, room free" it is.
   */
  private isTaken({ text, all }: Words, word: Span, side: Side): boolean {
    const far = this.longest + MAX_WORD;
    const [from, to] = side === 'left' ? [word.start - far, word.start] : [word.end, word.start + far];
    for (let n = firstFrom(all, from); n < all.length; n++) {
      const other = all[n] as Span;
      if (other.start > to) return false;
      const within = this.reach.get(this.keyOf(word.of, other.of));
      if (within === undefined) continue;
      const [first, second] = side === 'left' ? [other, word] : [word, other];
      if (this.gap(text, first, second, within) <= within && !parts(text, first.end, second.start))
        return true;
    }
    return false;
  }

  private keyOf(one: number, other: number): number {
    return one * this.sets + other;
  }
}
