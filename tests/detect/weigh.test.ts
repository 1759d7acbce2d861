import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import type { CounterFinding, Finding } from '../../src/detect/types';
import { weigh } from '../../src/detect/weigh';
import { smallRules } from '../small/project';

const detector = createDetector(smallRules());
const level = (text: string) => detector.assess({ text }).level;
const weighed = (text: string) => detector.trace({ text }).weighed;

describe('weighing', () => {
  it('one sign alone never warns', () => {
    for (const text of ['Typist wanted', 'Go to Cambodia', 'Free ticket!', 'Ask on Telegram'])
      expect(['none', 'note']).toContain(level(text));
  });

  it('several families that complete a profile are danger', () => {
    const text = 'Typist wanted in Cambodia, free air ticket, salary 3000 usd a month, ask on Telegram';
    expect(level(text)).toBe('danger');
    expect(detector.assess({ text }).profile).toBe('desk-abroad');
  });

  it('enough families without a profile are caution', () => {
    const text = 'Wanted in Peru: free air ticket, salary 6000 usd a month, ask on Telegram';
    expect(weighed(text).complete).toEqual([]);
    expect(level(text)).toBe('caution');
  });

  it('a family counts at its strongest, a second sign of it a little, up to the cap', () => {
    expect(weighed('Go to Bavet').families.destination).toBe(2.5);
    expect(weighed('Go to Bavet in Cambodia').families.destination).toBeCloseTo(2.5 + 0.3 * 2);
    const all = 'Go to Redgate Park, Bavet, Cambodia, Peru';
    expect(weighed(all).families.destination).toBeCloseTo(5 + 0.3 * (2.5 + 2 + 0.75));
    const rules = smallRules();
    const full = createDetector({ ...rules, weighing: { ...rules.weighing, second: 1 } });
    expect(full.trace({ text: all }).weighed.families.destination).toBe(5 * 1.5);
  });

  it('what is told inside a text is about a lure, a message set in quotation marks as a whole is one', () => {
    const lure = '"Typist wanted in Cambodia, free air ticket, salary 3000 usd a month, ask on Telegram"';
    expect(weighed(`Voice note: ${lure}`).about).toBe(0);
    expect(weighed(`Look at what somebody put up on the board behind the old school: ${lure}`).about).toBe(3);
  });

  it('the same sign said ten times counts once', () => {
    expect(weighed('Typist wanted. '.repeat(10)).score).toBe(weighed('Typist wanted.').score);
  });

  it('proof of an honest offer lowers the level and holds it below danger', () => {
    const lure = 'Typist wanted in Cambodia, free air ticket, salary 3000 usd a month, ask on Telegram';
    expect(weighed(`${lure} Licensed agency.`).score).toBeCloseTo(weighed(lure).score - 1.5);
    expect(level(`${lure} Licensed agency.`)).toBe('caution');
  });

  it('a text about lures is at most a note, though it holds every word', () => {
    expect(
      level(
        'Beware of fake offers: typist wanted in Cambodia, free air ticket, salary 3000 usd a month, on Telegram',
      ),
    ).toBe('note');
  });

  it('a sign that honest people never write warns by itself', () => {
    expect(level('Workers for sale, message me')).toBe('caution');
  });

  it('pay alone never warns, and low pay never clears', () => {
    expect(['none', 'note']).toContain(level('Salary 19000 usd a month'));
    const lure = 'Typist wanted in Cambodia, free air ticket, ask on Telegram';
    expect(weighed(`${lure}, salary 200 usd a month`).score).toBe(weighed(lure).score);
  });

  it('a text that offers nothing weighs less', () => {
    const signs = 'typist, Cambodia, free air ticket';
    expect(weighed(`${signs}, wanted`).score).toBeGreaterThan(weighed(signs).score);
  });
});

describe('what draws the reader', () => {
  it('a job that leads nowhere and pays as usual is at most a note, whatever else it says', () => {
    const plain = 'Typist wanted, ask on Telegram. '.repeat(3);
    const heavy = { ...smallRules() };
    heavy.indicators = heavy.indicators.map((rule) => ({ ...rule, weight: rule.weight * 4 }));
    const judge = createDetector(heavy);
    expect(judge.trace({ text: plain }).weighed).toMatchObject({ drawn: false, level: 'note' });
    expect(judge.trace({ text: `${plain} Free air ticket.` }).weighed).toMatchObject({
      drawn: true,
      level: 'caution',
    });
  });
});

describe('weighing by itself', () => {
  const small = smallRules();
  const situation = {
    offered: true,
    work: true,
    quoted: 0,
    hubs: new Set<string>(),
    words: new Set<number>(),
  };
  const finding = (indicator: string, family: Finding['family'], weight: number): Finding => ({
    indicator,
    family,
    field: 'text',
    quote: indicator,
    start: 0,
    end: indicator.length,
    weight,
  });

  it('takes a story the more for one, the more different things it tells', () => {
    const counters = [
      {
        id: 'story',
        kind: 'about' as const,
        weight: 2,
        again: 0.5,
        negatable: false,
        near: [],
        patterns: [],
      },
    ];
    const told = (...spans: [string, number][]) => {
      const found = spans.map(
        ([quote, start]): CounterFinding => ({
          counter: 'story',
          kind: 'about',
          field: 'text',
          quote,
          start,
          end: start + quote.length,
          weight: 2,
        }),
      );
      return weigh({ ...small, counters }, [], found, situation).about;
    };
    expect(told(['they beat us', 0])).toBe(2);
    expect(told(['they beat us', 0], ['they beat us', 40])).toBe(2);
    expect(told(['they beat us', 0], ['beat us', 5])).toBe(2);
    expect(told(['they beat us', 0], ['a ransom', 40])).toBe(3);
    expect(told(['a ransom', 40], ['they beat us', 0], ['high walls', 90])).toBe(4);
  });

  it('hears of work from a role with its pay, where no word speaks of work', () => {
    const silent = { ...situation, work: false };
    const travel = [finding('paid-travel', 'all-inclusive', 3), finding('destination-hub', 'destination', 3)];
    const tour = [...travel, finding('chat-only', 'contact', 2)];
    const job = [...travel, finding('role-gambling', 'role', 2), finding('pay-high', 'pay', 2)];
    expect(weigh(small, tour, [], silent).ruled).toBe('note');
    expect(weigh(small, tour, [], situation).ruled).toBe('caution');
    expect(weigh(small, job, [], silent).ruled).not.toBe('note');
  });

  it('believes much proof more than a few signs, and no proof where a sign is decisive or signs are many', () => {
    const proof = ['licence', 'permit'].map(
      (counter, n): CounterFinding => ({
        counter,
        kind: 'proof',
        field: 'text',
        quote: counter,
        start: n * 20,
        end: n * 20 + counter.length,
        weight: 1.5,
      }),
    );
    const few = [
      finding('destination-hub', 'destination', 3),
      finding('paid-travel', 'all-inclusive', 3),
      finding('role-typing', 'role', 3),
    ];
    const many = [...few, finding('chat-only', 'contact', 3), finding('pay-high', 'pay', 3)];
    const decisive = [...few.slice(0, 1), finding('selling-people', 'bounty', 5)];
    const levelOf = (findings: Finding[], counters: CounterFinding[]) =>
      weigh({ ...small, profiles: [] }, findings, counters, situation).ruled;
    expect(levelOf(few, proof.slice(0, 1))).toBe('caution');
    expect(levelOf(few, proof)).toBe('note');
    expect(levelOf(many, proof)).toBe('caution');
    expect(levelOf(decisive, proof)).toBe('caution');
  });

  it('names, of the profiles of one level, the one that is best borne out', () => {
    const profile = (id: string, needs: string[][]) => ({
      id,
      level: 'danger' as const,
      needs,
      count: 0,
      of: [],
    });
    const profiles = [
      profile('weak', [['role-typing'], ['family:destination']]),
      profile('strong', [['selling-people'], ['family:destination']]),
    ];
    const findings = [
      finding('role-typing', 'role', 1),
      finding('selling-people', 'bounty', 6),
      finding('destination-hub', 'destination', 2),
    ];
    expect(weigh({ ...small, profiles }, findings, [], situation).complete).toEqual(['strong', 'weak']);
  });
});
