import { type CountryCode, getCountryCallingCode, isValidPhoneNumber } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { HelpLine } from '../src/helplines/types';
import { compileHelp, helpWords } from '../src/rules/compileHelp';
import type { HelpFile, LineFile } from '../src/rules/helpFiles';
import { loadRules } from '../src/rules/load';

const files = loadRules<HelpFile>('help', 'help').map(({ data }) => data);
const help = compileHelp();
const words = helpWords();
const shown = Object.values(help.countries).flatMap(({ lines }) => lines);
const digits = (number: string): string => number.replace(/\D/g, '');

/** Every number that a line carries, in whatever field. */
function numbersOf(line: LineFile | HelpLine): string[] {
  const { whatsapp, telegram, signal, sms } = line.channels ?? {};
  const all = [line.number, ...(line.also ?? []), line.fromAbroad, whatsapp, telegram, signal, sms];
  return all.filter((number) => typeof number === 'string');
}

/** Right by their official sources, but not in the library's tables: free and shared-cost forms, one new landline. */
const NOT_IN_TABLES = new Set([
  '0800-1000',
  '25589696',
  '+965 2558 9696',
  '111-247-786',
  '800-0885-0885',
  '+800 0885 0885',
]);

/** A short code of two to six digits, alone or behind the country's calling code, or a valid number. */
function hasForm(number: string, country: string): boolean {
  if (!/^[*+]?\d[\d -]*\d$/.test(number)) return false;
  const code = country as CountryCode;
  const local = number.startsWith('+')
    ? digits(number).slice(getCountryCallingCode(code).length)
    : digits(number);
  return /^\d{2,6}$/.test(local) || NOT_IN_TABLES.has(number) || isValidPhoneNumber(number, code);
}

describe('help data', () => {
  it('covers every country that was looked up, and the hub that is still to be', () => {
    expect(files).toHaveLength(108);
    expect(Object.keys(help.countries)).toHaveLength(107);
    expect(files.map(({ country }) => country)).toContain('INT');
    const hubs = Object.values(help.countries).filter(({ hub }) => hub);
    expect(hubs.map(({ country }) => country)).toEqual([
      'AE',
      'GE',
      'KH',
      'LA',
      'LK',
      'MM',
      'PH',
      'PW',
      'TH',
      'TL',
    ]);
  });

  it.each(files.map((file) => [file.country, file] as const))(
    '%s: every number has a form that can be dialled',
    (country, file) => {
      const odd = file.lines.flatMap(numbersOf).filter((number) => !hasForm(number, country));
      expect(odd).toEqual([]);
    },
  );

  it('knows a number that cannot be dialled', () => {
    expect(
      ['800SAVE', '1-800-FLOWERS', '+84 98184848', '9', ''].filter((number) => hasForm(number, 'VN')),
    ).toEqual([]);
  });

  it('gives a source with an address for every line that is shown', () => {
    for (const line of shown) {
      expect(line.sources.length, line.id).toBeGreaterThan(0);
      for (const source of line.sources) expect(source.url, line.id).toMatch(/^https?:\/\/[^/\s]+\.[^/\s]+/);
    }
  });

  it('carries no date of the future, and every date has a form', () => {
    const dates = files.flatMap((file) => [
      ...file.lines.flatMap(({ lastSeen, sources }) => [lastSeen, ...sources.map(({ date }) => date)]),
      file.licenceCheck?.lastSeen,
      ...(file.licenceCheck?.sources.map(({ date }) => date) ?? []),
    ]);
    const given = dates.filter((date) => typeof date === 'string');
    expect(given.length).toBeGreaterThan(400);
    expect(given.filter((date) => !/^\d{4}(-\d{2}){0,2}$/.test(date) || date > help.checked)).toEqual([]);
    expect(help.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('shows no unconfirmed line and none that rests on one source', () => {
    const doubtful = files.flatMap(({ country, lines }) =>
      lines.filter((line) => line.status === 'unconfirmed').map(({ id }) => `${country}/${id}`),
    );
    expect(doubtful.length).toBeGreaterThan(40);
    expect(shown.map(({ id }) => id).filter((id) => doubtful.includes(id))).toEqual([]);
    const single = files.flatMap(({ lines }) => lines).filter(({ confidence }) => confidence === 'single');
    expect(single.filter(({ status }) => status !== 'unconfirmed')).toEqual([]);
  });

  it('shows no excluded number', () => {
    for (const { country, excluded = [] } of files) {
      const numbers = new Set(excluded.flatMap((entry) => entry.numbers.map(digits)));
      const back = shown
        .filter((line) => line.country === country)
        .flatMap(numbersOf)
        .filter((number) => numbers.has(digits(number)));
      expect(back, country).toEqual([]);
    }
  });

  it.each([
    ['DE', '08000 116 016'],
    ['HK', '+852 5190 8909'],
    ['CN', '+86-10-59913991'],
    ['SG', '1800-722-6688'],
    ['VN', '+84 4 62 844 844'],
    ['VN', '+84 98184848'],
    ['BD', '09654333333'],
    ['PK', '9911'],
    ['LK', '+940777189552'],
    ['GE', '1-866-363-4842'],
  ])('%s: remembers the old or wrong number %s', (country, number) => {
    const file = files.find((one) => one.country === country);
    expect(file?.excluded?.flatMap(({ numbers }) => numbers.map(digits))).toContain(digits(number));
  });

  it('says older lines may have changed, and drops them where a newer one helps', () => {
    const old = shown.filter((line) => line.lastSeen !== null && line.lastSeen < '2017');
    expect(old.length).toBeGreaterThan(0);
    const cambodia = help.countries.KH?.lines ?? [];
    expect(cambodia.map(({ number }) => number)).toEqual(['117']);
    const austria = shown.find((line) => line.country === 'AT' && line.kind === 'trafficking');
    expect(austria).toMatchObject({ lastSeen: '2022-05', mayHaveChanged: true });
  });

  it('keeps what the reader must know', () => {
    const line = (country: string, number: string) =>
      shown.find((one) => one.country === country && one.number === number);
    expect(line('KH', '117')?.channels.telegram).toBe('+855 979 117 117');
    expect(words[line('KH', '117')?.note ?? '']).toContain('Only the person who is held can report');
    expect(words[line('CN', '12308')?.note ?? '']).toContain('fake');
    expect(line('TW', '800-0885-0885')?.notFrom).toEqual(['KH', 'LA', 'MM', 'VN']);
    expect(line('TW', '0800-085-095')?.fromAbroad).toBe('+886 800 085 095');
    expect(line('LK', '+94 74 259 5546')?.mayHaveChanged).toBe(true);
    expect(help.countries.SL?.lines).toEqual([]);
    expect(help.countries.MG?.licenceCheck?.forbidden).toBe(true);
    expect(help.countries.PH?.licenceCheck?.jobOrders).toMatch(/^https:/);
  });
});
