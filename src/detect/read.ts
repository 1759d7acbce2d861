/** Reads one field of a post twice, as written and with disguises undone, into evidence in original offsets. */
import { type Amount, findAmounts } from './amounts';
import type { CompiledRules } from './compiled';
import { type Evidence, gather } from './evidence';
import { type Folded, Folder } from './fold';
import { Library } from './library';
import type { Field } from './types';
import { Unmasker } from './unmask';

/** A field's evidence; all spans and amounts are in UTF-16 offsets of `original`. */
export interface FieldEvidence extends Evidence {
  field: Field;
  original: string;
  amounts: Amount[];
}

/** The kinds of evidence that are spans of a language's terms. */
export const SPAN_LISTS = ['indicators', 'counters', 'places', 'words'] as const;

export class Reader {
  private readonly folder: Folder;
  private readonly unmasker: Unmasker;
  private readonly library: Library;
  private readonly english: number;

  constructor(private readonly rules: CompiledRules) {
    this.folder = new Folder(rules.fold);
    this.unmasker = new Unmasker(rules.disguises);
    this.library = new Library(rules);
    this.english = rules.languages.findIndex((language) => language.id === rules.weighing.mixes);
  }

  /** Reads one field. `visit` sees the folded text before it is reused (to guess the language). */
  read(original: string, field: Field, visit: (text: Folded, evidence: Evidence) => void): FieldEvidence {
    const folded = this.folder.fold(original);
    const first = gather(this.rules, this.english, folded, this.library.find(folded));
    let amounts = this.amounts(folded, first);
    visit(folded, first);
    mapSpans(folded, first);
    const plain = this.unmasker.unmask(folded, original);
    const second = this.addReading(first, plain);
    if (plain && second && amounts.length === 0) amounts = this.amounts(plain, second);
    if (this.unmasker.hasBlanks) {
      for (const filler of this.unmasker.fillers)
        this.addReading(first, this.unmasker.unmask(folded, original, filler));
    }
    for (const list of SPAN_LISTS) if (first[list].length > 1) first[list] = outermost(first[list]);
    return { ...first, field, original, amounts };
  }

  /** Amounts of money in offsets of the original; `evidence` still has those of the folded text. */
  private amounts(text: Folded, evidence: Evidence): Amount[] {
    const amounts = findAmounts(this.rules.pay, text, evidence);
    for (const amount of amounts) toOriginal(text, amount);
    return amounts;
  }

  /** Adds what a reading with disguises undone shows besides; null is no other reading. */
  private addReading(first: Evidence, plain: Folded | null): Evidence | null {
    if (plain === null) return null;
    const second = gather(this.rules, this.english, plain, this.library.find(plain));
    mapSpans(plain, second);
    for (const list of SPAN_LISTS) addNew(first[list], second[list]);
    return second;
  }
}

/** Adds the spans of another reading reading that the first did not have. */
function addNew(known: Evidence['words'], more: Evidence['words']): void {
  const seen = new Set(known.map((span) => span.of));
  for (const span of more) if (!seen.has(span.of)) known.push(span);
}

/** Without spans that lie inside another of the same rule and language: several terms often meet in the same words. */
function outermost(spans: Evidence['words']): Evidence['words'] {
  spans.sort((a, b) => a.of - b.of || a.lang - b.lang || a.start - b.start || b.end - a.end);
  let last: Evidence['words'][number] | undefined;
  return spans.filter((span) => {
    const inside = last?.of === span.of && last.lang === span.lang && span.end <= last.end;
    if (!inside) last = span;
    return !inside;
  });
}

function mapSpans(text: Folded, evidence: Evidence): void {
  for (const list of SPAN_LISTS) for (const span of evidence[list]) toOriginal(text, span);
}

function toOriginal(text: Folded, span: { start: number; end: number }): void {
  const last = Math.max(span.start, span.end - 1);
  span.start = text.from[span.start] as number;
  span.end = text.to[last] as number;
}
