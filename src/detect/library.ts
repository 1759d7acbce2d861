/** The packs of compiled rules: one of what stands in texts of every language, one of each language's terms. */
import type { CompiledRules, Meaning, Pack } from './compiled';
import type { Folded } from './fold';
import { hashText } from './hash';
import { Meanings } from './meanings';
import { Sequences } from './sequences';
import {
  type Beginnings,
  cliticKey,
  crosses,
  findStarts,
  OPEN_BITS,
  OPENINGS,
  type Starts,
  type Stretch,
} from './starts';
import { TermIndex } from './terms';

/** A meaning met in a text, in offsets of the folded text. */
export interface Met {
  meaning: Meaning;
  start: number;
  end: number;
}

/** Index of the pack that is asked for every text. */
const SHARED = -1;

export class Library {
  private readonly packs = new Map<number, LoadedPack>();
  private readonly beginnings: Beginnings;

  constructor(private readonly rules: CompiledRules) {
    const openings = new Uint8Array(OPENINGS);
    this.beginnings = { clitics: new Set(rules.clitics.map(cliticKey)), openings };
    for (const { openings: own } of rules.packs)
      for (const opening of own) openings[hashText(opening, 2) & OPEN_BITS] = 1;
  }

  /** Where terms may begin in `text`, or in its `windows` alone. */
  starts(text: Folded, windows?: readonly Stretch[]): Starts {
    return findStarts(text, this.beginnings, windows);
  }

  /** What stands in texts of every language: money, small words, expressions. */
  shared(text: Folded, starts: Starts): Met[] {
    return this.pack(SHARED)?.find(text, starts) ?? [];
  }

  /** What the languages `wanted` (indices of rules.languages) know of `text`. */
  terms(text: Folded, starts: Starts, wanted: readonly number[]): Met[] {
    return wanted.flatMap((lang) => this.pack(lang)?.find(text, starts) ?? []);
  }

  /** Where a literal of `wanted` or of the shared pack stands across one of the `marks` (sorted). */
  crossings(text: Folded, starts: Starts, wanted: readonly number[], marks: readonly Stretch[]): Stretch[] {
    return [SHARED, ...wanted].flatMap((lang) => this.pack(lang)?.crossings(text, starts, marks) ?? []);
  }

  private pack(lang: number): LoadedPack | undefined {
    const known = this.packs.get(lang);
    if (known) return known;
    const pack = this.rules.packs.find((one) => one.lang === lang);
    if (!pack) return undefined;
    const loaded = new LoadedPack(pack, this.rules);
    this.packs.set(lang, loaded);
    return loaded;
  }
}

class LoadedPack {
  private readonly index: TermIndex;
  private readonly meanings: Meanings;
  private readonly sequences: Sequences;

  constructor(pack: Pack, { weighing }: CompiledRules) {
    this.index = new TermIndex(pack.tables);
    this.meanings = new Meanings(pack.meanings);
    this.sequences = new Sequences(pack, weighing);
  }

  find(text: Folded, starts: Starts): Met[] {
    const hits = this.index.find(text, starts);
    if (hits.length === 0) return [];
    hits.sort((a, b) => a.start - b.start || a.end - b.end);
    const met: Met[] = [];
    for (const { payload, start, end } of hits) {
      for (const meaning of payload.means) met.push({ meaning: this.meanings.at(meaning), start, end });
    }
    this.sequences.complete(text, hits, (meaning, start, end) => {
      met.push({ meaning: this.meanings.at(meaning), start, end });
    });
    return met;
  }

  crossings(text: Folded, starts: Starts, marks: readonly Stretch[]): Stretch[] {
    return this.index.find(text, starts).filter((hit) => crosses(hit, marks));
  }
}
