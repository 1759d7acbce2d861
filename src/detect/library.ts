/** The packs of compiled rules, loaded by script when first needed, and what their literals and sequences stand for. */
import type { CompiledRules, Meaning, Pack } from './compiled';
import type { Folded } from './fold';
import { Meanings } from './meanings';
import { NumberReader } from './packed';
import { type Hit, TermIndex } from './terms';

/** A meaning met in a text, in offsets of the folded text. */
export interface Met {
  meaning: Meaning;
  start: number;
  end: number;
}

/** Joints between the parts of a sequence. */
export const GLUED = 0;
export const SPACED = 1;
export const GAPPED = 2;

const SENTENCE_ENDS = new Set([10, 33, 63, 0x3002, 0xff01, 0xff1f, 0x104b, 0x17d4, 0x0964, 0x06d4, 0x1362]);
const STOP = 46;
const SPACE = 32;
/** Every so many characters one is looked at to see which scripts occur. */
const STEP = 3;
const NO_SCRIPT = 255;
const UNSEEN = 254;

/** True when no sentence ends between two offsets of the folded text. In texts of up to `terse` characters full stops end none. */
export function sameSentence(text: Folded, from: number, to: number, terse: number): boolean {
  const stops = text.length > terse;
  for (let i = from; i < to; i++) {
    const code = text.codes[i] as number;
    if (SENTENCE_ENDS.has(code) || (stops && code === STOP && text.codes[i + 1] === SPACE)) return false;
  }
  return true;
}

/** Latin words, digits and signs stand in texts of every language. */
function isAlwaysUsed({ scripts }: Pack): boolean {
  return scripts.length === 0 || scripts.includes('Latin');
}

export class Library {
  private readonly loaded: (LoadedPack | null)[];
  private readonly meanings: Meanings;
  private readonly clitics: ReadonlySet<string>;
  private readonly tests: RegExp[];
  private readonly packOf = new Uint8Array(65_536).fill(UNSEEN);

  constructor(private readonly rules: CompiledRules) {
    this.meanings = new Meanings(rules.meanings);
    this.clitics = new Set(rules.clitics);
    this.loaded = rules.packs.map((pack) => (isAlwaysUsed(pack) ? this.load(pack) : null));
    this.tests = rules.packs.map(
      ({ scripts }) => new RegExp(`[${scripts.map((s) => `\\p{Script=${s}}`).join('') || '^\\s\\S'}]`, 'u'),
    );
  }

  /** Everything that the rules know of `text`, in no particular order. */
  find(text: Folded): Met[] {
    const met: Met[] = [];
    for (const pack of this.packsFor(text)) pack.find(text, met);
    return met;
  }

  private packsFor(text: Folded): LoadedPack[] {
    const wanted = new Set<number>();
    for (let i = 0; i < text.length; i += STEP) {
      const pack = this.lookUp(text.codes[i] as number);
      if (pack !== NO_SCRIPT) wanted.add(pack);
    }
    const packs: LoadedPack[] = [];
    this.rules.packs.forEach((pack, n) => {
      if (!isAlwaysUsed(pack) && !wanted.has(n)) return;
      const known = this.loaded[n] ?? this.load(pack);
      this.loaded[n] = known;
      packs.push(known);
    });
    return packs;
  }

  private load(pack: Pack): LoadedPack {
    const { gap, terse } = this.rules.weighing;
    return new LoadedPack(pack, this.meanings, gap, terse, this.clitics);
  }

  private lookUp(code: number): number {
    const known = this.packOf[code] as number;
    if (known !== UNSEEN) return known;
    const found = this.tests.findIndex((test) => test.test(String.fromCharCode(code)));
    const pack = found < 0 ? NO_SCRIPT : found;
    this.packOf[code] = pack;
    return pack;
  }
}

/** Hits of one part that are looked at; a text that repeats a word without end tells nothing new. */
const MAX_REPEATS = 12;
/** Anchor parts whose sequences lie in one string. */
export const CHUNK = 64;

/** A term of several parts: the first way to meet all parts in order stands for `meaning`. */
interface Sequence {
  meaning: number;
  parts: number[];
  /** Joint before each part but the first. */
  joints: number[];
}

class LoadedPack {
  private readonly index: TermIndex;
  private readonly reader = new NumberReader();
  /** Sequences by their anchor part, read from the pack when a text first asks for them. */
  private readonly anchored = new Map<number, readonly Sequence[]>();
  private readonly openChunks = new Set<number>();
  /** Hits of each part that candidates ask for in the text at hand, and which parts these are. */
  private readonly hitsOf: (Hit[] | undefined)[];
  private readonly touched: number[] = [];

  constructor(
    private readonly pack: Pack,
    private readonly meanings: Meanings,
    private readonly gap: number,
    private readonly terse: number,
    clitics: ReadonlySet<string>,
  ) {
    this.hitsOf = new Array<Hit[] | undefined>(pack.parts).fill(undefined);
    this.index = new TermIndex(pack.tables, pack.openings, clitics);
  }

  find(text: Folded, met: Met[]): void {
    const hits = this.index.find(text);
    if (hits.length === 0) return;
    const anchors = new Set<number>();
    for (const { payload, start, end } of hits) {
      for (const meaning of payload.means) met.push({ meaning: this.meanings.at(meaning), start, end });
      for (const part of payload.anchors) anchors.add(part);
    }
    const candidates: Sequence[] = [];
    for (const part of anchors) candidates.push(...this.sequencesOf(part));
    // Common words belong to very many parts: only those that a candidate asks for are noted.
    for (const { parts } of candidates) for (const part of parts) this.touch(part);
    for (const hit of hits) {
      for (const part of hit.payload.anchors) this.noteHit(part, hit);
      for (const part of hit.payload.parts) this.noteHit(part, hit);
    }
    for (const sequence of candidates) this.complete(text, sequence, met);
    for (const part of this.touched) this.hitsOf[part] = undefined;
    this.touched.length = 0;
  }

  private touch(part: number): void {
    if (this.hitsOf[part] !== undefined) return;
    this.hitsOf[part] = [];
    this.touched.push(part);
  }

  /** Remembers that a wanted part was found; at most MAX_REPEATS times. */
  private noteHit(part: number, hit: Hit): void {
    const list = this.hitsOf[part];
    if (list !== undefined && list.length < MAX_REPEATS) list.push(hit);
  }

  private sequencesOf(anchor: number): readonly Sequence[] {
    const chunk = Math.floor(anchor / CHUNK);
    if (!this.openChunks.has(chunk)) this.openChunk(chunk);
    return this.anchored.get(anchor) ?? [];
  }

  /** Reads the sequences of CHUNK anchor parts: for each how many, and each as meaning, count of parts, first part, then joint and part. */
  private openChunk(chunk: number): void {
    this.openChunks.add(chunk);
    const { reader } = this;
    const packed = this.pack.sequences[chunk] ?? '';
    reader.from(packed);
    for (let anchor = chunk * CHUNK; reader.at < packed.length; anchor++) {
      const sequences: Sequence[] = [];
      for (let left = reader.next(); left > 0; left--) {
        const sequence: Sequence = { meaning: reader.next(), parts: [], joints: [] };
        const count = reader.next();
        sequence.parts.push(reader.next());
        while (sequence.parts.length < count) {
          sequence.joints.push(reader.next());
          sequence.parts.push(reader.next());
        }
        sequences.push(sequence);
      }
      if (sequences.length > 0) this.anchored.set(anchor, sequences);
    }
  }

  /** Adds the first way to meet all parts of a sequence in order. */
  private complete(text: Folded, sequence: Sequence, met: Met[]): void {
    const { parts, joints } = sequence;
    let chains: readonly { start: number; end: number }[] = this.hitsOf[parts[0] as number] ?? [];
    for (let n = 1; n < parts.length && chains.length > 0; n++) {
      const joint = joints[n - 1] as number;
      const next: { start: number; end: number }[] = [];
      for (const hit of this.hitsOf[parts[n] as number] ?? []) {
        const chain = chains.findLast((before) => this.joins(text, before.end, hit.start, joint));
        if (chain) next.push({ start: chain.start, end: hit.end });
      }
      chains = next;
    }
    const first = chains[0];
    if (first) met.push({ meaning: this.meanings.at(sequence.meaning), start: first.start, end: first.end });
  }

  private joins(text: Folded, end: number, start: number, joint: number): boolean {
    const distance = start - end;
    if (joint === GLUED) return distance === 0;
    if (joint === SPACED) return distance >= 1 && distance <= 2;
    return distance >= 0 && distance <= this.gap && sameSentence(text, end, start, this.terse);
  }
}
