import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { explain as explainBy } from '../../src/detect/explain';
import type { Finding } from '../../src/detect/types';
import { smallRules } from '../small/project';

const rules = smallRules();
const detector = createDetector(rules);
const explain = (text: string) => detector.explain(detector.assess({ text }));

describe('explaining', () => {
  const text =
    'Typists wanted in Cambodia! Free air ticket. Salary 3000 usd a month. Ask on Telegram, on telegram only.';

  it('gives one reason an indicator, strongest first, each with its quotes and its sources', () => {
    const reasons = explain(text);
    expect(reasons.map(({ indicator }) => indicator).sort()).toEqual(
      ['chat-only', 'destination-hub', 'paid-travel', 'pay-high', 'role-typing'].sort(),
    );
    for (const { key, quotes, sources } of reasons) {
      expect(key).toMatch(/^indicator\./);
      expect(quotes.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
      for (const { quote, start, end } of quotes) expect(text.slice(start, end)).toBe(quote);
    }
    expect(reasons[0]?.indicator).toBe('pay-high');
  });

  it('quotes the same words once', () => {
    expect(explain(text).find(({ indicator }) => indicator === 'chat-only')?.quotes).toHaveLength(1);
  });

  it('names the source of the place and of the wage beside that of the rule', () => {
    const sourcesOf = (id: string) =>
      explain(text)
        .find(({ indicator }) => indicator === id)
        ?.sources.map(({ title }) => title);
    expect(sourcesOf('destination-hub')).toEqual(['A hub page', 'A page']);
    expect(sourcesOf('pay-high')).toEqual(['Wages', 'A page']);
  });

  it('tells pay without a place to compare with by its own key', () => {
    expect(explain('Salary 4000 usd a month')[0]?.key).toBe('indicator.pay-high.bare');
  });

  it('leaves out what yields to another sign of its family', () => {
    const yielding = {
      ...rules,
      indicators: rules.indicators.map((rule) => ({ ...rule, yields: rule.id === 'role-typing' })),
    };
    const assessment = detector.assess({ text });
    const typist = assessment.findings.find(({ indicator }) => indicator === 'role-typing') as Finding;
    const idsOf = (findings: Finding[]) =>
      explainBy(yielding, { ...assessment, findings }).map(({ indicator }) => indicator);
    expect(idsOf([typist])).toEqual(['role-typing']);
    expect(idsOf([typist, { ...typist, indicator: 'paid-travel' }])).toEqual(['paid-travel']);
  });

  it.each([{}, { country: 'KH' }])('leaves out what the rules no longer know, with %j', (values) => {
    const assessment = detector.assess({ text });
    const [first, ...rest] = assessment.findings as [Finding, ...Finding[]];
    const findings = [{ ...first, indicator: 'gone', values }, ...rest];
    expect(detector.explain({ ...assessment, findings }).map(({ indicator }) => indicator)).not.toContain(
      'gone',
    );
  });
});
