/** The small language in which terms are written: `*` open end, `…` bounded gap, `(a|b)` alternatives. */
import { UNSPACED_SCRIPTS } from '../detect/chars';
import { GAPPED, GLUED, SPACED } from '../detect/sequences';

/** One part of a parsed term: folded literals that are alternatives, and how it joins the part before it. */
export interface TermPart {
  joint: number;
  literals: string[];
}

/** A term may be written for so many sequences (optional parts multiply them). */
const MAX_SEQUENCES = 16;
/** Up to so many literals a run of alternatives is written out; more stay parts that must touch. */
const MAX_WRITTEN_OUT = 4;
const MAX_ALTERNATIVES = 64;
const MAX_GAPS = 2;
const MIN_STEM = 3;
/** A syllable a letter: two say as much as three of an alphabet. */
const MIN_SYLLABLE_STEM = 2;
const SYLLABLES =
  /^[\p{Script=Ethiopic}\p{Script=Devanagari}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Bengali}]+$/u;
const MAX_LITERAL = 120;

/** A stretch of a term: its alternatives as written. */
interface Piece {
  joint: number;
  options: string[];
}

/**
 * Parses one term and folds its literals with `fold`. Returns one list of parts for each way to take optional parts;
 * a list with one part is plain literals. Throws Error with the reason when the term is ill-formed or too short.
 */
export function parseTerm(term: string, fold: (text: string) => string): TermPart[][] {
  const ways = withoutInnerStars(term).flatMap((plain) => parsePlain(plain, fold));
  if (ways.length > MAX_SEQUENCES)
    throw new Error(`"${term}" can be read in more than ${MAX_SEQUENCES} ways`);
  return ways;
}

/** "(a* b*|c) d" is "a* b* d" or "c d": an open end inside an alternative is an end of a part of its own. */
function withoutInnerStars(term: string): string[] {
  const hasInnerStar = (option: string): boolean => /\*\s+\S/.test(option);
  const at = [...term.matchAll(/\(([^()]*)\)/g)].find(([, group = '']) =>
    group.split('|').some(hasInnerStar),
  );
  if (!at) return [term];
  const options = (at[1] as string).split('|');
  const open = options.filter(hasInnerStar);
  const rest = options.filter((option) => !open.includes(option));
  const put = (text: string): string =>
    term.slice(0, at.index) + text + term.slice(at.index + (at[0] as string).length);
  const plain = [...open, ...(rest.length > 0 ? [`(${rest.join('|')})`] : [])];
  return plain.flatMap((option) => withoutInnerStars(put(option)));
}

function parsePlain(term: string, fold: (text: string) => string): TermPart[][] {
  const stretches = term
    .replaceAll('...', '…')
    .split('…')
    .map((stretch) => stretch.trim())
    .filter((stretch) => stretch !== '');
  if (stretches.length === 0) throw new Error(`"${term}" is empty`);
  if (stretches.length > MAX_GAPS + 1) throw new Error(`"${term}" has more than ${MAX_GAPS} gaps`);
  const pieces = stretches.flatMap((stretch, n) => split(stretch, n > 0));
  return takeOptional(pieces).map((way) => {
    const parts = writeOut(way).map(({ joint, options }) => ({ joint, literals: foldAll(options, fold) }));
    check(term, parts);
    return parts;
  });
}

/** Cuts a stretch into words and groups; `gapped` tells that a gap stands before it. */
function split(stretch: string, gapped: boolean): Piece[] {
  if (/[()|]/.test(stretch.replace(/\([^()]*\)/g, '')))
    throw new Error(`"${stretch}" has a bracket or bar out of place`);
  const words = stretch.match(/(?:\([^()]*\)|[^\s()])+/g) ?? [];
  return words.flatMap((word, n) => {
    const joint = n > 0 ? SPACED : gapped ? GAPPED : GLUED;
    return splitWord(word).map((options, k) => ({ joint: k === 0 ? joint : GLUED, options }));
  });
}

/** In scripts without spaces groups may stay apart inside a word; elsewhere a word is written out. */
function splitWord(word: string): string[][] {
  const groups = [...word.matchAll(/\(([^()]*)\)|[^()]+/g)].map(([whole, group]) =>
    // A blank inside the brackets counts: "(very |)free" is "very free" or "free".
    group === undefined ? [whole] : group.split('|').map((option) => option.replace(/\s+/g, ' ')),
  );
  if (groups.length > 1 && UNSPACED_SCRIPTS.test(word)) return groups;
  let options = [''];
  for (const group of groups) options = options.flatMap((head) => group.map((tail) => head + tail));
  if (options.length > MAX_ALTERNATIVES)
    throw new Error(`"${word}" has more than ${MAX_ALTERNATIVES} alternatives`);
  return [[...new Set(options)]];
}

/** An empty alternative means that the whole part may be missing. */
function takeOptional(pieces: Piece[]): Piece[][] {
  let ways: Piece[][] = [[]];
  for (const piece of pieces) {
    const options = piece.options.filter((option) => option.trim() !== '');
    const optional = options.length < piece.options.length;
    const withPiece = options.length > 0 ? ways.map((way) => [...way, { ...piece, options }]) : [];
    ways = optional || options.length === 0 ? [...withPiece, ...ways] : withPiece;
  }
  return ways.filter((way) => way.length > 0);
}

/** Joins neighbours without a gap into one part as long as few literals come of it. */
function writeOut(way: Piece[]): Piece[] {
  const parts: Piece[] = [];
  for (const piece of way) {
    const last = parts.at(-1);
    const stemBefore = last?.options.some((option) => option.endsWith('*')) ?? false;
    const openHere = piece.options.some((option) => option.startsWith('*'));
    const few = last && last.options.length * piece.options.length <= MAX_WRITTEN_OUT;
    if (last && few && piece.joint !== GAPPED && !stemBefore && !openHere) {
      const between = piece.joint === SPACED ? ' ' : '';
      last.options = last.options.flatMap((head) => piece.options.map((tail) => head + between + tail));
    } else parts.push({ ...piece });
  }
  return parts;
}

function foldAll(options: readonly string[], fold: (text: string) => string): string[] {
  const literals = options.map((option) => {
    const left = option.startsWith('*') ? '*' : '';
    const right = option.endsWith('*') && option.length > 1 ? '*' : '';
    const bare = fold(option.slice(left.length, option.length - right.length)).trim();
    return bare === '' ? '' : `${left}${bare}${right}`;
  });
  return [...new Set(literals)].filter((literal) => literal !== '');
}

function check(term: string, parts: readonly TermPart[]): void {
  for (const { literals } of parts) {
    if (literals.length === 0) throw new Error(`"${term}" folds to nothing`);
    for (const literal of literals) checkLiteral(term, literal, parts.length === 1);
  }
}

function checkLiteral(term: string, literal: string, alone: boolean): void {
  const bare = literal.replaceAll('*', '');
  const length = [...bare].length;
  if (/.\*./.test(literal)) throw new Error(`"${term}": a star inside a word`);
  if (bare.length > MAX_LITERAL) throw new Error(`"${term}" is longer than ${MAX_LITERAL} characters`);
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(bare)) return;
  const least = SYLLABLES.test(bare) ? MIN_SYLLABLE_STEM : MIN_STEM;
  if (literal.includes('*') && length < least) {
    throw new Error(`"${term}": a stem needs ${least} characters before its star`);
  }
  if (alone && length < 2) throw new Error(`"${term}" is a single character`);
}

/** Reasons why an expression's reach is not bounded or its cost not linear; empty when it is fine. */
export function unboundedReasons(expression: string): string[] {
  const reasons: string[] = [];
  // The "?" of "(?:" is no repeat.
  const bare = expression
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[\w-]*:|<\w+>|<?[=!])/g, '(');
  if (/[*+]/.test(bare)) reasons.push('has an unbounded repeat (* or +); write {0,n}');
  if (/\{\d+,\}/.test(bare)) reasons.push('has a repeat without an upper bound');
  for (const [, upper] of bare.matchAll(/\{\d*,?(\d+)\}/g)) {
    if (Number(upper) > 60) reasons.push('has a repeat of more than 60');
  }
  if (/\(\?<?[=!]/.test(expression)) reasons.push('looks around');
  if (/\\[1-9]/.test(expression)) reasons.push('has a back-reference');
  if (repeatsChoices(bare)) reasons.push('repeats a group that holds a repeat or alternatives');
  try {
    new RegExp(expression, 'y');
  } catch (error) {
    reasons.push(error instanceof Error ? error.message : 'is not an expression');
  }
  return reasons;
}

/** True when a group that can match in several ways may stand more than once: the ways multiply. `bare` has no escapes and no sets. */
function repeatsChoices(bare: string): boolean {
  let left = bare;
  // From the inside out: a group that is harmless by itself becomes a letter, with "?" where it leaves a choice.
  for (;;) {
    const [group, inside = '', repeat = ''] = /\(([^()]*)\)([?*+]|\{[\d,]*\})?/.exec(left) ?? [];
    if (group === undefined) return false;
    const leavesChoice = /[|?*+{]/.test(inside);
    if (leavesChoice && !/^(?:|\?|\{1\}|\{[01],1\})$/.test(repeat)) return true;
    left = left.replace(group, leavesChoice || repeat !== '' ? 'x?' : 'x');
  }
}
