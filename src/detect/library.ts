/** The packs of compiled rules: one of what stands in texts of every language, one of each language's terms. */
import type { CompiledRules, Meaning, Pack } from './compiled';
import type { Folded } from './fold';
import { hashText } from './hash';
import type { Payload } from './hits';
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
  type StartsRoom,
  type Stretch,
} from './starts';
import { TermIndex } from './terms';
import { Wording } from './wording';

/** Is told of a meaning that was met in a text, in offsets of the folded text. */
export type Meet = (meaning: Meaning, start: number, end: number) => void;

/** Index of the pack that is asked for every text. */
const SHARED = -1;

export class Library {
  /** Packs that no text has asked for yet. */
  private readonly packs = new Map<number, Pack>();
  private readonly loaded = new Map<number, LoadedPack>();
  private readonly apart: Set<number>;
  private readonly lacked = new Set<number>();
  private readonly perhaps = new Set<number>();
  private readonly beginnings: Beginnings;

  constructor(private readonly rules: CompiledRules) {
    this.beginnings = {
      clitics: new Set(rules.clitics.map(cliticKey)),
      openings: new Uint8Array(OPENINGS),
    };
    this.apart = new Set(rules.apart);
    for (const pack of rules.packs) this.add(pack);
  }

  /** Adds the terms of one language; those that are here already are kept. */
  add(pack: Pack): void {
    if (this.has(pack.lang)) return;
    this.packs.set(pack.lang, pack);
    this.apart.delete(pack.lang);
    for (const opening of pack.openings) this.beginnings.openings[hashText(opening, 2) & OPEN_BITS] = 1;
  }

  /** Languages that texts have asked for since the last call and whose terms are not here yet; as Detector.lacking. */
  lacking(perhaps: boolean): number[] {
    const asked = new Set([...this.lacked, ...(perhaps ? this.perhaps : [])]);
    this.lacked.clear();
    this.perhaps.clear();
    return [...asked].filter((lang) => this.apart.has(lang));
  }

  /** Those of `langs` whose terms are here: a text that may be in any of them is not worth bringing them all. */
  here(langs: readonly number[]): number[] {
    for (const lang of langs) if (this.apart.has(lang)) this.perhaps.add(lang);
    return langs.filter((lang) => this.has(lang));
  }

  private has(lang: number): boolean {
    return this.loaded.has(lang) || this.packs.has(lang);
  }

  /** Where terms may begin in `text`, or in its `windows` alone; valid until the next use of `room`. */
  starts(text: Folded, room: StartsRoom, windows?: readonly Stretch[]): Starts {
    return findStarts(text, this.beginnings, room, windows);
  }

  /** Tells `meet` what stands in texts of every language: money, small words, expressions. */
  shared(text: Folded, starts: Starts, meet: Meet): void {
    this.pack(SHARED)?.find(text, starts, meet);
  }

  /** Tells `meet` what the languages `wanted` (indices of rules.languages) know of `text`. */
  terms(text: Folded, starts: Starts, wanted: readonly number[], meet: Meet): void {
    for (const lang of wanted) this.pack(lang)?.find(text, starts, meet);
  }

  /** How lures are worded in a language; null where its terms are not here or nothing is known. */
  wording(lang: number): Wording | null {
    return this.has(lang) ? (this.pack(lang)?.wording ?? null) : null;
  }

  /** Where a literal of `wanted` or of the shared pack stands across one of the `marks` (sorted). */
  crossings(text: Folded, starts: Starts, wanted: readonly number[], marks: readonly Stretch[]): Stretch[] {
    return [SHARED, ...wanted].flatMap((lang) => this.pack(lang)?.crossings(text, starts, marks) ?? []);
  }

  private pack(lang: number): LoadedPack | undefined {
    const known = this.loaded.get(lang);
    if (known) return known;
    const pack = this.packs.get(lang);
    if (!pack) {
      if (this.apart.has(lang)) this.lacked.add(lang);
      return undefined;
    }
    const loaded = new LoadedPack(pack, this.rules);
    this.loaded.set(lang, loaded);
    this.packs.delete(lang);
    return loaded;
  }
}

/** Keeps of a pack only what texts may still ask for: what was read once lies in tables from then on. */
class LoadedPack {
  private readonly index: TermIndex;
  private readonly meanings: Meanings;
  private readonly sequences: Sequences;
  private packedWording: string;
  private openWording: Wording | null = null;

  constructor(pack: Pack, { weighing, gluing }: CompiledRules) {
    this.packedWording = pack.wording;
    this.index = new TermIndex(
      pack.tables,
      pack.prefixes,
      pack.lang === SHARED || gluing.includes(pack.lang),
    );
    this.meanings = new Meanings(pack.meanings);
    this.sequences = new Sequences(pack, weighing.gap);
  }

  /** Null where nothing was fitted. */
  get wording(): Wording | null {
    if (this.packedWording !== '') this.openWording = new Wording(this.packedWording);
    this.packedWording = '';
    return this.openWording;
  }

  find(text: Folded, starts: Starts, meet: Meet): void {
    const hits = this.index.find(text, starts);
    if (hits.count === 0) return;
    for (let n = 0; n < hits.count; n++) {
      const { means } = hits.payloads[n] as Payload;
      for (let k = 0; k < means.length; k++)
        meet(this.meanings.at(means[k] as number), hits.start[n] as number, hits.end[n] as number);
    }
    this.sequences.complete(text, hits, (meaning, start, end) => meet(this.meanings.at(meaning), start, end));
  }

  crossings(text: Folded, starts: Starts, marks: readonly Stretch[]): Stretch[] {
    const hits = this.index.find(text, starts);
    const crossing: Stretch[] = [];
    for (let n = 0; n < hits.count; n++) {
      const span = { start: hits.start[n] as number, end: hits.end[n] as number };
      if (crosses(span, marks)) crossing.push(span);
    }
    return crossing;
  }
}
