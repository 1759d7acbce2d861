/** Every catalogue has what the English one has: keys, values, markup; and says of itself what it must. */
import { describe, expect, it } from 'vitest';
import explanations from '../src/generated/explanations.en.json';
import { languageHeaders, readCatalogue } from '../src/rules/languages';
import { DIALABLE } from '../src/ui/messages';
import own from '../src/ui/messages/en.json';

const english: Record<string, string> = { ...explanations, ...own };
const PLURAL = /\.(zero|one|two|few|many|other)$/;
const others = languageHeaders().filter(({ lang }) => lang !== 'en');

/** The keys that a language needs: plural forms are its own. */
function wanted(lang: string): Map<string, string> {
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const keys = new Map<string, string>();
  for (const [key, words] of Object.entries(english)) {
    if (key.startsWith('@')) continue;
    if (!PLURAL.test(key)) keys.set(key, words);
    else for (const form of forms) keys.set(key.replace(PLURAL, `.${form}`), words);
  }
  return keys;
}

const holes = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
/** Numbers that are dialled, without what parts their digits. */
const numbers = (words: string) =>
  [...words.matchAll(DIALABLE)].map(([number]) => number.replace(/[\s-]/g, ''));
const markup = (words: string) => [...words.matchAll(/<[^>]*>/g)].map(([tag]) => tag).sort();

describe.each(others)('the catalogue $lang', ({ lang, name, dir }) => {
  const entries = readCatalogue(lang);
  const keys = wanted(lang);

  it('has every key and no other', () => {
    const found = Object.keys(entries).filter((key) => !key.startsWith('@'));
    expect([...keys.keys()].filter((key) => !entries[key]?.trim())).toEqual([]);
    expect(found.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('asks for the same values and has the same markup', () => {
    const wrong = [...keys].filter(([key, words]) => {
      const own = entries[key] ?? '';
      const mayLeaveOut = PLURAL.test(key) && !key.endsWith('.other');
      const asked = holes(words).filter(
        (hole) => !(mayLeaveOut && hole === 'count' && !holes(own).includes('count')),
      );
      return holes(own).join() !== asked.join() || markup(own).join() !== markup(words).join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('is no copy of the English one', () => {
    const same = [...keys].filter(([key, words]) => entries[key] === words && words.length > 12);
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('names itself, its direction, and whether a native speaker has read it', () => {
    expect(name).not.toBe('');
    expect(['ltr', 'rtl']).toContain(dir);
    expect(entries['@reviewed']).toBe('');
  });

  it('has every number that a note on a help line has', () => {
    const notes = [...keys].filter(([key]) => key.startsWith('line.'));
    expect(notes.length).toBeGreaterThan(0);
    const wrong = notes.filter(([key, words]) => {
      const own = numbers(entries[key] ?? '');
      return numbers(words).some((number) => !own.includes(number));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
