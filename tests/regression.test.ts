import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRuleFiles } from '../src/rules/ruleFiles';
import { isHeldOut, readCorpus } from '../src/tools/corpus';
import type { Loaded } from '../src/tools/detectorFromRules';
import { noteSightings, readSightings } from '../src/tools/firstSight';
import { fitOdds } from '../src/tools/fitOdds';
import { readFitTask, readOptions } from '../src/tools/options';
import { type Example, fitLogistic } from '../src/tools/regression';

const example = (hit: boolean, ...columns: number[]): Example => ({
  row: columns.map((column) => [column, 1] as const),
  hit,
});
const repeat = (times: number, one: Example): Example[] => new Array<Example>(times).fill(one);

describe('logistic regression', () => {
  it('gives the odds that the examples have', () => {
    const examples = [
      ...repeat(30, example(true, 0)),
      ...repeat(10, example(false, 0)),
      ...repeat(10, example(true)),
      ...repeat(40, example(false)),
    ];
    const [weight, bias] = fitLogistic(examples, 1, 0) as [number, number];
    expect(bias).toBeCloseTo(Math.log(10 / 40), 4);
    expect(bias + weight).toBeCloseTo(Math.log(30 / 10), 4);
  });

  it('with a ridge stays finite where a column tells all, and lets what is alike share', () => {
    const examples = [...repeat(20, example(true, 0, 1)), ...repeat(20, example(false, 2))];
    const weights = fitLogistic(examples, 3, 0.01);
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(weights[0]).toBeCloseTo(weights[1] as number, 6);
    expect(weights[0]).toBeGreaterThan(0.5);
    expect(weights[2]).toBeLessThan(-0.5);
  });
});

describe('first sights', () => {
  it('are what rules/odds was fitted to', () => {
    const { bias, points } = fitOdds(readSightings().flatMap(({ sightings }) => sightings));
    const { data } = readRuleFiles().odds;
    expect(data.bias).toBeCloseTo(bias, 1);
    expect(Object.keys(data.points).sort()).toEqual(Object.keys(points).sort());
    for (const [name, weight] of Object.entries(points))
      expect(data.points[name], name).toBeCloseTo(weight, 1);
  });

  it('are whole: every post once, with a label and signals that are numbers', () => {
    const all = readSightings().flatMap(({ sightings }) => sightings);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { label, difficulty, signals } of all) {
      expect(label === 'lure').toBe(difficulty !== undefined);
      expect(Object.values(signals).every((amount) => Number.isFinite(amount) && amount !== 0)).toBe(true);
    }
  });

  it('are noted once: a set that is noted stays as it is', () => {
    const [{ set = '' } = {}] = readSightings();
    const path = join(import.meta.dirname, 'corpus', 'independent', `${set}.jsonl`);
    const judge = () => {
      throw new Error('judged');
    };
    const loaded = { detector: { trace: judge } } as unknown as Loaded;
    expect(() => noteSightings([path], loaded)).toThrow(/is noted already.* by hand/);
  });
});

describe('a corpus', () => {
  it('from elsewhere may hold more than is used, and labels of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    const path = join(folder, 'other.jsonl');
    const row = { id: 'a', lang: 'en', text: 'Cooks wanted', source: { case: 1 } };
    writeFileSync(path, JSON.stringify({ ...row, label: 'classified' }));
    expect(readCorpus(path)).toEqual([{ ...row, label: 'ordinary' }]);
    rmSync(folder, { recursive: true });
  });
});

describe('the part that is held out', () => {
  const row = (source: unknown) => ({ id: 'a', lang: 'en', label: 'lure' as const, text: '', source });

  it('is about two fifths of the sources, and a source is in it or not, however its fields are ordered', () => {
    const sources = Array.from({ length: 500 }, (_, n) => ({ name: `case ${n}`, year: 2024 }));
    const held = sources.map((source) => isHeldOut(row(source)));
    expect(held.filter(Boolean).length / held.length).toBeCloseTo(0.4, 1);
    expect(sources.map(({ name, year }) => isHeldOut(row({ year, name })))).toEqual(held);
  });
});

describe('options of a command', () => {
  const known = { flags: ['brief'], values: ['lang'] };

  it('are flags, values and files', () => {
    const { flags, values, files } = readOptions(['a.jsonl', '--brief', '--lang=en,zh'], known);
    expect([[...flags], [...values], files]).toEqual([['brief'], [['lang', 'en,zh']], ['a.jsonl']]);
  });

  it.each(['--breif', '--BRIEF', '--', '--lang', '--lang=', '--brief=1'])('%s is refused', (word) => {
    expect(() => readOptions([word], known)).toThrow(`unknown option ${word}; known are --brief, --lang=...`);
  });

  it('of fit are one of two tasks, or none', () => {
    expect(readFitTask([])).toEqual({ note: [], wording: false });
    expect(readFitTask(['--wording'])).toEqual({ note: [], wording: true });
    expect(readFitTask(['--note', 'a.jsonl', 'b.jsonl'])).toEqual({
      note: ['a.jsonl', 'b.jsonl'],
      wording: false,
    });
    for (const words of [['--note'], ['a.jsonl'], ['--wording', 'a.jsonl'], ['--notes', 'a.jsonl']])
      expect(() => readFitTask(words)).toThrow();
  });
});
