/** Where literals were found in a text. One text at a time, whatever the pack: the room is used again for the next. */
import { grown } from './room';

/** What a literal stands for: meanings, and the parts by which sequences are looked up. */
export interface Payload {
  literal: number;
  means: number[];
  anchors: number[];
}

/** The longest text that is read holds fewer; a hostile one that holds more tells nothing new. Their numbers take 15 bits. */
export const MAX_HITS = 16_000;

/** Room for hits, to begin with. */
const FEW = 1_024;

/** No hit. */
export const NONE = -1;

/** Places where literals were found, by where they start, then by where they end. */
export class Hits {
  count = 0;
  /** Of each place: what the literal stands for, and its offsets in the folded text. */
  readonly payloads: Payload[] = [];
  start = new Uint16Array(FEW);
  end = new Uint16Array(FEW);
  /** Of each place, once `finish` was called: which literal it is, and the next place where the literal was found, or NONE. */
  literal = new Uint16Array(FEW);
  nextSame = new Int16Array(FEW);
  /** Of each place another one that ends there. */
  private nextEnding = new Int16Array(FEW);
  /** Of each offset the first place that begins there or behind it, and the last one that ends there. */
  private begins = new Uint16Array(1_024);
  private ends = new Int16Array(1_024);
  private length = 0;

  /** Adds a hit at its place in the order, behind those that it equals. Hits come nearly in order: few have to make way. */
  add(payload: Payload, start: number, end: number): void {
    if (this.count === MAX_HITS) return;
    if (this.count === this.start.length) this.grow();
    let n = this.count++;
    for (; n > 0; n--) {
      const before = this.start[n - 1] as number;
      if (before < start || (before === start && (this.end[n - 1] as number) <= end)) break;
      this.payloads[n] = this.payloads[n - 1] as Payload;
      this.start[n] = before;
      this.end[n] = this.end[n - 1] as number;
    }
    this.payloads[n] = payload;
    this.start[n] = start;
    this.end[n] = end;
  }

  private grow(): void {
    const size = Math.min(MAX_HITS, 2 * this.count);
    this.start = grown(this.start, size);
    this.end = grown(this.end, size);
    this.literal = grown(this.literal, size);
    this.nextSame = grown(this.nextSame, size);
    this.nextEnding = grown(this.nextEnding, size);
  }

  /** Notes where the hits of a text of `length` units begin and end; no more can be added. */
  finish(length: number): void {
    this.length = length;
    if (this.begins.length <= length) {
      this.begins = new Uint16Array(2 * length);
      this.ends = new Int16Array(2 * length);
    }
    const { begins, ends, nextEnding, count } = this;
    ends.fill(NONE, 0, length + 1);
    let next = 0;
    for (let n = 0; n < count; n++) {
      const end = this.end[n] as number;
      for (const start = this.start[n] as number; next <= start; next++) begins[next] = n;
      nextEnding[n] = ends[end] as number;
      ends[end] = n;
    }
    begins.fill(count, next, length + 1);
  }

  /** The first hit that begins at `at` or behind it. */
  from(at: number): number {
    return at <= this.length ? (this.begins[at] as number) : this.count;
  }

  /** A hit that ends at `at`, or NONE. */
  endingAt(at: number): number {
    return this.ends[at] as number;
  }

  /** Another hit that ends where `hit` does, or NONE. */
  endingAsWell(hit: number): number {
    return this.nextEnding[hit] as number;
  }
}
