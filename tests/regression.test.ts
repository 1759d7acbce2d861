import { describe, expect, it } from 'vitest';
import { readRuleFiles } from '../src/rules/ruleFiles';
import { readSightings } from '../src/tools/firstSight';
import { fitOdds } from '../src/tools/fitOdds';
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
});
