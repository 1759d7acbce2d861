/** The English words can be read after lower secondary school: by the Flesch-Kincaid grade (Kincaid et al. 1975), a school year. */
import { describe, expect, it } from 'vitest';
import explanations from '../src/generated/explanations.en.json';
import own from '../src/ui/messages/en.json';

/** Years of school that lower secondary ends with. */
const GRADE = 9;
/** Shorter texts are buttons and names: too few words to grade. */
const WORDS = 5;

const texts = Object.entries({ ...explanations, ...own }).flatMap(([key, text]) => {
  const plain = text.replace(/<[^>]+>/g, '').replace(/\{\w+\}/g, 'ten');
  return key.startsWith('@') || plain.split(/\s+/).length < WORDS ? [] : [{ key, plain }];
});

function syllables(word: string): number {
  const vowels = word
    .toLowerCase()
    .replace(/(?<![aeiouy])(es|ed|e)$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, vowels?.length ?? 0);
}

/** School years that a text asks for. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => part.trim() !== '').length;
  const words = text.match(/[a-z'’]+/gi) ?? [];
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (spoken / words.length) - 15.59;
}

describe('the English catalogue', () => {
  it('is plain as a whole', () => {
    expect(gradeOf(texts.map(({ plain }) => plain.replace(/[.:]?$/, '.')).join(' '))).toBeLessThan(GRADE - 2);
  });

  it('has no help text that asks for more school than that', () => {
    const hard = texts
      .filter(({ plain }) => plain.split(/\s+/).length >= 12)
      .map(({ key, plain }) => ({ key, grade: Math.round(gradeOf(plain)) }))
      .filter(({ grade }) => grade > GRADE + 1);
    expect(hard).toEqual([]);
  });
});
