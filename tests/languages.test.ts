/** Which language a reader gets. */
import { describe, expect, it, vi } from 'vitest';

vi.mock('../src/generated/languages.json', () => ({
  default: ['en', 'zh-CN', 'zh-TW', 'fil', 'id', 'ar', 'pt'].map((lang) => ({
    lang,
    name: lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    reviewed: '',
  })),
}));
const { chooseLanguage, languageOf } = await import('../src/ui/languages');

describe('the language', () => {
  it.each([
    [null, ['ar-EG', 'en'], 'ar'],
    [null, ['de-DE', 'pt-BR'], 'pt'],
    [null, ['de-DE'], 'en'],
    [null, [], 'en'],
    [null, ['zh'], 'zh-CN'],
    [null, ['zh-SG'], 'zh-CN'],
    [null, ['zh-Hant-MY'], 'zh-TW'],
    [null, ['zh-HK'], 'zh-TW'],
    [null, ['tl-PH'], 'fil'],
    [null, ['in'], 'id'],
    ['fil', ['ar'], 'fil'],
    ['xx', ['ar'], 'ar'],
    ['zh-TW', ['zh-CN'], 'zh-TW'],
  ])('for %j with a browser in %j is %s', (chosen, browser, expected) => {
    expect(chooseLanguage(chosen, browser)).toBe(expected);
  });

  it('knows its direction, and is English for a tag that nobody knows', () => {
    expect(languageOf('ar').dir).toBe('rtl');
    expect(languageOf('tlh').lang).toBe('en');
  });
});
