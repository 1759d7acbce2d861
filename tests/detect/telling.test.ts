/** Which languages a text can be written in. */
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { Folder } from '../../src/detect/fold';
import { LanguageGuesser } from '../../src/detect/language';
import { smallRules } from '../small/project';

const LANGUAGES = [
  { id: 'en', home: [], scripts: ['Latin'], pull: 1 },
  { id: 'id', home: [], scripts: ['Latin'], pull: 1 },
  { id: 'zh', home: [], scripts: ['Han'], pull: 1 },
  { id: 'ja', home: [], scripts: ['Hiragana', 'Han'], pull: 2 },
  { id: 'hi', home: [], scripts: ['Devanagari', 'Latin'], pull: 1 },
];
const TELLING = { least: 2, share: 0.5, mixed: 1, words: [] };
const guesser = new LanguageGuesser(LANGUAGES);
const folder = new Folder({});

function tell(text: string, common: Record<string, number> = {}) {
  const counts = new Map(
    Object.entries(common).map(([id, n]) => [LANGUAGES.findIndex((one) => one.id === id), n]),
  );
  const lang = guesser.guess([folder.fold(text)], counts);
  const { likely, perhaps } = guesser.plausible(counts, 0, TELLING);
  const ids = (list: number[]) => list.map((n) => LANGUAGES[n]?.id).join(' ');
  return { lang: LANGUAGES[lang]?.id, likely: ids(likely), perhaps: ids(perhaps) };
}

describe('a text', () => {
  it('with telling words is of the languages that have about as many as the foremost', () => {
    expect(tell('kerja di luar', { id: 4, en: 1 })).toEqual({ lang: 'id', likely: 'id', perhaps: '' });
    expect(tell('kerja hiring', { id: 4, en: 3 }).likely).toBe('en id');
  });

  it('without any is of all languages of its letters; Latin ones are everybody’s', () => {
    expect(tell('招打字')).toMatchObject({ likely: 'zh ja', perhaps: '' });
    expect(tell('xyz')).toMatchObject({ likely: '', perhaps: 'en id hi' });
  });

  it('is of a language whose own letters it holds, whatever its words say', () => {
    expect(tell('job です', { en: 5 }).likely).toBe('en ja');
  });

  it('in Latin letters can be in a language that has others', () => {
    expect(tell('kaam karta hai', { hi: 3 })).toMatchObject({ lang: 'hi', likely: 'hi' });
  });

  it('without letters is of none', () => {
    expect(tell('123 !!!')).toEqual({ lang: undefined, likely: '', perhaps: '' });
  });
});

describe('a page', () => {
  const rules = smallRules();
  const apart = rules.languages.map((_, lang) => lang);
  const judge = createDetector({ ...rules, apart, packs: rules.packs.filter(({ lang }) => lang === -1) });
  const asked = (lang: string) => {
    judge.assess({ text: 'xyz', lang });
    return judge.lacking();
  };

  it('states a language by any of its names', () => {
    expect(asked('zh-Hant-TW')).toContain('zh');
    expect(asked('cmn')).toContain('zh');
    expect(asked('en')).not.toContain('zh');
  });

  it.each(['', '-', '__proto__', 'x'.repeat(10_000), '中文'])(
    'may state what is no language: %.12s',
    (lang) => {
      expect(asked(lang)).toEqual(asked('en'));
    },
  );
});
