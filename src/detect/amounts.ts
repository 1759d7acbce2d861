/** Finds amounts of money in a folded text: number, multiplier, range, currency, period, in every language's way. */
import { isDigit } from './chars';
import { endsClause } from './clauses';
import type { CompiledPay } from './compiled';
import type { Evidence, MoneySpan } from './evidence';
import type { Folded } from './fold';
import { MoneyWords } from './moneyWords';

/** An amount as written. `low`/`high` are in units of its currency; offsets are those of the folded text. */
export interface Amount {
  start: number;
  end: number;
  low: number;
  /** Null when a single figure is given. */
  high: number | null;
  /** True for "up to": the low end is not stated. */
  upTo: boolean;
  /** Currency forms beside the number (indices of CompiledPay.forms); empty when none is written. */
  forms: number[];
  /** Months per period, inverted: factor from this period to a month; null when no period is written. */
  factor: number | null;
  /** True when a word near it says that this is not a wage (fee, rent, price). */
  notPay: boolean;
  /** True when a word of wages stands near it. */
  nearWage: boolean;
}

interface NumberRead {
  value: number;
  end: number;
}

const SPACE = 32;
const COMMA = 44;
const STOP = 46;
const APOSTROPHE = 39;
const COLON = 58;
/** How far a period, "up to" or "fee" may stand from the number, in folded characters. */
const NEAR_AFTER = 18;
const NEAR_BEFORE = 16;
/** No money word has more characters. */
const LONGEST = 40;
/** A page of figures (a price list) tells nothing more after this many. */
const MAX_AMOUNTS = 40;

/** All amounts of one field, in the order of the text. Dates, phone numbers and bare numbers are left out later. */
export function findAmounts(pay: CompiledPay, text: Folded, evidence: Evidence): Amount[] {
  if (evidence.money.length === 0) return [];
  if (!hasDigits(text) && evidence.money.every(({ role }) => role !== 'numeral')) return [];
  const words = new MoneyWords(evidence.money);
  const wages = evidence.words.filter((word) => word.of === pay.salaryWords);
  const amounts: Amount[] = [];
  const numerals = words.numeralStarts();
  let next = 0;
  for (let i = 0; i < text.length && amounts.length < MAX_AMOUNTS; i++) {
    const code = text.codes[i] as number;
    while (next < numerals.length && (numerals[next] as number) < i) next++;
    if (!isDigit(code) && numerals[next] !== i) continue;
    const amount = words.isGlued(text, i) ? null : readAmount(pay, text, words, i);
    if (amount) amounts.push({ ...amount, nearWage: isNearAny(wages, amount) });
    i = amount ? Math.max(i, amount.end - 1) : isDigit(code) ? skipDigits(text, i) - 1 : i;
  }
  return amounts;
}

/** Without a currency smaller figures are as well counts, hours or ages. */
const LEAST_BARE = 1_000;

/** True when an amount is plainly one of money, be it pay or not. */
export function isMoney({ forms, low }: Amount): boolean {
  return forms.length > 0 || low >= LEAST_BARE;
}

function hasDigits({ codes, length }: Folded): boolean {
  for (let i = 0; i < length; i++) if (isDigit(codes[i])) return true;
  return false;
}

/** A figure without a currency is a wage only right beside a word that says so. */
const NEAR_WAGE = 24;

function isNearAny(
  words: readonly { start: number; end: number }[],
  { start, end }: { start: number; end: number },
): boolean {
  return words.some((word) => word.start - end <= NEAR_WAGE && start - word.end <= NEAR_WAGE);
}

function skipDigits(text: Folded, start: number): number {
  let i = start;
  while (i < text.length && isDigit(text.codes[i])) i++;
  return Math.max(i, start + 1);
}

interface Side {
  value: number;
  scale: number;
  end: number;
  forms: MoneySpan[];
}

function readAmount(
  pay: CompiledPay,
  text: Folded,
  words: MoneyWords,
  at: number,
): Omit<Amount, 'nearWage'> | null {
  const first = readSide(pay, text, words, at);
  if (!first) return null;
  // "laki 3", "laki 3-5": in some languages the multiplier stands before the numbers.
  const leading = first.scale === 1 ? words.leading(at, text) : null;
  if (leading) first.scale = pay.multipliers[leading.of]?.value ?? 1;
  const begin = leading?.start ?? at;
  const before = words.formsBefore(begin, text);
  let start = before[0]?.start ?? begin;
  let { end } = first;
  let forms = [...before, ...first.forms];
  let low = first.value * first.scale;
  let high: number | null = null;
  const second = readRange(pay, text, words, first.end);
  if (second) {
    if (leading && second.scale === 1 && second.value < low) second.scale = first.scale;
    const scale = first.scale === 1 && low < second.value ? second.scale : first.scale;
    const scaled = first.value * scale;
    const top = second.value * second.scale;
    if (top >= scaled && top <= scaled * 20) {
      low = scaled;
      high = top;
      end = second.end;
      forms = [...forms, ...second.forms];
    }
  }
  const { factor, from, to } = readPeriod(pay, text, words, start, end);
  start = Math.min(start, from);
  end = Math.max(end, to);
  return {
    start,
    end,
    low,
    high,
    upTo: high === null && nearBefore(words, start, 'upTo'),
    forms: [...new Set(forms.map((form) => form.of))],
    factor,
    notPay: nearBefore(words, start, 'notPay') || nearAfter(words, end, 'notPay', 10),
  };
}

/** "1.2", "15,000", "1,00,000", "15 000" with the multipliers and the currency that follow. */
function readSide(pay: CompiledPay, text: Folded, words: MoneyWords, at: number): Side | null {
  if (words.numeralAt(at)) return readWords(pay, text, words, at);
  const number = readNumber(text, at);
  if (!number) return null;
  let { end } = number;
  let scale = 1;
  for (let n = 0; n < 2; n++) {
    const word = words.after(end, text, 'multiplier');
    if (!word) break;
    scale *= pay.multipliers[word.of]?.value ?? 1;
    end = word.end;
  }
  const forms = words.formsAfter(end, text);
  if (forms[0]) end = forms[0].end;
  return { value: number.value, scale, end, forms };
}

/** Parts of one number in words ("一万二千") that are read. */
const MAX_PARTS = 4;

/**
 * "three thousand five hundred", "一万五", "两三万": number words, each before a multiplier. Null where no multiplier follows the
 * first.
 */
function readWords(pay: CompiledPay, text: Folded, words: MoneyWords, at: number): Side | null {
  let value = 0;
  let end = at;
  let scale = 0;
  for (let n = 0; n < MAX_PARTS; n++) {
    const spaced = n > 0 && text.codes[end] === SPACE;
    const count = readCount(pay, words, spaced ? end + 1 : end);
    if (!count) break;
    const times = words.after(count.end, text, 'multiplier');
    if (times) {
      const by = pay.multipliers[times.of]?.value ?? 1;
      // "three hundred fifty thousand": a larger multiplier is one of all that stood before it.
      value = by > scale && n > 0 ? (value + count.value) * by : value + count.value * by;
      scale = by;
      end = times.end;
    } else if (n === 0) return null;
    else {
      // "一万五": a last word counts a tenth of what stood before it. One behind a blank counts something else.
      if (spaced) break;
      value += (count.value * scale) / 10;
      end = count.end;
      break;
    }
  }
  if (scale === 0) return null;
  const more = words.after(end, text, 'multiplier');
  if (more) {
    value *= pay.multipliers[more.of]?.value ?? 1;
    end = more.end;
  }
  const forms = words.formsAfter(end, text);
  return { value, scale: 1, end: forms[0]?.end ?? end, forms };
}

const TEN = 10;

/** "五", "十五", "二十五" as what they say, "两三" as the first of them: the second only says that it may be more. */
function readCount(pay: CompiledPay, words: MoneyWords, at: number): NumberRead | null {
  const word = words.numeralAt(at);
  if (!word) return null;
  let value = pay.numerals[word.of] ?? 0;
  let { end } = word;
  const next = () => {
    const numeral = words.numeralAt(end);
    return numeral && { value: pay.numerals[numeral.of] ?? 0, end: numeral.end };
  };
  let more = next();
  if (more && value < TEN && more.value > value && more.value < TEN) return { value, end: more.end };
  if (more && value < TEN && more.value === TEN) {
    value *= TEN;
    end = more.end;
    more = next();
  }
  if (more && value >= TEN && value % TEN === 0 && more.value < TEN) {
    value += more.value;
    end = more.end;
  }
  return { value, end };
}

function readNumber(text: Folded, at: number): NumberRead | null {
  const { codes } = text;
  let end = skipDigits(text, at);
  if (end - at > 12) return null;
  // Behind more digits than a group has, a sign parts decimals: "3500.000" is no three millions.
  const grouped = end - at <= 3;
  let digits = read(text, at, end);
  for (;;) {
    const sign = codes[end];
    const group = groupLength(text, end + 1);
    const isMark = sign === COMMA || sign === STOP || sign === SPACE || sign === APOSTROPHE;
    if (!isMark || digits.length > 9) break;
    const indian =
      sign === COMMA && group === 2 && codes[end + 3] === COMMA && groupLength(text, end + 4) >= 2;
    if (group === 3 && grouped) {
      if (sign === SPACE && digits.length > 3 && !hasMark(text, at, end)) break;
    } else if (!indian) break;
    digits += read(text, end + 1, end + 1 + group);
    end += 1 + group;
  }
  const sign = codes[end];
  const decimals = groupLength(text, end + 1);
  if ((sign === STOP || sign === COMMA) && decimals >= 1 && decimals <= (grouped ? 2 : 3)) {
    return { value: Number(`${digits}.${read(text, end + 1, end + 1 + decimals)}`), end: end + 1 + decimals };
  }
  return { value: Number(digits), end };
}

function groupLength(text: Folded, at: number): number {
  let n = 0;
  while (n < 5 && isDigit(text.codes[at + n]) && at + n < text.length) n++;
  return n;
}

function hasMark(text: Folded, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(text.codes[i])) return true;
  return false;
}

function read(text: Folded, from: number, to: number): string {
  let digits = '';
  for (let i = from; i < to; i++) digits += String.fromCharCode(text.codes[i] as number);
  return digits;
}

function readRange(pay: CompiledPay, text: Folded, words: MoneyWords, at: number): Side | null {
  const range = words.after(at, text, 'range');
  if (!range) return null;
  let next = range.end;
  if (text.codes[next] === SPACE) next++;
  if (!isDigit(text.codes[next]) && !words.numeralAt(next)) {
    const [form] = words.between('before', next, next);
    if (!form) return null;
    next = text.codes[form.end] === SPACE ? form.end + 1 : form.end;
  }
  return isDigit(text.codes[next]) || words.numeralAt(next) ? readSide(pay, text, words, next) : null;
}

function readPeriod(
  pay: CompiledPay,
  text: Folded,
  words: MoneyWords,
  start: number,
  end: number,
): { factor: number | null; from: number; to: number } {
  let best: MoneySpan | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const word of words.between('period', start - NEAR_BEFORE - LONGEST, end + NEAR_AFTER)) {
    const behind = word.start - end;
    const ahead = start - word.end;
    const distance =
      behind >= 0 && behind <= NEAR_AFTER ? behind : ahead >= 0 && ahead <= NEAR_BEFORE ? ahead + 1 : -1;
    if (distance < 0 || distance >= nearest || isApart(text, word, start, end)) continue;
    best = word;
    nearest = distance;
  }
  if (!best) return { factor: null, from: start, to: end };
  return {
    factor: pay.periods[best.of] ?? null,
    from: Math.min(start, best.start),
    to: Math.max(end, best.end),
  };
}

/**
 * True when a period belongs to something else than the amount from `start` to `end`: another figure, or the end of a clause,
 * stands between them ("2,800, 6 hours a day"). A colon parts a heading from its amount, and no more.
 */
function isApart(text: Folded, word: MoneySpan, start: number, end: number): boolean {
  const [from, to] = word.start >= end ? [end, word.start] : [word.end, start];
  for (let i = from; i < to; i++) {
    if (isDigit(text.codes[i]) || (text.codes[i] !== COLON && endsClause(text, i))) return true;
  }
  return false;
}

function nearBefore(words: MoneyWords, at: number, role: MoneySpan['role']): boolean {
  return words
    .between(role, at - NEAR_BEFORE - LONGEST, at)
    .some((word) => word.end <= at && at - word.end <= NEAR_BEFORE);
}

function nearAfter(words: MoneyWords, at: number, role: MoneySpan['role'], reach: number): boolean {
  return words.between(role, at, at + reach).length > 0;
}
