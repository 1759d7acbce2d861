/** Small lists: grouped, and in order. */

/** Lists up to this length are sorted faster by putting each member in its place. */
const FEW = 32;

/** Sorts `list` in place, as Array.sort; what a text holds is few, and nearly in order. */
export function sortFew<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare);
  for (let n = 1; n < list.length; n++) {
    const one = list[n] as T;
    let at = n;
    for (; at > 0 && compare(list[at - 1] as T, one) > 0; at--) list[at] = list[at - 1] as T;
    list[at] = one;
  }
  return list;
}

/** The members of each group, groups and members in the order in which they came. */
export function groupBy<T, Key>(all: Iterable<T>, keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Number of the first of `spans`, sorted by `side`, that starts (or ends) at `at` or behind it. */
export function firstFrom<Side extends 'start' | 'end' = 'start'>(
  spans: readonly Record<Side, number>[],
  at: number,
  side: Side = 'start' as Side,
): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Record<Side, number>)[side] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
