import { describe, expect, it } from 'vitest';
import type { Meaning } from '../src/detect/compiled';
import { Folder, keep } from '../src/detect/fold';
import { findStarts, OPENINGS, StartsRoom } from '../src/detect/starts';
import { TermIndex } from '../src/detect/terms';
import { Packer } from '../src/rules/packer';

const meaning: Meaning = { kind: 'word', of: 0, lang: 0 };

function pack(literals: readonly string[]) {
  const packer = new Packer();
  packer.addLiterals(meaning, literals);
  const [packed] = packer.finish([]).packs;
  if (!packed) throw new Error('nothing was packed');
  return packed;
}

/** The literals of `literals` that are found in `text`, as they stand there. */
function found(literals: readonly string[], text: string): string[] {
  const folded = keep(new Folder({}).fold(text));
  const beginnings = { clitics: new Set<number>(), openings: new Uint8Array(OPENINGS) };
  const starts = findStarts(folded, beginnings, new StartsRoom());
  const { tables, prefixes } = pack(literals);
  const hits = new TermIndex(tables, prefixes, false).find(folded, starts);
  return Array.from({ length: hits.count }, (_, n) => text.slice(hits.start[n], hits.end[n]));
}

describe('a pack', () => {
  const plain = Array.from({ length: 40 }, (_, n) => `word${n + 10}`);

  it('keeps few literals of two bytes a character apart from many of one', () => {
    const { tables } = pack([...plain, 'pay ₱₱', 'ask “it”']);
    const six = tables.filter(({ width }) => width === 6);
    expect(six.map(({ count }) => count)).toEqual([40, 1]);
    expect(six.map(({ data }) => /[^\0-\xff]/.test(data))).toEqual([false, true]);
    expect(tables.reduce((sum, { count }) => sum + count, 0)).toBe(42);
  });

  it('keeps them in one table where they are many', () => {
    const { tables } = pack(['работа', 'деньги', 'salary']);
    expect(tables.map(({ width, count }) => [width, count])).toEqual([[6, 3]]);
  });

  it('gives back every literal, whatever its table', () => {
    const all = [...plain, 'pay ₱₱', 'a', 'of', 'ten', 'free', 'no degree', 'we pay your flight'];
    const text = all.join(' , ');
    expect(found(all, text)).toEqual(all);
    expect(found(all, 'words100 often payed ₱')).toEqual([]);
    const others = ['я', 'да', 'раб', 'работа', '免费', '招聘客服人员', 'ဖုန်း', ...plain];
    expect(found(others, others.join(' , '))).toEqual(others);
    expect(found(others, 'дар работать 免票招聘客')).toEqual([]);
  });
});
