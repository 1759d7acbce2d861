/** Packs literals, sequences and their meanings by language, so that a text costs only what its language knows. */
import type { Meaning, Pack } from '../detect/compiled';
import { hashText, WIDTHS } from '../detect/hash';
import { packMeanings } from '../detect/meanings';
import { packFixed, packNumbers } from '../detect/packed';
import { CHUNK } from '../detect/sequences';
import { bucketEntry, type TermTable } from '../detect/terms';
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

  /** All that was added, in the form that the detector loads, and the characters that its literals hold. */
  finish(): { packs: Pack[]; used: Set<string> } {
    const packs = [...this.packs].sort(([a], [b]) => a - b);
    const used = new Set(
      packs.flatMap(([, { literals }]) => [...literals.keys()].flatMap((one) => [...one])),
    );
    return { packs: packs.map(([lang, pack]) => finishPack(lang, pack)), used };
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
const BITS_A_LITERAL = 8;

function finishPack(lang: number, pack: OpenPack): Pack {
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
    lang,
    meanings: packMeanings(pack.meanings),
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
  const filter = makeFilter(mine.map(({ bare }) => hashText(bare, width)));
  return { width, filter, index: packFixed(starts), data: buckets.join('') };
}

/** A bit for each hash, in base64. */
function makeFilter(hashes: readonly number[]): string {
  let size = 8;
  while (size < hashes.length * BITS_A_LITERAL) size *= 2;
  const bytes = new Uint8Array(size / 8);
  for (const hash of hashes) {
    const bit = hash & (size - 1);
    bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7));
  }
  return Buffer.from(bytes).toString('base64');
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
