/** Packs literals, sequences and their meanings by language, so that a text costs only what its language knows. */
import { packBits } from '../detect/bits';
import type { Meaning, Pack } from '../detect/compiled';
import type { Folded } from '../detect/fold';
import { hashText, WIDTHS } from '../detect/hash';
import type { Payload } from '../detect/hits';
import { packMeanings } from '../detect/meanings';
import { packFixed, packNumbers } from '../detect/packed';
import { CHUNK, MOST } from '../detect/sequenceStore';
import type { Starts } from '../detect/starts';
import { bucketEntry, prefixesOf, TermIndex, type TermTable } from '../detect/terms';
import type { TermPart } from './termSyntax';

/** Language of the pack for what stands in texts of every language. */
const SHARED = -1;

interface OpenPack {
  meanings: Meaning[];
  known: Map<string, number>;
  literals: Map<string, number>;
  means: number[][];
  parts: Map<string, number>;
  partLists: number[][];
  sequences: { meaning: number; parts: { joint: number; part: number }[] }[];
}

/** A pack of terms alone. */
type TermPack = Omit<Pack, 'wording'>;

export class Packer {
  private readonly packs = new Map<number, OpenPack>();

  /** Adds literals that each stand for `meaning`, to the pack of its language; frequent small words tell languages apart and are shared. */
  addLiterals(meaning: Meaning, literals: readonly string[]): void {
    const pack = this.pack(meaning.kind === 'common' ? SHARED : meaning.lang);
    const number = meaningNumber(pack, meaning);
    for (const literal of literals) {
      const list = pack.means[literalNumber(pack, literal)] as number[];
      if (!list.includes(number)) list.push(number);
    }
  }

  /** Adds a sequence of two or more parts that together stand for `meaning`. */
  addSequence(meaning: Meaning, parts: readonly TermPart[]): void {
    const pack = this.pack(meaning.lang);
    pack.sequences.push({
      meaning: meaningNumber(pack, meaning),
      parts: parts.map(({ joint, literals }) => ({ joint, part: partNumber(pack, literals) })),
    });
  }

  /**
   * All that was added, in the form that the detector loads, and the characters that its literals hold. `texts` show how
   * often literals stand in a text.
   */
  finish(texts: readonly Read[]): { packs: TermPack[]; used: Set<string> } {
    const packs = [...this.packs].sort(([a], [b]) => a - b);
    const used = new Set(
      packs.flatMap(([, { literals }]) => [...literals.keys()].flatMap((one) => [...one])),
    );
    return { packs: packs.map(([lang, pack]) => finishPack(lang, pack, texts)), used };
  }

  private pack(lang: number): OpenPack {
    const known = this.packs.get(lang);
    if (known) return known;
    const pack: OpenPack = {
      meanings: [],
      known: new Map(),
      literals: new Map(),
      means: [],
      parts: new Map(),
      partLists: [],
      sequences: [],
    };
    this.packs.set(lang, pack);
    return pack;
  }
}

function meaningNumber(pack: OpenPack, meaning: Meaning): number {
  const key = JSON.stringify(meaning);
  const known = pack.known.get(key);
  if (known !== undefined) return known;
  pack.known.set(key, pack.meanings.length);
  return pack.meanings.push(meaning) - 1;
}

function literalNumber(pack: OpenPack, literal: string): number {
  const known = pack.literals.get(literal);
  if (known !== undefined) return known;
  pack.literals.set(literal, pack.means.length);
  return pack.means.push([]) - 1;
}

function partNumber(pack: OpenPack, literals: readonly string[]): number {
  const list = [...new Set(literals.map((literal) => literalNumber(pack, literal)))].sort((a, b) => a - b);
  const key = list.join(' ');
  const known = pack.parts.get(key);
  if (known !== undefined) return known;
  pack.parts.set(key, pack.partLists.length);
  return pack.partLists.push(list) - 1;
}

/** Literals in a bucket, about. */
const BUCKET_SIZE = 6;
/** Bits of a filter for one literal, at least. */
const BITS_A_LITERAL = 16;
/** The same for a prefix: many literals share one. */
const BITS_A_PREFIX = 8;

/** A folded text, and where terms may begin in it. */
export interface Read {
  text: Folded;
  starts: Starts;
}

function finishPack(lang: number, pack: OpenPack, texts: readonly Read[]): TermPack {
  if (Math.max(pack.literals.size, pack.partLists.length) > MOST)
    throw new RangeError(`language ${lang} has more than ${MOST} literals or parts: widen SequenceStore`);
  const byAnchor = anchorSequences(pack, countLiterals(pack, texts));
  const anchorsOf: number[][] = [...pack.literals].map(() => []);
  pack.partLists.forEach((literals, part) => {
    if (byAnchor[part]?.length !== 0) for (const literal of literals) anchorsOf[literal]?.push(part);
  });
  const entries = [...pack.literals].map(([literal, n]) => {
    const lists = [pack.means[n] as number[], anchorsOf[n] as number[]];
    return { n, literal, payload: packNumbers(lists.flatMap((list) => [list.length, ...list])) };
  });
  // Literals are numbered as they lie in the tables, so that their numbers need not be written down.
  const numbers: number[] = [];
  let count = 0;
  const tables = makeTables(entries, (n) => {
    numbers[n] = count++;
  });
  const openings = entries
    .filter(({ literal }) => literal.startsWith('*'))
    .map(({ literal }) => literal.slice(1, 3));
  return {
    lang,
    meanings: packMeanings(pack.meanings),
    parts: packParts(
      pack.partLists.map((list) => list.map((literal) => numbers[literal] as number).sort((a, b) => a - b)),
    ),
    tables,
    prefixes: makePrefixes(entries),
    openings: [...new Set(openings)],
    sequences: packSequences(byAnchor),
  };
}

interface Entry {
  n: number;
  literal: string;
  payload: string;
}

/** A literal without the stars of its open ends. */
type Bare = Entry & { bare: string };

function bareOf(literal: string): string {
  return literal.replace(/^\*|\*$/g, '');
}

/** Tables with this share of literals that need two bytes a character, or less, keep them apart: they would double the others. */
const FEW_WIDE = 0.1;
const WIDE = /[^\0-\xff]/;

/** All tables, in the order of their widths. Calls `number` with each literal in the order in which they lie there. */
function makeTables(entries: readonly Entry[], number: (n: number) => void): TermTable[] {
  const bare = entries.map((entry) => ({ ...entry, bare: bareOf(entry.literal) }));
  return WIDTHS.flatMap((width) => {
    const mine = bare.filter((entry) => WIDTHS.findLast((one) => one <= entry.bare.length) === width);
    const wide = mine.filter(({ literal }) => WIDE.test(literal));
    const plain = mine.filter(({ literal }) => !WIDE.test(literal));
    const apart = wide.length > FEW_WIDE * mine.length ? [mine] : [plain, wide];
    return apart.filter((list) => list.length > 0).map((list) => makeTable(list, width, number));
  });
}

/** The table of the literals `mine`, whose first `width` characters are hashed: the short ones by all they have. */
function makeTable(mine: readonly Bare[], width: number, number: (n: number) => void): TermTable {
  let count = 1;
  while (count * BUCKET_SIZE < mine.length) count *= 2;
  const buckets = Array.from({ length: count }, (): Bare[] => []);
  for (const entry of mine) buckets[hashText(entry.bare, width) & (count - 1)]?.push(entry);
  const index: number[] = [];
  let data = '';
  let first = 0;
  for (const bucket of buckets) {
    index.push(data.length, first);
    first += bucket.length;
    for (const { n, literal, payload } of bucket) {
      number(n);
      data += bucketEntry(literal, payload);
    }
  }
  const hashes = mine.map(({ bare }) => hashText(bare, width));
  const filter = packBits(hashes, BITS_A_LITERAL);
  return { width, filter, index: packFixed([...index, data.length]), data, count: mine.length };
}

function makePrefixes(entries: readonly Entry[]): string {
  return packBits(prefixesOf(entries.map(({ literal }) => bareOf(literal))), BITS_A_PREFIX);
}

/** How often each literal stands in `texts`. */
function countLiterals({ literals }: OpenPack, texts: readonly Read[]): number[] {
  const numbers: number[] = [];
  const entries = [...literals.keys()].map((literal, n) => ({ n, literal, payload: packNumbers([0, 0]) }));
  const index = new TermIndex(
    makeTables(entries, (n) => numbers.push(n)),
    makePrefixes(entries),
    true,
  );
  const counts = entries.map(() => 0);
  for (const { text, starts } of texts) {
    const hits = index.find(text, starts);
    for (let hit = 0; hit < hits.count; hit++) {
      const n = numbers[(hits.payloads[hit] as Payload).literal] as number;
      counts[n] = (counts[n] as number) + 1;
    }
  }
  return counts;
}

/** What a hit in `texts` weighs beside another sequence that asks for the same literal. */
const HIT = 100;

/**
 * The anchor of a sequence is its rarest part: the one whose literals stand least often in texts and are asked for by the
 * fewest sequences.
 */
function anchorSequences(pack: OpenPack, counts: readonly number[]): number[][][] {
  const demand = pack.means.map(() => 0);
  for (const { parts } of pack.sequences) {
    for (const { part } of parts) {
      for (const literal of pack.partLists[part] ?? []) demand[literal] = (demand[literal] as number) + 1;
    }
  }
  const costs = pack.partLists.map((list) =>
    list.reduce((sum, literal) => sum + (demand[literal] as number) + HIT * (counts[literal] as number), 0),
  );
  const byAnchor = pack.partLists.map((): number[][] => []);
  for (const { meaning, parts } of pack.sequences) {
    const cost = (n: number): number => costs[parts[n]?.part as number] as number;
    const anchor = parts.map((_, n) => n).sort((a, b) => cost(a) - cost(b))[0] as number;
    const [first, ...rest] = parts as [{ joint: number; part: number }, ...{ joint: number; part: number }[]];
    byAnchor[parts[anchor]?.part as number]?.push([
      meaning,
      anchor,
      parts.length,
      first.part,
      ...rest.flatMap(({ joint, part }) => [joint, part]),
    ]);
  }
  return byAnchor;
}

/** The literals of each part, each as the difference to the one before. */
function packParts(parts: readonly (readonly number[])[]): string[] {
  return inChunks(parts, (literals) => [
    literals.length,
    ...literals.map((literal, n) => literal - (literals[n - 1] ?? 0)),
  ]);
}

function packSequences(byAnchor: readonly number[][][]): string[] {
  return inChunks(byAnchor, (list) => [list.length, ...list.flat()]);
}

function inChunks<T>(all: readonly T[], numbersOf: (one: T) => number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < all.length; at += CHUNK)
    chunks.push(packNumbers(all.slice(at, at + CHUNK).flatMap(numbersOf)));
  return chunks;
}
