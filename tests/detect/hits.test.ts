import { describe, expect, it } from 'vitest';
import { Hits, MAX_HITS, NONE } from '../../src/detect/hits';

const payload = (literal: number) => ({ literal, means: [], anchors: [] });

function hitsOf(...spans: [number, number][]): Hits {
  const hits = new Hits();
  spans.forEach(([start, end], n) => {
    hits.add(payload(n), start, end);
  });
  return hits;
}

/** Start, end and literal of each hit. */
function listOf({ count, start, end, payloads }: Hits): number[][] {
  return Array.from({ length: count }, (_, n) => [
    start[n] as number,
    end[n] as number,
    payloads[n]?.literal as number,
  ]);
}

describe('hits', () => {
  it('lie in the order of the text, shorter ones first, equal ones as they came', () => {
    const hits = hitsOf([4, 6], [9, 12], [4, 5], [0, 9], [9, 12], [9, 10]);
    expect(listOf(hits)).toEqual([
      [0, 9, 3],
      [4, 5, 2],
      [4, 6, 0],
      [9, 10, 5],
      [9, 12, 1],
      [9, 12, 4],
    ]);
  });

  it('are found by where they begin and where they end', () => {
    const hits = hitsOf([0, 4], [2, 4], [6, 9]);
    hits.finish(9);
    expect([0, 1, 2, 3, 6, 7, 9, 10].map((at) => hits.from(at))).toEqual([0, 1, 1, 2, 2, 3, 3, 3]);
    const last = hits.endingAt(4);
    expect([last, hits.endingAsWell(last), hits.endingAsWell(hits.endingAsWell(last))]).toEqual([1, 0, NONE]);
    expect(hits.endingAt(5)).toBe(NONE);
  });

  it('are found anew in the next, longer text', () => {
    const hits = hitsOf([0, 4]);
    hits.finish(4);
    hits.count = 0;
    hits.add(payload(7), 5_000, 5_003);
    hits.finish(6_000);
    expect([hits.from(0), hits.from(5_001), hits.endingAt(4), hits.endingAt(5_003)]).toEqual([0, 1, NONE, 0]);
  });

  it('that are too many are left out', () => {
    const hits = new Hits();
    for (let n = 0; n < MAX_HITS + 5; n++) hits.add(payload(n), n, n + 1);
    expect(hits.count).toBe(MAX_HITS);
    expect(hits.start[MAX_HITS - 1]).toBe(MAX_HITS - 1);
  });
});
