/** Sorts what the library met in one field into evidence, and adds pairs of words and expressions. */
import { sameSentence } from './clauses';
import type { CompiledRules, Meaning, MoneyRole, Pattern } from './compiled';
import { Denials } from './denials';
import type { Folded } from './fold';
import { toText } from './fold';
import { firstFrom, groupBy, sortFew } from './group';
import type { Pairs } from './pairs';

/** A span that stands for rule number `of`; `lang` is an index of rules.languages or -1. */
export interface Span {
  of: number;
  lang: number;
  start: number;
  end: number;
}

export interface MoneySpan extends Span {
  role: MoneyRole;
}

export interface Evidence {
  indicators: Span[];
  counters: Span[];
  places: Span[];
  words: Span[];
  money: MoneySpan[];
}

/** The words of a text by their set, those of each in their order. */
export type WordsBySet = ReadonlyMap<number, readonly Span[]>;

/** Words of sets are hardly ever longer: what begins farther before a place ends before it. */
export const MAX_WORD = 60;
/** Expressions read no further than this behind their literal. */
const PATTERN_REACH = 80;
const LISTS = { indicator: 'indicators', counter: 'counters', place: 'places', word: 'words' } as const;

/** Evidence of nothing yet. */
export function emptyEvidence(): Evidence {
  return { indicators: [], counters: [], places: [], words: [], money: [] };
}

/** Adds what was met from `start` to `end` of a folded text. Small words that only tell languages apart are no evidence. */
export function addMeaning(
  rules: CompiledRules,
  text: Folded,
  found: Evidence,
  meaning: Meaning,
  start: number,
  end: number,
): void {
  const { kind, of, lang } = meaning;
  if (kind === 'common') return;
  if (kind === 'money') found.money.push({ of, lang, start, end, role: meaning.role as MoneyRole });
  else if (kind === 'pattern' || kind === 'counter-pattern')
    addPattern(rules, text, meaning, { of, lang, start, end }, found);
  else found[LISTS[kind]].push({ of, lang, start, end });
}

/**
 * Completes the evidence of one folded field, once all that was met in it is there: adds pairs of words, and drops what is
 * denied. `english` is the language that mixes with all others.
 */
export function completeEvidence(
  rules: CompiledRules,
  english: number,
  pairs: Pairs,
  text: Folded,
  found: Evidence,
): void {
  sortFew(found.words, (a, b) => a.start - b.start);
  const bySet = groupBy(found.words, ({ of }) => of);
  const denials = new Denials(rules, english, text, bySet);
  pairs.add(text, found, bySet, denials);
  dropDenied(rules, denials, found);
  dropUnless(rules, text, found, bySet);
}

/** Drops the signs beside which a word stands that makes them mean something else: "girls and boys". */
function dropUnless(rules: CompiledRules, text: Folded, found: Evidence, bySet: WordsBySet): void {
  found.indicators = found.indicators.filter((span) => {
    const unless = rules.indicators[span.of]?.unless;
    const words = unless && bySet.get(unless.set);
    return !words || !isBeside(text, span, words, unless.within, rules.weighing.terse);
  });
}

/** True when one of `words` stands at most `within` characters from `span`, or in it, in the same sentence. */
function isBeside(text: Folded, span: Span, words: readonly Span[], within: number, terse: number): boolean {
  for (let n = firstFrom(words, span.start - within - MAX_WORD); n < words.length; n++) {
    const word = words[n] as Span;
    if (word.start > span.end + within) return false;
    const [from, to] = word.start < span.start ? [word.end, span.start] : [span.end, word.start];
    if (to - from <= within && sameSentence(text, from, to, terse)) return true;
  }
  return false;
}

/** Drops the signs that a word of denial beside them turns round: "nothing is deducted from your pay". */
function dropDenied(rules: CompiledRules, denials: Denials, found: Evidence): void {
  if (denials.none) return;
  const stays = (owners: readonly { negatable: boolean }[]) => (span: Span) =>
    !owners[span.of]?.negatable || !denials.deny(span);
  found.indicators = found.indicators.filter(stays(rules.indicators));
  found.counters = found.counters.filter(stays(rules.counters));
}

const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  let known = expressions.get(source);
  if (!known) {
    known = new RegExp(source, 'y');
    expressions.set(source, known);
  }
  return known;
}

/** Tries an expression right behind the place where its literal was seen. */
function addPattern(rules: CompiledRules, text: Folded, meaning: Meaning, span: Span, found: Evidence): void {
  const counter = meaning.kind === 'counter-pattern';
  const owner = counter ? rules.counters[meaning.of] : rules.indicators[meaning.of];
  const pattern = owner?.patterns[meaning.pattern ?? 0] as Pattern | undefined;
  if (!pattern) return;
  const behind = toText(text.codes, span.end, Math.min(text.length, span.end + PATTERN_REACH));
  const regex = expression(pattern.then);
  regex.lastIndex = 0;
  if (!regex.test(behind)) return;
  (counter ? found.counters : found.indicators).push({ ...span, end: span.end + regex.lastIndex });
}
