import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { oddsOf, signalsOf, withOdds } from '../../src/detect/odds';
import { smallRules } from '../small/project';

const small = smallRules();
/** The small rules with other odds. */
const judgeWith = (bias: number, points: Record<string, number> = {}) =>
  createDetector({
    ...small,
    odds: { bias, points },
    weighing: { ...small.weighing, odds: { holds: -1, raises: 1, alone: 1, danger: 0 } },
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
    const { weighed } = judgeWith(0).trace({ text: `${LURE}. Licence no. 12` });
    const signals = signalsOf(small, weighed.found);
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
    expect(judgeWith(0).assess({ text: NOTE }).level).toBe('note');
    expect(judgeWith(50).assess({ text: NOTE }).level).toBe('caution');
    expect(judgeWith(0, { 'indicator:role-typing': 2 }).assess({ text: NOTE }).level).toBe('caution');
  });

  it('hold a warning at a note', () => {
    expect(judgeWith(0).assess({ text: LURE }).level).toBe('danger');
    expect(judgeWith(-50).assess({ text: LURE }).level).toBe('note');
    expect(judgeWith(0, { 'words:salary': -2 }).assess({ text: LURE }).level).toBe('note');
  });

  it('let only what looks like a lure as a whole be danger', () => {
    expect(judgeWith(-0.5).assess({ text: LURE }).level).toBe('caution');
    expect(judgeWith(0, { 'words:salary': -0.5 }).assess({ text: LURE }).level).toBe('caution');
    expect(judgeWith(0, { 'words:salary': 0.5 }).assess({ text: LURE }).level).toBe('danger');
  });

  it('raise nothing in which no sign was found', () => {
    expect(judgeWith(50).assess({ text: 'Good morning, everyone' }).level).toBe('none');
  });

  it('raise what the rules say too little of', () => {
    const weighing = { ...small.weighing, odds: { holds: -1, raises: 1, alone: 1, danger: 0 } };
    const asked = { ruled: 'none', score: 0.5, signs: 2 } as const;
    expect(withOdds(weighing, asked, 1)).toBe('caution');
    expect(withOdds(weighing, asked, 0.9)).toBe('none');
  });

  it('ask more of a sign that stands alone', () => {
    const weighing = { ...small.weighing, odds: { holds: -1, raises: 1, alone: 2, danger: 0 } };
    const asked = { ruled: 'note', score: 0.5, signs: 1 } as const;
    expect(withOdds(weighing, asked, 1.9)).toBe('note');
    expect(withOdds(weighing, asked, 2)).toBe('caution');
  });

  it('ask more of signs that are outweighed', () => {
    const weighing = { ...small.weighing, odds: { holds: -1, raises: 1, alone: 2, danger: 0 } };
    const asked = { ruled: 'none', score: -0.1, signs: 2 } as const;
    expect(withOdds(weighing, asked, 1.9)).toBe('none');
    expect(withOdds(weighing, asked, 2)).toBe('caution');
    expect(withOdds(weighing, { ...asked, score: 0 }, 1)).toBe('caution');
  });
});
