/** Compiles rules/pay: currencies, the ways to write amounts, reference wages, and when pay is too high. */
import type { CompiledPay, MoneyRole } from '../detect/compiled';
import type { Form } from './files';
import type { Packer } from './packer';
import type { RuleFiles } from './ruleFiles';

/** What compilePay needs of the compiler. */
export interface PayContext {
  fold: (text: string) => string;
  wordSets: readonly string[];
  /** Currency of a language, by language id. */
  homeCurrency: Record<string, string>;
  /** As CompiledPay.writers. */
  writers: CompiledPay['writers'];
  packer: Packer;
}

/** Compiles rules/pay; money words go to the packer. */
export function compilePay(files: RuleFiles['pay'], context: PayContext): CompiledPay {
  const { currencies } = files.currencies.data;
  const { wages } = files.wages.data;
  const numbers = files.numbers.data;
  const { salaryWords, ...rule } = files.rule.data;
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
  add('notPay', 0, files.notPay.data.words);
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
    rule,
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
