/** The words of a reason, with its values as the reader writes them. */
import type { Reason, Values } from '../detect/types';
import { countryName, dateText, money, t } from './messages';

/** One part of a reason in the reader's language. */
export function explained(
  { key, values }: Pick<Reason, 'key' | 'values'>,
  part: 'says' | 'why' | 'better',
): string {
  return t(`${key}.${part}`, shown(values));
}

/** Values as the reader sees them: a country's name for its code, a year without thousands marks. */
function shown(values: Values): Values {
  const copy: Values = { ...values };
  for (const name of ['place', 'country']) {
    const code = copy[name];
    if (typeof code === 'string') copy[name] = countryName(code);
  }
  if (copy.year !== undefined) copy.year = dateText(String(copy.year));
  return copy;
}

/** What is offered beside what is usual, in words; null where a reason compares no pay. */
export function payFigures(values: Values): string | null {
  return 'offered' in values && 'usual' in values ? t('reasons.pay', priced(values)) : null;
}

/** `values` with its two amounts written as money. */
function priced(values: Values): Values {
  const copy = shown(values);
  for (const name of ['offered', 'usual']) {
    const amount = copy[name];
    if (typeof amount === 'number') copy[name] = money(amount, String(values.currency));
  }
  return copy;
}
