/** The sequences of a pack and the literals of their parts, as numbers one after the other, read when a text first asks for them. */
import type { Pack } from './compiled';
import { NumberReader } from './packed';
import { grown } from './room';

/** Parts of which a pack speaks in one string. */
export const CHUNK = 64;

/** Of a sequence: its meaning, which of its parts is the anchor, how many parts it has, its first part; then joint and part of each other. */
export const ANCHOR = 1;
export const COUNT = 2;
export const FIRST = 3;
/** Literals and parts have numbers up to this one: the build sees to it. */
export const MOST = 0xffff;
/** Room for numbers, to begin with. */
const POOL = 4_096;
const UNREAD = -1;

export class SequenceStore {
  private readonly reader = new NumberReader();
  /** Another, longer one after more was read: what lies in it stays where it is. */
  pool = new Uint16Array(POOL);
  private pooled = 0;
  /** Of each part where its sequences and its literals lie in the pool: how many, then each. */
  private readonly sequencesAt: Int32Array;
  private readonly literalsAt: Int32Array;

  /** What the pack says of each chunk; '' once it was read. */
  private readonly packedSequences: string[];
  private readonly packedLiterals: string[];

  constructor(pack: Pick<Pack, 'sequences' | 'parts'>) {
    this.packedSequences = [...pack.sequences];
    this.packedLiterals = [...pack.parts];
    const parts = pack.parts.length * CHUNK;
    this.sequencesAt = new Int32Array(parts).fill(UNREAD);
    this.literalsAt = new Int32Array(parts).fill(UNREAD);
  }

  /** True when `literal` is one of `part`. */
  isOf(literal: number, part: number): boolean {
    let low = this.literalsOf(part);
    const { pool } = this;
    let high = low + (pool[low] as number);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pool[middle] as number) > literal) high = middle - 1;
      else low = middle;
    }
    return pool[low] === literal && low > (this.literalsAt[part] as number);
  }

  /** Where the literals of a part lie in the pool: how many, and each in order. */
  literalsOf(part: number): number {
    const at = this.literalsAt[part] as number;
    return at === UNREAD ? this.openLiterals(part) : at;
  }

  /** In the pack each literal of a part is the difference to the one before. */
  private openLiterals(part: number): number {
    this.openChunk(part, this.packedLiterals, this.literalsAt, () => {
      let literal = 0;
      const count = this.reader.next();
      this.put(count);
      for (let left = count; left > 0; left--) {
        literal += this.reader.next();
        this.put(literal);
      }
    });
    return this.literalsAt[part] as number;
  }

  /** Where the sequences of an anchor lie in the pool: how many, and each. */
  sequencesOf(anchor: number): number {
    const at = this.sequencesAt[anchor] as number;
    return at === UNREAD ? this.openSequences(anchor) : at;
  }

  private openSequences(anchor: number): number {
    this.openChunk(anchor, this.packedSequences, this.sequencesAt, () => {
      const many = this.reader.next();
      this.put(many);
      for (let left = many; left > 0; left--) {
        const from = this.pooled;
        while (this.pooled < from + FIRST) this.put(this.reader.next());
        for (let more = 2 * (this.pool[from + COUNT] as number) - 1; more > 0; more--)
          this.put(this.reader.next());
      }
    });
    return this.sequencesAt[anchor] as number;
  }

  /** Reads what a pack says of the CHUNK parts around `part`: notes in `at` where each begins, and calls `read` for it, in order. */
  private openChunk(part: number, packed: string[], at: Int32Array, read: () => void): void {
    const chunk = Math.floor(part / CHUNK);
    const text = packed[chunk] ?? '';
    this.reader.from(text);
    for (let n = chunk * CHUNK; this.reader.at < text.length; n++) {
      at[n] = this.pooled;
      read();
    }
    packed[chunk] = '';
  }

  private put(number: number): void {
    if (this.pooled === this.pool.length) this.pool = grown(this.pool, Math.ceil(1.5 * this.pooled));
    this.pool[this.pooled++] = number;
  }
}
