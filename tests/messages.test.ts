import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, LEVELS } from '../src/detect/types';
import { compileHelp, readHelp } from '../src/rules/compileHelp';
import { ownNames } from '../src/rules/ownNames';
import {
  countryName,
  dateText,
  has,
  hoursText,
  language,
  languageName,
  listText,
  money,
  t,
  useCatalogue,
} from '../src/ui/messages';
import entries from '../src/ui/messages/en.json';

const SRC = join(import.meta.dirname, '..', 'src');
/** Keys that begin with `@` are the catalogue's header. */
const keys = Object.keys(entries).filter((key) => !key.startsWith('@'));
const plain = [...new Set(keys.map((key) => key.replace(/\.(zero|one|two|few|many|other)$/, '')))];

/** Every source file of the interface with its text. */
function sources(folder = SRC): { path: string; text: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' || name === 'tools' ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

/** Keys named in code: whole ones, and the beginnings of those that end in `${...}`. */
function used(): { key: string; open: boolean; path: string; values: string }[] {
  const calls = /\b(?:t|has)\(\s*(?:'([^']+)'|`([^`$]*)\$\{[^`]*`)\s*(?:,\s*(\{[^}]*\}|\w+\([^)]*\)))?/g;
  const choices = /\b(?:t|has)\([^()'`]*\?\s*'([^']+)'\s*:\s*'([^']+)'/g;
  return sources().flatMap(({ path, text }) => [
    ...[...text.matchAll(calls)].map((call) => ({
      key: call[1] ?? call[2] ?? '',
      open: call[1] === undefined,
      path,
      values: call[3] ?? '',
    })),
    ...[...text.matchAll(choices)].flatMap(([, yes = '', no = '']) =>
      [yes, no].map((key) => ({ key, open: false, path, values: '' })),
    ),
  ]);
}

const FROM_RULES = /^(indicator|profile)\./;

describe('the English catalogue', () => {
  const calls = used();

  it('was searched for in real code', () => {
    expect(calls.length).toBeGreaterThan(40);
  });

  it('has every key that the code names', () => {
    const missing = calls
      .filter(({ key }) => !FROM_RULES.test(key) && key !== '')
      .filter(({ key, open }) => (open ? !keys.some((known) => known.startsWith(key)) : !has(key)))
      .map(({ key, path }) => `${key} in ${path}`);
    expect(missing).toEqual([]);
  });

  it('has no key that no code names', () => {
    const named = (key: string) =>
      calls.some((call) => (call.open && call.key !== '' ? key.startsWith(call.key) : call.key === key));
    expect(plain.filter((key) => !named(key))).toEqual([]);
  });

  it('gets every value that its words ask for', () => {
    const wrong = calls.flatMap(({ key, open, path, values }) => {
      if (open || !values.startsWith('{')) return [];
      const asked = new Set(placeholders(key));
      const given = new Set([...values.matchAll(/(?:^\{|,)\s*(\w+)/g)].map((match) => match[1] ?? ''));
      const same = [...asked].every((name) => given.has(name)) && [...given].every((name) => asked.has(name));
      return same ? [] : [`${key} in ${path}: asks ${[...asked]}, gets ${[...given]}`];
    });
    expect(wrong).toEqual([]);
  });

  it('gets values wherever its words ask for some', () => {
    const bare = calls.filter(
      ({ key, open, values }) => !open && values === '' && placeholders(key).length > 0,
    );
    // Keys that are only tested for with has(), or whose values come from a variable, are none today.
    expect(bare.map(({ key, path }) => `${key} in ${path}`)).toEqual([]);
  });

  it('has both forms of every plural, with the same holes', () => {
    for (const key of keys.filter((name) => /\.(one|other)$/.test(name))) {
      const twin = key.endsWith('.one') ? key.replace(/one$/, 'other') : key.replace(/other$/, 'one');
      expect(keys, key).toContain(twin);
    }
  });

  it('is sorted and has no empty or untrimmed words', () => {
    expect(keys).toEqual([...keys].sort());
    expect(keys.filter((key) => t(key).trim() !== t(key) || t(key) === '')).toEqual([]);
  });

  it('says every level that can be shown', () => {
    expect(LEVELS.filter((level) => level !== 'none' && !has(`level.${level}`))).toEqual([]);
    expect(FAMILIES.length).toBeGreaterThan(0);
  });

  it('never certifies: no words of reassurance, no score', () => {
    const words = Object.values(entries).join('\n');
    expect(words.replace(/does not mean that it is safe/g, '')).not.toMatch(
      /\bsafe\b|verified|trusted by|no threats|risk score|\bscore\b/i,
    );
  });
});

describe('t', () => {
  it('chooses the plural and writes numbers as the language does', () => {
    expect(t('looked.posts', { count: 1 })).toBe('I looked at 1 post.');
    expect(t('looked.posts', { count: 1400 })).toBe('I looked at 1,400 posts.');
  });

  it('leaves a hole that got no value, and answers the key for a missing one', () => {
    expect(t('off.text')).toContain('{site}');
    expect(t('no.such.key')).toBe('no.such.key');
    expect(has('no.such.key')).toBe(false);
  });

  it('puts any value in as it is, once', () => {
    fc.assert(
      fc.property(fc.string(), (site) => {
        const [before = '', after = ''] = t('off.text').split('{site}');
        const rest = site.endsWith('.') ? after.replace(/^\./, '') : after;
        expect(t('off.text', { site })).toBe(`${before}${site}${rest}`);
      }),
    );
    expect(t('toString')).toBe('toString');
    expect(t('constructor', { name: 'x' })).toBe('constructor');
  });

  it('keeps numbers and names whole between words that run from right to left', () => {
    const entries = { call: 'اتصل على +855 979 117 117 أو 117 أو 800-SAVE {name}' };
    useCatalogue({ lang: 'ar', dir: 'rtl', entries });
    expect(t('call', { name: 'Line (A)' })).toBe(
      'اتصل على \u2066+855 979 117 117\u2069 أو \u2066117\u2069 أو \u2066800-SAVE\u2069 \u2068Line (A)\u2069',
    );
    useCatalogue({ lang: 'en', dir: 'ltr', entries });
    expect(t('call', { name: 'A' })).toBe('اتصل على +855 979 117 117 أو 117 أو 800-SAVE A');
    useCatalogue(null);
  });

  it('ends no sentence twice where a value ends with a full stop', () => {
    useCatalogue({ lang: 'ru', dir: 'ltr', entries: { seen: 'Проверено: {date}. Источник: {date}' } });
    expect(t('seen', { date: '2026 г.' })).toBe('Проверено: 2026 г. Источник: 2026 г.');
    expect(t('seen', { date: '2026' })).toBe('Проверено: 2026. Источник: 2026');
    useCatalogue(null);
  });

  it('lets no line end before the final consonant of a Burmese word', () => {
    useCatalogue({ lang: 'my', dir: 'ltr', entries: { passport: 'ပတ်စ်ပို့', kinzi: 'အင်္ဂါ' } });
    expect(t('passport')).toBe('ပ\u2060တ်\u2060စ်ပို့');
    expect(t('kinzi')).toBe('အင်္ဂါ');
    useCatalogue(null);
  });

  it('never shows the code of a language', () => {
    const spoken = readHelp().flatMap(({ data }) =>
      (data.lines ?? []).flatMap(({ languages }) => languages ?? []),
    );
    expect(spoken).toContain('tsg');
    for (const tag of new Set(spoken)) expect(languageName(tag)).not.toBe(tag);
  });

  it('writes countries, dates and money in words', () => {
    expect(language()).toEqual({ lang: 'en', dir: 'ltr' });
    expect(countryName('KH')).toBe('Cambodia');
    expect(countryName('a border town')).toBe('a border town');
    expect(dateText('2025-03-07')).toBe('March 7, 2025');
    expect(dateText('2025-03')).toBe('March 2025');
    expect(dateText('2025')).toBe('2025');
    expect(dateText('undated')).toBe('undated');
    expect(money(5000, 'USD')).toBe('$5,000');
    expect(money(5000, 'gold')).toBe('5,000 gold');
  });

  it('takes names and dates from the catalogue where it has its own', () => {
    const entries = {
      '@country.KH': 'ກຳປູເຈຍ',
      '@language.zh': 'ຈີນ',
      '@month.3': 'ມີນາ',
      '@weekday.1': 'ຈັນ',
      '@date.month': '{month} {year}',
      '@date.day': '{day} {month} {year}',
    };
    useCatalogue({ lang: 'lo', dir: 'ltr', entries });
    expect(countryName('KH')).toBe('ກຳປູເຈຍ');
    expect(languageName('zh')).toBe('ຈີນ');
    expect(dateText('2025-03-07')).toBe('7 ມີນາ 2025');
    expect(dateText('2025-03')).toBe('ມີນາ 2025');
    expect(dateText('2025')).toBe('2025');
    expect(hoursText('Mon 9:00-17:00')).toBe('ຈັນ 9:00-17:00');
    useCatalogue(null);
  });

  it('lists words as the language does', () => {
    const words = ['a', 'b', 'c', 'd'];
    expect(listText(words)).toBe('a, b, c, and d');
    const own = { '@list.two': ' និង ', '@list.start': ', ', '@list.middle': '; ', '@list.end': ' និង ' };
    useCatalogue({ lang: 'km', dir: 'ltr', entries: own });
    expect(listText(words)).toBe('a, b; c និង d');
    expect(listText(['a', 'b', 'c'])).toBe('a, b និង c');
    expect(listText(['a', 'b'])).toBe('a និង b');
    expect(listText(['a'])).toBe('a');
    expect(listText([])).toBe('');
    useCatalogue(null);
  });

  it('has names and lists of its own for the languages of which browsers know none', () => {
    const own = Object.entries(ownNames(compileHelp()));
    expect(own.map(([lang]) => lang).sort()).toEqual(['ha', 'kk', 'km', 'lo', 'my', 'ne', 'si']);
    for (const [lang, names] of own) {
      for (const [key, name] of Object.entries(names))
        expect(name, `${lang} ${key}`).not.toBe(key.split('.')[1]);
      useCatalogue({ lang, dir: 'ltr', entries: names });
      expect(languageName('tsg')).toBe('Tausug');
      expect(listText(['1', '2', '3'])).toBe(new Intl.ListFormat(lang).format(['1', '2', '3']));
      expect(listText(['1', '2'])).toBe(new Intl.ListFormat(lang).format(['1', '2']));
    }
    useCatalogue(null);
  });

  it('writes opening hours with the days of the language', () => {
    expect(hoursText('Mon-Fri 9:00-17:00')).toBe('Mon-Fri 9:00-17:00');
    useCatalogue({ lang: 'es', dir: 'ltr', entries: {} });
    expect(hoursText('Mon, Tue 10:00-16:00; Wed 12:00-20:00')).toBe('lun, mar 10:00-16:00; mié 12:00-20:00');
    expect(hoursText('24/7')).toBe('24/7');
    useCatalogue(null);
  });
});

function placeholders(key: string): string[] {
  const words = keys
    .filter((known) => known === key || known.replace(/\.(one|other)$/, '') === key)
    .map((known) => t(known));
  return [
    ...new Set(words.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))),
  ];
}
