import { describe, expect, it } from 'vitest';
import { chooseHelp, type HelpSection, numberToDial, type Situation } from '../src/helplines/choose';
import { countryCodes, guessCountry } from '../src/helplines/names';
import { compileHelp } from '../src/rules/compileHelp';

const help = compileHelp();
const choose = (promised: string[], where: string | null, nationality: string | null): HelpSection[] =>
  chooseHelp(help, { promised, where, nationality });
const outline = (sections: HelpSection[]): string[] =>
  sections.map(({ id, country }) => `${id} ${country ?? '-'}`);

describe('countryCodes', () => {
  it('names every country that has lines, and none that nobody is a citizen of', () => {
    const codes = countryCodes();
    expect(codes).toEqual(
      expect.arrayContaining(Object.keys(help.countries).filter((code) => code !== 'INT')),
    );
    for (const code of ['QO', 'QU', 'EU', 'UN', 'XA', 'ZZ']) expect(codes).not.toContain(code);
  });
});

describe('chooseHelp', () => {
  it('puts help at home first for who is there, then the own embassy before a promised hub, then the licence', () => {
    const sections = choose(['KH'], 'ID', 'ID');
    expect(outline(sections)).toEqual(['where ID', 'nationality ID', 'promised KH', 'licence ID']);
    const embassy = sections[1];
    expect(embassy?.advice).toEqual(['embassy-first']);
    expect(embassy?.lines[0]).toMatchObject({ kind: 'consular', place: 'KH', fromAbroad: '+855 12 813 282' });
    expect(embassy?.lines.every(({ audience }) => audience === 'citizens-abroad')).toBe(true);
  });

  const hubs = Object.values(help.countries).filter(({ hub }) => hub);
  it.each(hubs.map(({ country }) => country))(
    '%s as a hub: never police first, and the police last',
    (hub) => {
      for (const [promised, where] of [
        [[hub], 'BR'],
        [[hub], null],
        [[], hub],
        [['JP'], hub],
      ] as const) {
        for (const nationality of [null, 'BR', 'VN', 'ZM', 'XX']) {
          const sections = choose([...promised], where, nationality);
          const citizens = nationality === null ? 'choose-nationality' : 'nationality';
          expect(sections.filter(({ id }) => id !== 'where' || where === hub)[0]?.id).toBe(citizens);
          const local = sections.find(({ country }) => country === hub);
          expect(local?.emergency).toBeNull();
          const kinds = local?.lines.map(({ kind }) => kind) ?? [];
          expect(kinds).toEqual(kinds.toSorted((a, b) => Number(a === 'police') - Number(b === 'police')));
          expect(local?.advice).toEqual([kinds.length > 0 ? 'hub-police' : 'find-embassy']);
        }
      }
    },
  );

  it('counts a hub where the reader stands, also when the promised place is none', () => {
    expect(outline(choose(['JP'], 'TH', 'KE')).slice(0, 2)).toEqual(['nationality KE', 'where TH']);
  });

  it('starts with the place where the reader is when no hub is near', () => {
    const sections = choose(['PE'], 'BR', 'BR');
    expect(outline(sections)).toEqual(['where BR', 'promised PE', 'nationality BR']);
    expect(sections[0]?.emergency?.number).toBe('190');
    expect(sections[0]?.advice).toEqual([]);
  });

  it('speaks of no embassy to who is at home, and warns of the police of hubs once', () => {
    expect(outline(choose([], 'BR', 'BR'))).not.toContain('nationality BR');
    const warned = choose(['KH', 'LA'], 'ID', 'ID').filter(({ advice }) => advice.includes('hub-police'));
    expect(warned.map(({ country }) => country)).toEqual(['KH']);
  });

  it('asks for the nationality when it is not known', () => {
    expect(outline(choose(['MM'], null, null))[0]).toBe('choose-nationality -');
    expect(outline(choose([], null, null))).toEqual(['choose-nationality -', 'international -']);
  });

  it('shows no line twice and no section twice', () => {
    for (const where of [null, ...Object.keys(help.countries)]) {
      const sections = choose(['KH', 'TH', 'KH', where ?? 'MM'], where, where);
      const ids = sections.flatMap(({ lines, emergency }) =>
        [...lines, ...(emergency ? [emergency] : [])].map(({ id }) => id),
      );
      expect(ids).toEqual([...new Set(ids)]);
      expect(outline(sections)).toEqual([...new Set(outline(sections))]);
    }
  });

  it('leaves out a number that does not work from there', () => {
    const numbers = (sections: HelpSection[]) =>
      sections.find(({ id }) => id === 'nationality')?.lines.map(({ fromAbroad }) => fromAbroad);
    expect(numbers(choose(['KH'], 'TW', 'TW'))).toEqual(['+886 800 085 095']);
    expect(numbers(choose(['TH'], 'TW', 'TW'))).toContain('+800 0885 0885');
  });

  it('sends to an embassy next door when there is none on the spot, but only out of a hub', () => {
    expect(choose(['MM'], null, 'IN')[0]?.lines.map(({ place }) => place)).toContain('TH');
    const far = choose(['AU'], 'PH', 'PH').find(({ id }) => id === 'nationality');
    expect(far).toMatchObject({ lines: [], advice: ['find-embassy'] });
  });

  it('gives the way to the embassy for a country without lines', () => {
    for (const country of ['PW', 'XX', 'constructor']) {
      const section = choose([country], null, 'KR').find((one) => one.country === country);
      expect(section).toMatchObject({ lines: [], emergency: null, advice: ['find-embassy'] });
    }
  });

  it('shows a promised country no help that only residents can use', () => {
    const kinds = (where: string) =>
      choose(['TW'], where, 'PH')
        .find(({ country }) => country === 'TW')
        ?.lines.map(({ kind }) => kind);
    expect(kinds('PH')).not.toContain('cybercrime');
    expect(kinds('TW')).toContain('cybercrime');
  });

  it('checks licences at home, and at the promised place only where agencies take people in', () => {
    const licences = (situation: Situation) =>
      chooseHelp(help, situation)
        .filter(({ id }) => id === 'licence')
        .map(({ country }) => country);
    expect(licences({ promised: ['SG', 'VN'], where: 'PH', nationality: 'NP' })).toEqual(['NP', 'PH', 'SG']);
  });

  it('adds links only where nothing but the police was found', () => {
    const ids = (sections: HelpSection[]) => sections.map(({ id }) => id);
    expect(ids(choose(['LA'], null, 'ZM'))).toContain('international');
    expect(ids(choose(['AE'], null, 'ZM'))).not.toContain('international');
  });
});

describe('numberToDial', () => {
  const find = (country: string, number: string) => {
    const line = help.countries[country]?.lines.find((one) => one.number === number);
    if (!line) throw new Error(`no ${number} in ${country}`);
    return line;
  };

  it('dials the local form at home and the form with country code elsewhere', () => {
    expect(numberToDial(find('KR', '02-3210-0404'), 'KR')).toEqual({
      number: '02-3210-0404',
      onlyInside: false,
    });
    expect(numberToDial(find('KR', '02-3210-0404'), 'KH')).toEqual({
      number: '+82 2 3210 0404',
      onlyInside: false,
    });
    expect(numberToDial(find('KH', '117'), null)).toEqual({ number: '117', onlyInside: true });
  });
});

describe('guessCountry', () => {
  const guess = (zone: string, ...languages: string[]) => guessCountry(help.zones, zone, languages);

  it('trusts the time zone, also by the old names that browsers report', () => {
    expect(guess('Asia/Ho_Chi_Minh', 'en-US')).toBe('VN');
    expect(guess('Asia/Calcutta')).toBe('IN');
    expect(guess('Europe/Berlin', 'tr-TR')).toBe('DE');
  });

  it('falls back to the region of a language, then to its home', () => {
    expect(guess('UTC', 'en', 'en-PH')).toBe('PH');
    expect(guess('', 'zh-Hant-HK')).toBe('HK');
    expect(guess('UTC', 'en', 'zh-Hant')).toBe('TW');
    expect(guess('UTC', 'ne')).toBe('NP');
  });

  it('knows nothing rather than guess wildly', () => {
    for (const tag of ['en', 'es-419', 'constructor', '']) expect(guess('constructor', tag)).toBeNull();
  });
});

describe('the page of a country', () => {
  const countries = Object.keys(help.countries);

  it.each(countries)('%s: for who is there, an emergency number or the way to the own embassy', (country) => {
    for (const nationality of [null, country, 'KE']) {
      const sections = choose([], country, nationality);
      const emergency = sections.some((one) => one.emergency !== null);
      const embassy = sections.some(
        ({ id, advice, lines }) =>
          id === 'choose-nationality' ||
          advice.includes('embassy-first') ||
          advice.includes('find-embassy') ||
          lines.some(({ kind }) => kind === 'consular'),
      );
      const atHome = country === nationality && sections.some(({ lines }) => lines.length > 0);
      expect(emergency || embassy || atHome).toBe(true);
    }
  });

  it.each(countries)('%s: every line names its operator and what bears it out', (country) => {
    const lines = choose([country], country, country).flatMap((one) => one.lines);
    for (const { operator, official, sources, name } of lines) {
      expect(operator, name).not.toBe('');
      // The operator or a government says it, or two independent ones do.
      expect(official || sources.length >= 2, name).toBe(true);
    }
  });
});
