/** Packs literals, sequences and their meanings by script, so that a page loads only what its texts call for. */
import type { Meaning, Pack } from '../detect/compiled';
import { CHUNK } from '../detect/library';
import { packMeanings } from '../detect/meanings';
import { packFixed, packNumbers } from '../detect/packed';
import { bucketEntry, hashText, type TermTable, WIDTHS } from '../detect/terms';
import type { TermPart } from './termSyntax';

/** Scripts that are loaded together; everything else (Latin, digits, emoji) is always loaded. */
const GROUPS: readonly string[][] = [
  ['Latin'],
  // Signs, emoji and letters of no script below: apart, since one of them makes a whole string take twice the room.
  [],
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

const LATIN = 0;
const SIGNS = 1;
const TESTS = GROUPS.map((scripts, n) =>
  n <= SIGNS ? null : new RegExp(`[${scripts.map((s) => `\\p{Script=${s}}`).join('')}]`, 'u'),
);

/** Number of the group that literals belong to: a letter of a script other than Latin decides. */
function groupOf(literals: readonly string[]): number {
  for (let n = TESTS.length - 1; n > SIGNS; n--)
    if (literals.some((literal) => TESTS[n]?.test(literal))) return n;
  return literals.some((literal) => /[^\0-\xff]/.test(literal)) ? SIGNS : LATIN;
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
    const group = groupOf(parts.flatMap((part) => part.literals));
    this.pushSequence(group, meaning, parts);
    // A language that is written in two scripts: the way in Latin letters must be found where no other letter stands.
    const latin = parts.map((part) => ({
      ...part,
      literals: part.literals.filter((one) => groupOf([one]) === LATIN),
    }));
    if (group > SIGNS && latin.every(({ literals }) => literals.length > 0))
      this.pushSequence(LATIN, meaning, latin);
  }

  private pushSequence(group: number, meaning: Meaning, parts: readonly TermPart[]): void {
    const pack = this.packs[group] as OpenPack;
    pack.sequences.push({
      meaning: this.meaning(meaning),
      parts: parts.map(({ joint, literals }) => ({ joint, part: this.part(pack, literals) })),
    });
  }

  /** All that was added, in the form that the detector loads, and the characters that its literals hold. */
  finish(): { meanings: string; packs: Pack[]; used: Set<string> } {
    const used = new Set(
      this.packs.flatMap((pack) => [...pack.literals.keys()].flatMap((literal) => [...literal])),
    );
    const packs = this.packs.map((pack, n) => finishPack(pack, GROUPS[n] as string[]));
    return { meanings: packMeanings(this.meanings), packs, used };
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

/** Literals in a bucket, about. */
const BUCKET_SIZE = 12;

function finishPack(pack: OpenPack, scripts: string[]): Pack {
  const partsOf: number[][] = [...pack.literals].map(() => []);
  pack.partLists.forEach((literals, part) => {
    for (const literal of literals) partsOf[literal]?.push(part);
  });
  const byAnchor = anchorSequences(pack);
  const entries = [...pack.literals].map(([literal, n]) => {
    const lists = [
      pack.means[n] as number[],
      (partsOf[n] as number[]).filter((part) => byAnchor[part]?.length !== 0),
      (partsOf[n] as number[]).filter((part) => byAnchor[part]?.length === 0),
    ];
    return { literal, payload: packNumbers(lists.flatMap((list) => [list.length, ...list])) };
  });
  const openings = entries
    .filter(({ literal }) => literal.startsWith('*'))
    .map(({ literal }) => literal.slice(1, 3));
  return {
    scripts,
    parts: pack.partLists.length,
    tables: WIDTHS.map((width) => makeTable(entries, width)).filter(({ data }) => data !== ''),
    openings: [...new Set(openings)],
    sequences: packSequences(byAnchor),
  };
}

/** The table of the literals whose first `width` characters are hashed: the short ones by all they have. */
function makeTable(entries: readonly { literal: string; payload: string }[], width: number): TermTable {
  const mine = entries.flatMap(({ literal, payload }) => {
    const bare = literal.replace(/^\*|\*$/g, '');
    return WIDTHS.findLast((one) => one <= bare.length) === width ? [{ bare, literal, payload }] : [];
  });
  let count = 1;
  while (count * BUCKET_SIZE < mine.length) count *= 2;
  const buckets = new Array<string>(count).fill('');
  for (const { bare, literal, payload } of mine) {
    const n = hashText(bare, width) & (count - 1);
    buckets[n] += bucketEntry(literal, payload);
  }
  const starts = [0];
  for (const bucket of buckets) starts.push((starts.at(-1) as number) + bucket.length);
  return { width, index: packFixed(starts), data: buckets.join('') };
}

/** The anchor is the part whose literals are asked for by the fewest sequences: most texts then ask for none. */
function anchorSequences(pack: OpenPack): number[][][] {
  const demand = new Map<number, number>();
  for (const { parts } of pack.sequences) {
    for (const { part } of parts) {
      for (const literal of pack.partLists[part] ?? []) demand.set(literal, (demand.get(literal) ?? 0) + 1);
    }
  }
  const cost = (part: number): number =>
    (pack.partLists[part] ?? []).reduce((sum, literal) => sum + (demand.get(literal) ?? 0), 0);
  const byAnchor = pack.partLists.map((): number[][] => []);
  for (const { meaning, parts } of pack.sequences) {
    const costs = parts.map(({ part }) => cost(part));
    const anchor = parts[costs.indexOf(Math.min(...costs))]?.part as number;
    const [first, ...rest] = parts as [{ joint: number; part: number }, ...{ joint: number; part: number }[]];
    byAnchor[anchor]?.push([
      meaning,
      parts.length,
      first.part,
      ...rest.flatMap(({ joint, part }) => [joint, part]),
    ]);
  }
  return byAnchor;
}

function packSequences(byAnchor: readonly number[][][]): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < byAnchor.length; at += CHUNK) {
    const lists = byAnchor.slice(at, at + CHUNK);
    chunks.push(packNumbers(lists.flatMap((list) => [list.length, ...list.flat()])));
  }
  return chunks;
}
