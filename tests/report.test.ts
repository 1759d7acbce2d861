/** Reading what a page answered: whatever is not well formed is left out, and nothing throws. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReport } from '../src/popup/report';

const post = (assessment: object) => ({
  key: 'a',
  post: { text: 'typist wanted' },
  assessment: { level: 'danger', findings: [], ...assessment },
});
const langOf = (lang: unknown) => readReport({ posts: [post({ lang })] })?.posts[0]?.assessment.lang;

it('takes a language in lower case', () => {
  expect(langOf('zh-CN')).toBe('zh-cn');
});

it.each([[{ toString: 1 }], [{ toString: () => 'en' }], [['en']], [7], [null], [undefined], ['<b>']])(
  'takes no language from %j',
  (lang) => {
    expect(langOf(lang)).toBeNull();
  },
);

it('never throws, whatever stands in a report', () => {
  const odd = fc.oneof(fc.anything(), fc.constant({ toString: 1 }));
  const assessment = fc.record({ lang: odd, promised: odd, score: odd, findings: fc.array(odd) });
  fc.assert(
    fc.property(assessment, odd, (fields, looked) => {
      expect(readReport({ posts: [post(fields)], looked })?.posts).toHaveLength(1);
    }),
  );
});
