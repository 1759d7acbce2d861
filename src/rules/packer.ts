/** Packs literals, sequences and their meanings by script, so that a page loads only what its texts call for. */
import type { Meaning, Pack } from '../detect/compiled';
import type { TermPart } from './termSyntax';

/** Scripts that are loaded together; everything else (Latin, digits, emoji) is always loaded. */
const GROUPS: readonly string[][] = [
  ['Latin'],
  ['Han', 'Hiragana', 'Katakana'],
  ['Hangul'],
  ['Thai'],
  ['Lao'],
  ['Khmer'],
  ['Myanmar'],
  ['Devanagari'],
  ['Bengali'],
  ['Tamil'],
  ['Telugu'],
  ['Sinhala'],
  ['Arabic'],
  ['Ethiopic'],
  ['Cyrillic'],
];

const TESTS = GROUPS.map(
  (scripts) => new RegExp(`[${scripts.map((s) => `\\p{Script=${s}}`).join('')}]`, 'u'),
);

/** Number of the group that a literal belongs to: its first letter of a script other than Latin decides. */
function groupOf(literals: readonly string[]): number {
  for (let n = TESTS.length - 1; n > 0; n--)
    if (literals.some((literal) => TESTS[n]?.test(literal))) return n;
  return 0;
}

interface OpenPack {
  literals: Map<string, number>;
  means: number[][];
  parts: Map<string, number>;
  partLists: number[][];
  sequences: { meaning: number; parts: { joint: number; part: number }[] }[];
}

export class Packer {
  private readonly meanings: Meaning[] = [];
  private readonly known = new Map<string, number>();
  private readonly packs: OpenPack[] = GROUPS.map(() => ({
    literals: new Map(),
    means: [],
    parts: new Map(),
    partLists: [],
    sequences: [],
  }));

  /** Adds literals that each stand for `meaning`. */
  addLiterals(meaning: Meaning, literals: readonly string[]): void {
    const number = this.meaning(meaning);
    for (const literal of literals) {
      const pack = this.packs[groupOf([literal])] as OpenPack;
      const list = pack.means[this.literal(pack, literal)] as number[];
      if (!list.includes(number)) list.push(number);
    }
  }

  /** Adds a sequence of two or more parts that together stand for `meaning`. */
  addSequence(meaning: Meaning, parts: readonly TermPart[]): void {
    const pack = this.packs[groupOf(parts.flatMap((part) => part.literals))] as OpenPack;
    pack.sequences.push({
      meaning: this.meaning(meaning),
      parts: parts.map(({ joint, literals }) => ({ joint, part: this.part(pack, literals) })),
    });
  }

  /** All that was added, in the form that the detector loads. */
  finish(): { meanings: Meaning[]; packs: Pack[] } {
    const packs = this.packs.map((pack, n) => ({
      scripts: GROUPS[n] as string[],
      literals: [...pack.literals.keys()].join('\n'),
      means: pack.means.flatMap((list) => [list.length, ...list]),
      parts: pack.partLists.flatMap((list) => [list.length, ...list]),
      sequences: packSequences(pack),
    }));
    return { meanings: this.meanings, packs };
  }

  private meaning(meaning: Meaning): number {
    const key = JSON.stringify(meaning);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.meanings.length);
    return this.meanings.push(meaning) - 1;
  }

  private literal(pack: OpenPack, literal: string): number {
    const known = pack.literals.get(literal);
    if (known !== undefined) return known;
    pack.literals.set(literal, pack.means.length);
    return pack.means.push([]) - 1;
  }

  private part(pack: OpenPack, literals: readonly string[]): number {
    const list = [...new Set(literals.map((literal) => this.literal(pack, literal)))].sort((a, b) => a - b);
    const key = list.join(' ');
    const known = pack.parts.get(key);
    if (known !== undefined) return known;
    pack.parts.set(key, pack.partLists.length);
    return pack.partLists.push(list) - 1;
  }
}

/** The anchor is the part whose literals are asked for by the fewest sequences: most texts then ask for none. */
function packSequences(pack: OpenPack): number[] {
  const demand = new Map<number, number>();
  for (const { parts } of pack.sequences) {
    for (const { part } of parts) {
      for (const literal of pack.partLists[part] ?? []) demand.set(literal, (demand.get(literal) ?? 0) + 1);
    }
  }
  const cost = (part: number): number =>
    (pack.partLists[part] ?? []).reduce((sum, literal) => sum + (demand.get(literal) ?? 0), 0);
  return pack.sequences.flatMap(({ meaning, parts }) => {
    const costs = parts.map(({ part }) => cost(part));
    const anchor = costs.indexOf(Math.min(...costs));
    const [first, ...rest] = parts as [{ joint: number; part: number }, ...{ joint: number; part: number }[]];
    return [meaning, anchor, parts.length, first.part, ...rest.flatMap(({ joint, part }) => [joint, part])];
  });
}
