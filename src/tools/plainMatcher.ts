/** What a plain matcher would do with the same rules: one regular expression an indicator. For comparison only. */
import type { CompiledRules } from '../detect/compiled';

/** A function that runs one expression of all literals of each indicator over a lower-cased text. */
export function plainMatcher(rules: CompiledRules): (text: string) => number {
  const byIndicator = new Map<number, string[]>();
  for (const { literals, means } of rules.packs) {
    let at = 0;
    for (const literal of literals.split('\n')) {
      const count = means[at++] ?? 0;
      for (let k = 0; k < count; k++) {
        const meaning = rules.meanings[means[at++] as number];
        if (meaning?.kind !== 'indicator') continue;
        const list = byIndicator.get(meaning.of) ?? [];
        list.push(literal.replaceAll('*', '').replace(/[.+?^${}()|[\]\\/]/g, '\\$&'));
        byIndicator.set(meaning.of, list);
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
