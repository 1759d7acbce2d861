/** Money words of a text by where they start and end: currencies, multipliers, periods, number words. */
import { isDigit, isSpacedLetter } from './chars';
import type { MoneySpan } from './evidence';
import type { Folded } from './fold';
import { firstFrom, sortFew } from './group';

const SPACE = 32;

/** Money words by where they start and end. */
export class MoneyWords {
  private readonly byStart: readonly MoneySpan[];
  private readonly byEnd: readonly MoneySpan[];
  private readonly byRole = new Map<MoneySpan['role'], MoneySpan[]>();

  constructor(all: readonly MoneySpan[]) {
    this.byStart = sortFew([...all], (a, b) => a.start - b.start);
    this.byEnd = sortFew([...this.byStart], (a, b) => a.end - b.end);
  }

  /** The words of `role` that start between two offsets, both included, in the order of the text. */
  between(role: MoneySpan['role'], from: number, to: number): MoneySpan[] {
    const words = this.of(role);
    const first = firstFrom(words, from);
    let end = first;
    while (end < words.length && (words[end] as MoneySpan).start <= to) end++;
    return words.slice(first, end);
  }

  /** The longest word of `role` that starts at `at` or one blank behind it. */
  after(at: number, text: Folded, role: MoneySpan['role']): MoneySpan | null {
    const from = text.codes[at] === SPACE ? at + 1 : at;
    return longest(this.byStart, 'start', from, role) ?? longest(this.byStart, 'start', at, role);
  }

  /** True for a figure that a letter stands right before, if that is no money word by itself: "4D3N", "B2B". */
  isGlued({ codes }: Folded, at: number): boolean {
    if (at === 0 || !isDigit(codes[at]) || !isSpacedLetter(codes[at - 1] as number)) return false;
    const word = longest(this.byEnd, 'end', at, 'before') ?? longest(this.byEnd, 'end', at, 'leading');
    return word === null || isDigit(codes[word.start - 1]);
  }

  /** Where number words start, in the order of the text. */
  numeralStarts(): number[] {
    return this.of('numeral').map(({ start }) => start);
  }

  /** The longest number word that starts at `at`. */
  numeralAt(at: number): MoneySpan | null {
    return longest(this.byStart, 'start', at, 'numeral');
  }

  /** The longest multiplier that ends at `at` or one blank before it. */
  leading(at: number, text: Folded): MoneySpan | null {
    const to = at > 0 && text.codes[at - 1] === SPACE ? at - 1 : at;
    return longest(this.byEnd, 'end', to, 'leading');
  }

  /** All forms of the longest `before` word that ends at `at` or one blank before it. */
  formsBefore(at: number, text: Folded): MoneySpan[] {
    const to = at > 0 && text.codes[at - 1] === SPACE ? at - 1 : at;
    const best = longest(this.byEnd, 'end', to, 'before');
    return best ? this.of('before').filter(({ start, end }) => start === best.start && end === to) : [];
  }

  formsAfter(at: number, text: Folded): MoneySpan[] {
    const best = this.after(at, text, 'after');
    return best ? this.of('after').filter(({ start, end }) => start === best.start && end === best.end) : [];
  }

  /** The words of `role`, in the order of the text. */
  private of(role: MoneySpan['role']): MoneySpan[] {
    let words = this.byRole.get(role);
    if (!words) {
      words = this.byStart.filter((word) => word.role === role);
      this.byRole.set(role, words);
    }
    return words;
  }
}

/** The longest word of `role` that starts or ends at `at`; `words` are sorted by `side`. */
function longest(
  words: readonly MoneySpan[],
  side: 'start' | 'end',
  at: number,
  role: MoneySpan['role'],
): MoneySpan | null {
  let best: MoneySpan | null = null;
  for (let n = firstFrom(words, at, side); n < words.length; n++) {
    const word = words[n] as MoneySpan;
    if (word[side] !== at) break;
    if (word.role === role && (!best || word.end - word.start > best.end - best.start)) best = word;
  }
  return best;
}
