/** Reads the fields of a post, as written and with disguises undone, into evidence in original offsets. */
import { type Amount, findAmounts, isMoney } from './amounts';
import type { CompiledRules, Meaning, Pack } from './compiled';
import { addMeaning, completeEvidence, type Evidence, emptyEvidence } from './evidence';
import { type Folded, Folder, keep, Room } from './fold';
import { sortFew } from './group';
import { LanguageGuesser } from './language';
import { Library, type Meet } from './library';
import { Pairs } from './pairs';
import { crosses, type Starts, StartsRoom, widen } from './starts';
import { FIELDS, type Field, type Post } from './types';
import { type Unmasked, Unmasker } from './unmask';

/** A field's evidence; all spans and amounts are in UTF-16 offsets of `original`. */
export interface FieldEvidence extends Evidence {
  field: Field;
  original: string;
  amounts: Amount[];
}

/** What was read of a post; `lang` is an index of rules.languages, or -1. */
export interface ReadPost {
  fields: FieldEvidence[];
  lang: number;
  /** The fields with disguises undone; valid until the next post is read. */
  texts: Folded[];
}

/** The kinds of evidence that are spans of a language's terms. */
const SPAN_LISTS = ['indicators', 'counters', 'places', 'words'] as const;

/** A term that stands across an undone disguise begins at most so many characters before it. */
const BEFORE_MARK = 16;
/** Around a term that was disguised so much is read again, for the terms of several parts that it belongs to. */
const AROUND = 64;

/** A field on the way: as written, and with disguises undone where there are any. */
interface Draft {
  field: Field;
  original: string;
  text: Folded;
  starts: Starts;
  /** What stands in texts of every language. */
  evidence: Evidence;
  plain: { text: Unmasked; starts: Starts } | null;
  hasBlanks: boolean;
}

export class Reader {
  private readonly folder: Folder;
  private readonly unmasker: Unmasker;
  private readonly library: Library;
  private readonly guesser: LanguageGuesser;
  private readonly english: number;
  private readonly pairs: Pairs;
  /** The language that was stated last: the posts of a page state the same one. */
  private last = { tag: '', lang: -1 };
  private readonly rooms = FIELDS.map(() => ({ text: new Room(), starts: new StartsRoom() }));

  constructor(private readonly rules: CompiledRules) {
    this.folder = new Folder(rules.fold);
    this.unmasker = new Unmasker(rules.disguises);
    this.library = new Library(rules);
    this.guesser = new LanguageGuesser(rules.languages);
    this.english = rules.languages.findIndex((language) => language.id === rules.weighing.mixes);
    this.pairs = new Pairs(rules, this.english);
  }

  /** As Detector.lacking. */
  lacking(perhaps = false): string[] {
    return this.library.lacking(perhaps).map((lang) => this.rules.languages[lang]?.id ?? '');
  }

  /** Adds the terms of one language. */
  add(pack: Pack): void {
    this.library.add(pack);
  }

  read(post: Post): ReadPost {
    const common = new Map<number, number>();
    const drafts = FIELDS.flatMap((field, n) => {
      const original = post[field];
      if (typeof original !== 'string' || original === '') return [];
      return [this.draft(field, original, common, n)];
    });
    const lang = this.guesser.guess(
      drafts.map(({ text }) => text),
      common,
    );
    const { likely, perhaps } = this.guesser.plausible(common, this.english, this.rules.weighing.telling);
    const wanted = new Set(likely);
    if (this.english >= 0) wanted.add(this.english);
    const stated = this.stated(post.lang);
    if (stated >= 0) wanted.add(stated);
    for (const one of this.library.here(perhaps)) wanted.add(one);
    const fields = drafts.map((draft) => this.evidence(draft, [...wanted]));
    if (lang !== this.english) for (const field of fields) this.dropAccented(field);
    return { fields, lang, texts: drafts.map(({ text, plain }) => plain?.text ?? text) };
  }

  /** How much the wording of a post that was just read speaks for a lure (wording.ts); 0 where nothing is known of it. */
  wording({ texts, lang }: ReadPost): number {
    return this.library.wording(lang)?.weigh(texts) ?? 0;
  }

  /** In posts of another language a word with an accent is none of the language that mixes with all: "même" is no "meme". */
  private dropAccented(field: FieldEvidence): void {
    for (const list of SPAN_LISTS) {
      field[list] = field[list].filter(
        ({ lang, start, end }) => lang !== this.english || !isAccented(field.original.slice(start, end)),
      );
    }
  }

  /** Index of the language that the page states, -1 for none that is known. */
  private stated(tag = ''): number {
    if (tag !== this.last.tag) {
      const primary = primaryOf(tag);
      this.last = { tag, lang: this.rules.languages.findIndex(({ id }) => id === primary) };
    }
    return this.last.lang;
  }

  /** Folds a field, undoes its disguises, and counts its small words by language. */
  private draft(field: Field, original: string, common: Map<number, number>, n: number): Draft {
    const room = this.rooms[n] as { text: Room; starts: StartsRoom };
    const text = this.folder.fold(original, room.text);
    const starts = this.library.starts(text, room.starts);
    const evidence = emptyEvidence();
    const add = this.into(text, evidence);
    this.library.shared(text, starts, (meaning, start, end) => {
      if (meaning.kind === 'common') countCommon(meaning, common);
      else add(meaning, start, end);
    });
    const unmasked = this.unmasker.unmask(text, original);
    const { hasBlanks } = this.unmasker;
    if (unmasked === null) return { field, original, text, starts, evidence, plain: null, hasBlanks };
    const plain = this.nearMarks(unmasked);
    this.library.shared(plain.text, plain.starts, (meaning, start, end) => {
      if (meaning.kind === 'common' && crosses({ start, end }, unmasked.marks)) countCommon(meaning, common);
    });
    return { field, original, text, starts, evidence, plain, hasBlanks };
  }

  /** Adds what is met in `text` to `evidence`. */
  private into(text: Folded, evidence: Evidence): Meet {
    return (meaning, start, end) => addMeaning(this.rules, text, evidence, meaning, start, end);
  }

  private nearMarks(unmasked: Unmasked): { text: Unmasked; starts: Starts } {
    const text = { ...unmasked, ...keep(unmasked) };
    return {
      text,
      starts: this.library.starts(text, new StartsRoom(), widen(text.marks, BEFORE_MARK, 0, text.length)),
    };
  }

  private evidence(
    { field, original, text, starts, evidence: first, plain, hasBlanks }: Draft,
    wanted: number[],
  ): FieldEvidence {
    this.library.terms(text, starts, wanted, this.into(text, first));
    completeEvidence(this.rules, this.english, this.pairs, text, first);
    let amounts = this.amounts(text, first);
    mapSpans(text, first);
    const second = plain && this.readAgain(plain.text, plain.starts, wanted);
    if (plain && second) {
      if (amounts.length === 0) amounts = this.amounts(plain.text, second);
      addReading(first, plain.text, second);
    }
    for (const filler of hasBlanks ? this.unmasker.fillers : [])
      this.fill(first, original, text, filler, wanted);
    this.dropPaid(first, amounts);
    for (const list of SPAN_LISTS) if (first[list].length > 1) first[list] = outermost(first[list]);
    return { ...first, field, original, amounts };
  }

  /** Drops the signs whose numbers turn out to be money. */
  private dropPaid(evidence: Evidence, amounts: readonly Amount[]): void {
    const money = amounts.filter(isMoney);
    if (money.length === 0) return;
    evidence.indicators = evidence.indicators.filter(
      ({ of, start, end }) => !this.rules.indicators[of]?.unpaid || !crosses({ start, end }, money),
    );
  }

  /** Adds what shows when `filler` is put where a sign stands for a letter. */
  private fill(first: Evidence, original: string, text: Folded, filler: number, wanted: number[]): void {
    const unmasked = this.unmasker.unmask(text, original, filler);
    if (unmasked === null) return;
    const plain = this.nearMarks(unmasked);
    const more = this.readAgain(plain.text, plain.starts, wanted);
    if (more) addReading(first, plain.text, more);
  }

  /** What stands around the terms that only show with disguises undone; null when there are none. */
  private readAgain(text: Unmasked, starts: Starts, wanted: number[]): Evidence | null {
    const sure = widen(text.sure, AROUND, AROUND, text.length);
    const doubtful = text.marks.filter((mark) => !crosses(mark, sure));
    const crossings = doubtful.length > 0 ? this.library.crossings(text, starts, wanted, doubtful) : [];
    const windows =
      crossings.length > 0 ? widen([...text.sure, ...crossings], AROUND, AROUND, text.length) : sure;
    if (windows.length === 0) return null;
    const around = this.library.starts(text, new StartsRoom(), windows);
    const evidence = emptyEvidence();
    const add = this.into(text, evidence);
    this.library.shared(text, around, add);
    this.library.terms(text, around, wanted, add);
    completeEvidence(this.rules, this.english, this.pairs, text, evidence);
    return evidence;
  }

  /** Amounts of money in offsets of the original; `evidence` still has those of the folded text. */
  private amounts(text: Folded, evidence: Evidence): Amount[] {
    const amounts = findAmounts(this.rules.pay, text, evidence);
    for (const amount of amounts) toOriginal(text, amount);
    return amounts;
  }
}

function countCommon({ of }: Meaning, common: Map<number, number>): void {
  common.set(of, (common.get(of) ?? 0) + 1);
}

/** The language of a tag by its present name: "tl" is "fil". Anything that is no tag is its own. */
function primaryOf(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-');
  try {
    return Intl.getCanonicalLocales(primary)[0] ?? primary;
  } catch {
    return primary;
  }
}

const ACCENTED = /\p{Script=Latin}\p{Mn}/u;

function isAccented(words: string): boolean {
  return ACCENTED.test(words.normalize('NFD'));
}

/** Adds the spans of another reading that the first did not have. */
function addReading(first: Evidence, text: Folded, more: Evidence): void {
  mapSpans(text, more);
  for (const list of SPAN_LISTS) {
    const seen = new Set(first[list].map((span) => span.of));
    for (const span of more[list]) if (!seen.has(span.of)) first[list].push(span);
  }
}

/** Without spans that lie inside another of the same rule and language: several terms often meet in the same words. */
function outermost(spans: Evidence['words']): Evidence['words'] {
  sortFew(spans, (a, b) => a.of - b.of || a.lang - b.lang || a.start - b.start || b.end - a.end);
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
