/** Compiles rules/pay: currencies, the ways to write amounts, reference wages, and when pay is too high. */
import type { CompiledPay, MoneyRole, PayRule } from '../detect/compiled';
import type { Source } from '../detect/types';
import { type Complaint, loadRule } from './load';
import type { Packer } from './packer';

/** A form as written; an ambiguous one can mean several currencies, and `prefer` names what decides for this one. */
type Form = string | { form: string; ambiguous?: boolean; prefer?: string[] };

interface CurrenciesFile {
  currencies: { code: string; perUsd: number; countries: string[]; before: Form[]; after: Form[] }[];
}

interface NumbersFile {
  multipliers: { value: number; words: string[]; before?: string[] }[];
  numerals: { value: number; words: string[] }[];
  ranges: string[];
  upTo: string[];
  periods: { period: string; factor: number; words: string[] }[];
}

interface WagesFile {
  wages: { country: string; generic: number; year: number; source: Source; roles?: Record<string, number> }[];
}

interface RuleFile extends PayRule {
  salaryWords: string;
}

/** What compilePay needs of the compiler. */
export interface PayContext {
  root: string;
  fold: (text: string) => string;
  wordSets: readonly string[];
  indicators: readonly string[];
  /** Currency of a language, by language id. */
  homeCurrency: Record<string, string>;
  /** As CompiledPay.writers. */
  writers: CompiledPay['writers'];
  packer: Packer;
  complaints: Complaint[];
}

/** Reads and compiles rules/pay; money words go to the packer. Schema errors throw RuleError. */
export function compilePay(context: PayContext): CompiledPay {
  const { root } = context;
  const { currencies } = loadRule<CurrenciesFile>('pay/currencies', 'pay-currencies', root).data;
  const numbers = loadRule<NumbersFile>('pay/numbers', 'pay-numbers', root).data;
  const notPay = loadRule<{ words: string[] }>('pay/notpay', 'pay-notpay', root).data;
  const { wages } = loadRule<WagesFile>('pay/wages', 'pay-wages', root).data;
  const rule = loadRule<RuleFile>('pay/rule', 'pay-rule', root);
  const add = (role: MoneyRole, of: number, words: readonly string[]): void => {
    const folded = [...new Set(words.map((word) => context.fold(word).trim()))].filter((word) => word !== '');
    context.packer.addLiterals({ kind: 'money', of, lang: -1, role }, folded);
  };
  const forms: CompiledPay['forms'] = [];
  currencies.forEach(({ before, after }, currency) => {
    for (const [role, written] of [
      ['before', before],
      ['after', after],
    ] as const) {
      for (const { prefer, words } of groupForms(written)) {
        const of = forms.push({ currency, ambiguous: prefer !== null, prefer: prefer ?? [] }) - 1;
        add(role, of, words);
      }
    }
  });
  numbers.multipliers.forEach(({ words, before = [] }, of) => {
    add('multiplier', of, words);
    add('leading', of, before);
  });
  numbers.numerals.forEach(({ words }, of) => {
    add('numeral', of, words);
  });
  numbers.periods.forEach(({ words }, of) => {
    add('period', of, words);
  });
  add('range', 0, numbers.ranges);
  add('upTo', 0, numbers.upTo);
  add('notPay', 0, notPay.words);
  const { salaryWords, ...payRule } = rule.data;
  checkRule(context, rule.file, rule.data, currencies);
  return {
    currencies: currencies.map(({ code, perUsd, countries }) => ({ code, perUsd, countries })),
    forms,
    multipliers: numbers.multipliers.map(({ value }) => ({ value })),
    numerals: numbers.numerals.map(({ value }) => value),
    periods: numbers.periods.map(({ factor }) => factor),
    wages: Object.fromEntries(
      wages.map(({ country, generic, year, source, roles }) => [
        country,
        { generic, roles: roles ?? {}, year, source },
      ]),
    ),
    rule: payRule,
    salaryWords: context.wordSets.indexOf(salaryWords),
    homeCurrency: context.homeCurrency,
    writers: context.writers,
  };
}

/** Forms with the same meaning together: unambiguous ones (`prefer` null), and one group for each list of hints. */
function groupForms(written: readonly Form[]): { prefer: string[] | null; words: string[] }[] {
  const groups = new Map<string, { prefer: string[] | null; words: string[] }>();
  for (const one of written) {
    const { form, ambiguous, prefer } =
      typeof one === 'string' ? { form: one, ambiguous: false, prefer: [] } : one;
    const hints = ambiguous ? (prefer ?? []) : null;
    const key = JSON.stringify(hints);
    const group = groups.get(key) ?? { prefer: hints, words: [] };
    group.words.push(form);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function checkRule(
  context: PayContext,
  file: string,
  rule: RuleFile,
  currencies: CurrenciesFile['currencies'],
): void {
  const complain = (field: string, reason: string): void => {
    context.complaints.push({ file, field, reason });
  };
  if (!context.wordSets.includes(rule.salaryWords))
    complain('salaryWords', `no word set "${rule.salaryWords}"`);
  for (const id of [rule.indicator, ...Object.keys(rule.roles)]) {
    if (!context.indicators.includes(id)) complain('roles', `no indicator "${id}"`);
  }
  const others = Object.entries(context.writers).flatMap(([lang, list]) =>
    list.map(({ currency }): [string, string] => [lang, currency]),
  );
  for (const [lang, code] of [...Object.entries(context.homeCurrency), ...others]) {
    if (!currencies.some((currency) => currency.code === code))
      complain('currency', `${lang}: no currency "${code}"`);
  }
}
