/** Compares the pay that a post promises with what such work usually pays in the promised place. */
import type { Amount } from './amounts';
import type { CompiledPay, CompiledWage } from './compiled';
import type { Values } from './types';

/** What a judged amount contributes. */
export interface JudgedPay {
  weight: number;
  values: Values;
}

/** What the rest of the post tells about the job. */
export interface JobContext {
  /** Promised countries (ISO codes), likeliest first, with border towns already turned into the side that pays. */
  wagePlaces: readonly string[];
  lang: string;
  /** Code of the currency that is meant where none is written; undefined when nothing tells. */
  currency: string | undefined;
  /** Home countries of the language. */
  home: readonly string[];
  /** Ids of the role indicators that were found. */
  roles: ReadonlySet<string>;
  /** True when the post speaks of a wage near the amount or anywhere. */
  speaksOfPay: boolean;
}

/** True when an amount may be pay, as far as it tells by itself: nearly all figures of a feed are none. */
export function isPerhapsPay({ notPay, forms, factor, nearWage }: Amount): boolean {
  return !notPay && (forms.length > 0 || factor !== null || nearWage);
}

/** Judges one amount; null when it is not pay, cannot be read, or is nothing special. */
export function judgeAmount(pay: CompiledPay, amount: Amount, context: JobContext): JudgedPay | null {
  if (!isPerhapsPay(amount)) return null;
  const currency = chooseCurrency(pay, amount, context);
  if (!currency) return null;
  const month = toMonth(pay, amount, currency.perUsd, context.speaksOfPay);
  if (month === null || (amount.forms.length === 0 && month > pay.rule.bareMost)) return null;
  const place = context.wagePlaces.find((country) => pay.wages[country]);
  const wage = place ? pay.wages[place] : undefined;
  const usd = month * (amount.upTo ? pay.rule.upToShare : 1);
  const values: Values = { offered: round(month), currency: 'USD' };
  if (place && wage) return againstPlace(pay, usd, { place, wage, roles: context.roles, values });
  if (context.wagePlaces.length > 0 || isHomePay(pay, usd, currency.countries, context)) return null;
  return byAmount(pay, usd, values);
}

/** True when a post that names no place pays in the reader's own money, and no more than is usual at home. */
function isHomePay(
  pay: CompiledPay,
  usd: number,
  countries: readonly string[],
  { home }: JobContext,
): boolean {
  const country = home.find((one) => countries.includes(one));
  const wage = country === undefined ? undefined : pay.wages[country];
  return wage !== undefined && usd < wage.generic * pay.rule.homeRatio;
}

interface PlaceWage {
  place: string;
  wage: CompiledWage;
  roles: ReadonlySet<string>;
  values: Values;
}

function againstPlace(
  pay: CompiledPay,
  usd: number,
  { place, wage, roles, values }: PlaceWage,
): JudgedPay | null {
  const { rule } = pay;
  const role = Object.entries(rule.roles).find(([id, key]) => roles.has(id) && wage.roles[key] !== undefined);
  const usual = role ? (wage.roles[role[1]] as number) : wage.generic;
  const ratio = usd / usual;
  if (rule.wealthy.includes(place) && ratio < rule.wealthyRatio) return null;
  const step = rule.steps.findLast((candidate) => ratio >= candidate.ratio);
  if (!step) return null;
  return {
    weight: step.weight,
    values: { ...values, usual: round(usual), place, year: wage.year, times: Math.round(ratio * 10) / 10 },
  };
}

function byAmount(pay: CompiledPay, usd: number, values: Values): JudgedPay | null {
  const step = pay.rule.absolute.findLast((candidate) => usd >= candidate.usd);
  return step ? { weight: step.weight, values } : null;
}

/** Amount in US dollars a month, or null when it cannot be a wage. */
function toMonth(pay: CompiledPay, amount: Amount, perUsd: number, speaksOfPay: boolean): number | null {
  const usd = amount.low / perUsd;
  const [least, most] = pay.rule.plausible;
  if (amount.factor !== null) {
    const month = usd * amount.factor;
    return month >= least / 2 && month <= most * 5 ? month : null;
  }
  return speaksOfPay && usd >= least && usd <= most ? usd : null;
}

/** The currency meant: an unambiguous form first, then the one that fits the places, then that of those who write so. */
function chooseCurrency(
  pay: CompiledPay,
  amount: Amount,
  context: JobContext,
): CompiledPay['currencies'][number] | null {
  if (amount.forms.length === 0)
    return pay.currencies.find((currency) => currency.code === context.currency) ?? null;
  const forms = amount.forms.map((of) => pay.forms[of]).filter((form) => form !== undefined);
  const clear = forms.find((form) => !form.ambiguous);
  if (clear) return pay.currencies[clear.currency] ?? null;
  const fitting = (hints: readonly string[]) =>
    hints.flatMap((hint) => forms.find((form) => form.prefer.includes(hint)) ?? [])[0];
  const form =
    fitting(context.wagePlaces) ??
    forms.find(({ currency }) => pay.currencies[currency]?.code === context.currency) ??
    fitting([context.lang, ...context.home]) ??
    forms.find((candidate) => candidate.prefer.length === 0) ??
    forms[0];
  return form ? (pay.currencies[form.currency] ?? null) : null;
}

/** Two significant figures: "about". */
function round(usd: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(usd, 1))) - 1);
  return Math.round(usd / size) * size;
}
