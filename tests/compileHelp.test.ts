import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compileHelp } from '../src/rules/compileHelp';
import { ROOT, RuleError } from '../src/rules/load';

const line = {
  id: 'trafficking-example',
  kind: 'trafficking',
  name: 'Example line',
  operator: 'Example office',
  number: '0900 123 456',
  fromAbroad: null,
  hours: null,
  languages: ['en'],
  audience: 'anyone',
  confidence: 'two-independent',
  status: 'confirmed',
  lastSeen: '2024-05',
  sources: [{ title: 'Example news', url: 'https://news.example/a', date: '2024-05' }],
};

describe('compileHelp on other data', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'help-'));
    cpSync(join(ROOT, 'rules', 'schema'), join(root, 'rules', 'schema'), { recursive: true });
    mkdirSync(join(root, 'rules', 'zones'));
    mkdirSync(join(root, 'rules', 'help'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function compile(lines: object[], more: object = {}, country = 'ZA') {
    const file = { country, name: 'Example', checked: '2026-11-24', lines, ...more };
    writeFileSync(join(root, 'rules', 'help', `${country}.yaml`), stringify(file));
    return compileHelp(root);
  }

  function complaints(lines: object[], more: object = {}): string[] {
    try {
      compile(lines, more);
    } catch (error) {
      if (error instanceof RuleError)
        return error.complaints.map(({ field, reason }) => `${field}: ${reason}`);
      throw error;
    }
    return [];
  }

  it('accepts a good line', () => {
    expect(compile([line]).countries.ZA?.lines.map(({ id }) => id)).toEqual(['ZA/trafficking-example']);
  });

  it.each([
    ['no source', { sources: [] }, /sources: no source/],
    [
      'no date',
      { lastSeen: null, sources: [{ title: 'Blog', url: 'https://blog.example' }] },
      /lastSeen: no date/,
    ],
    ['letters in the number', { number: '0800-SAVE' }, /lines\.0\.number: must match/],
    ['neither number nor channel', { number: null }, /neither a number nor a channel/],
    ['a single source', { confidence: 'single' }, /one source confirms nothing/],
    [
      'a date of the future',
      { lastSeen: '2027', sources: [{ ...line.sources[0], date: '2027' }] },
      /2027 cannot be/,
    ],
    [
      'a month that is none',
      { lastSeen: '2024-13', sources: [{ ...line.sources[0], date: '2024-13' }] },
      /cannot be/,
    ],
    [
      'a day that is none',
      { lastSeen: '2024-02-31', sources: [{ ...line.sources[0], date: '2024-02-31' }] },
      /2024-02-31 cannot be/,
    ],
    ['a date of no source', { lastSeen: '2025' }, /no source is of 2025/],
    ['an address that is none', { sources: [{ ...line.sources[0], url: 'file:///a' }] }, /url: must match/],
    ['an unknown field', { phone: '1' }, /lines\.0\.phone: unknown field/],
  ])('refuses a line with %s', (_, change, reason) => {
    expect(complaints([{ ...line, ...change }]).join('\n')).toMatch(reason);
  });

  it('refuses ids used twice and an emergency line that is not shown', () => {
    expect(complaints([line, line])).toEqual(['lines.1.id: "trafficking-example" is used twice']);
    expect(complaints([line], { emergency: 'police-112' })[0]).toMatch(/^emergency: no police line/);
  });

  it('refuses an excluded number that comes back, whatever its spelling and field', () => {
    const excluded = [{ numbers: ['+27 900-123456', '0900 000 000'], why: 'Ended.' }];
    expect(complaints([line], { excluded })).toEqual(['lines.0.number: 0900 123 456 is excluded']);
    const byChat = { ...line, number: '0900 999 999', channels: { whatsapp: '+27 900 000 000' } };
    expect(complaints([byChat], { excluded })[0]).toContain('is excluded');
    expect(complaints([{ ...line, status: 'unconfirmed' }], { excluded })).toEqual([]);
  });

  it('shows an undated page of a government plainly, and one of the operator as perhaps changed', () => {
    const undated = (by: string) => ({
      ...line,
      lastSeen: null,
      sources: [{ title: 'Page', url: 'https://a.example', by }],
    });
    expect(compile([undated('government')]).countries.ZA?.lines[0]?.mayHaveChanged).toBe(false);
    expect(compile([undated('operator')]).countries.ZA?.lines[0]?.mayHaveChanged).toBe(true);
  });

  it('refuses a zone that two countries claim', () => {
    const zones = { zones: { ZA: ['Africa/Johannesburg'], NA: ['Africa/Johannesburg'] }, languages: {} };
    writeFileSync(join(root, 'rules', 'zones', 'zones.yaml'), stringify(zones));
    expect(complaints([line])).toEqual(['zones.NA: Africa/Johannesburg belongs to ZA too']);
  });
});
