import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy, sortFew } from '../../src/detect/group';

describe('small lists', () => {
  it('are sorted as Array.sort does, whatever their length: members that are equal keep their order', () => {
    const member = fc.record({ key: fc.nat(9), name: fc.string() });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 80 }), (list) => {
        const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
        const sorted = [...list].sort(compare);
        expect(sortFew(list, compare)).toBe(list);
        expect(list).toEqual(sorted);
      }),
    );
  });

  it('are grouped in the order in which their members came', () => {
    const groups = groupBy(['bee', 'ant', 'bug', 'ape'], (word) => word[0]);
    expect([...groups]).toEqual([
      ['b', ['bee', 'bug']],
      ['a', ['ant', 'ape']],
    ]);
  });
});
