/** Any string at all gives an assessment, never an exception, and every quote is where it says. */
import { describe, expect, it } from 'vitest';
import { type Assessment, LEVELS, type Post } from '../../src/detect/types';
import { ownCorpora, readCorpus } from '../../src/tools/corpus';
import { loadDetector } from '../../src/tools/detectorFromRules';
import { type Die, seededDie } from './disguise';

const RUNS = 100_000;
const { detector } = loadDetector();
const samples = ownCorpora()
  .flatMap(readCorpus)
  .map(({ text }) => text);

/** A string of random code units, biased to the ranges in which something happens. */
function randomText(die: Die): string {
  const length = Math.floor(die() ** 3 * 200);
  const base = [
    0x20, 0x61, 0x400, 0x600, 0x900, 0xe00, 0x1000, 0x4e00, 0x3300, 0xac00, 0xfd00, 0xd800, 0xff00, 0x0300,
  ][Math.floor(die() * 14)] as number;
  let text = '';
  for (let i = 0; i < length; i++) {
    const unit = die() < 0.15 ? Math.floor(die() * 0x10000) : base + Math.floor(die() * 0x100);
    text += die() < 0.02 ? String.fromCodePoint(Math.floor(die() * 0x10ffff)) : String.fromCharCode(unit);
  }
  return text;
}

/** A real post with pieces cut out, doubled, moved and replaced by noise. */
function mutated(die: Die): string {
  let text = (samples[Math.floor(die() * samples.length)] as string).slice(0, 400);
  for (let n = 1 + Math.floor(die() * 4); n > 0; n--) {
    const at = Math.floor(die() * text.length);
    const to = at + Math.floor(die() * 20);
    const piece = text.slice(at, to);
    const noise = [
      piece + piece,
      '',
      randomText(die).slice(0, 10),
      [...piece].reverse().join(''),
      '\ud800',
      '\u202e',
    ];
    text = text.slice(0, at) + noise[Math.floor(die() * noise.length)] + text.slice(to);
  }
  return text;
}

function check(post: Post, assessment: Assessment): void {
  if (!LEVELS.includes(assessment.level) || !Number.isFinite(assessment.score))
    throw new Error(`no level for ${JSON.stringify(post)}`);
  for (const { field, quote, start, end } of [...assessment.findings, ...assessment.counters]) {
    const text = post[field] ?? '';
    if (start < 0 || end <= start || end > text.length || text.slice(start, end) !== quote)
      throw new Error(`wrong span ${start}-${end} in ${JSON.stringify(post)}`);
  }
}

describe('any string', () => {
  it(`of ${RUNS} random and mutated ones is judged`, { timeout: 300_000 }, () => {
    const die = seededDie(7);
    let found = 0;
    for (let n = 0; n < RUNS; n++) {
      const post: Post = { text: n % 2 === 0 ? randomText(die) : mutated(die) };
      if (n % 10 === 0) post.title = randomText(die);
      const assessment = detector.assess(post);
      check(post, assessment);
      if (assessment.findings.length > 0) found++;
    }
    // Otherwise the mutations would have tested nothing.
    expect(found).toBeGreaterThan(RUNS / 10);
  });

  it.each([
    ['lone surrogates', '\ud800\udfff\udfff\ud800'],
    ['10 MB', 'free ticket to Cambodia '.repeat(450_000)],
    ['one character repeated', '柬'.repeat(1_000_000)],
    [
      'every plane',
      Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x10000 + 0x41)).join(''),
    ],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(() => check({ text }, detector.assess({ text }))).not.toThrow();
  });

  it('that is no string is passed over', () => {
    for (const text of [null, 5, {}, ['Cambodia']]) {
      expect(detector.assess({ text } as unknown as Post).level).toBe('none');
    }
  });
});
