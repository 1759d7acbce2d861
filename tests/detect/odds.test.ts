import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { oddsOf, signalsOf } from '../../src/detect/odds';
import { smallRules } from '../small/project';

const small = smallRules();
/** The small rules with other odds. */
const withOdds = (bias: number, points: Record<string, number> = {}) =>
  createDetector({
    ...small,
    odds: { bias, points },
    weighing: { ...small.weighing, odds: { holds: -1, raises: 1, score: 1.5 } },
  });

const LURE = 'Typist wanted in Cambodia, free air ticket, salary 3000 usd a month, ask on Telegram';
const NOTE = 'Typist wanted in Cambodia';

describe('odds', () => {
  it('add up the points of what is there, and times its amount of what is counted', () => {
    const odds = { bias: -1, points: { 'indicator:a': 2, 'sum:proof': -0.5 } };
    expect(oddsOf(odds, {})).toBe(-1);
    expect(oddsOf(odds, { 'indicator:a': 1, 'sum:proof': 3, 'words:unknown': 1 })).toBe(-0.5);
  });

  it('know findings, proof, plain words and what weighing made of them', () => {
    const { assessment, situation, weighed } = withOdds(0).trace({ text: `${LURE}. Licence no. 12` });
    const { findings, counters } = assessment;
    const signals = signalsOf(small, {
      findings,
      counters,
      words: situation.words,
      general: weighed.general,
    });
    expect(signals).toMatchObject({
      'indicator:role-typing': 1,
      'indicator:chat-only': 1,
      'words:salary': 1,
      'is:offered': 1,
      'is:profiled': 1,
    });
    expect(signals['number:families']).toBe(Object.keys(weighed.families).length);
    expect(signals).not.toHaveProperty('is:retold');
  });

  it('raise a note that looks like a lure to caution, never to danger', () => {
    expect(withOdds(0).assess({ text: NOTE }).level).toBe('note');
    expect(withOdds(50).assess({ text: NOTE }).level).toBe('caution');
    expect(withOdds(0, { 'indicator:role-typing': 2 }).assess({ text: NOTE }).level).toBe('caution');
  });

  it('hold a warning at a note', () => {
    expect(withOdds(0).assess({ text: LURE }).level).toBe('danger');
    expect(withOdds(-50).assess({ text: LURE }).level).toBe('note');
    expect(withOdds(0, { 'words:salary': -2 }).assess({ text: LURE }).level).toBe('note');
  });

  it('raise nothing of which the rules say nothing', () => {
    expect(withOdds(50).assess({ text: 'Good morning, everyone' }).level).toBe('none');
  });
});
