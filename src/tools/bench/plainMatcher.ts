/** What a plain matcher would do with the same rules: one regular expression an indicator. For comparison only. */
import type { CompiledRules } from '../../detect/compiled';
import { Meanings } from '../../detect/meanings';
import { NumberReader } from '../../detect/packed';
import { SEPARATOR } from '../../detect/terms';

/** A function that runs one expression of all literals of each indicator over a lower-cased text. */
export function plainMatcher(rules: CompiledRules): (text: string) => number {
  const byIndicator = new Map<number, string[]>();
  const reader = new NumberReader();
  for (const { tables, meanings: packed } of rules.packs) {
    const meanings = new Meanings(packed);
    for (const { data } of tables) {
      const lines = data.split(SEPARATOR);
      for (let n = 0; n + 1 < lines.length; n += 2) {
        reader.from(lines[n + 1] as string);
        for (let left = reader.next(); left > 0; left--) {
          const { kind, of } = meanings.at(reader.next());
          if (kind !== 'indicator') continue;
          const list = byIndicator.get(of) ?? [];
          list.push((lines[n] as string).replaceAll('*', '').replace(/[.+?^${}()|[\]\\/]/g, '\\$&'));
          byIndicator.set(of, list);
        }
      }
    }
  }
  const expressions = [...byIndicator.values()].map((list) => new RegExp(list.join('|'), 'gu'));
  return (text) => {
    const folded = text.normalize('NFKC').toLowerCase();
    let hits = 0;
    for (const expression of expressions) hits += folded.match(expression)?.length ?? 0;
    return hits;
  };
}
