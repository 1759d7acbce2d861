/** The invented feeds: whole, and judged as they were written. */
import { describe, expect, it } from 'vitest';
import { chooseFeed, FEED_LANGUAGES, loadFeed } from '../src/demo/feed';
import { loadDetector } from '../src/tools/detectorFromRules';

const { detector } = loadDetector();
const WARNED = ['caution', 'danger'];

describe('the feed in', () => {
  for (const { lang } of FEED_LANGUAGES) {
    it(`${lang} is judged as it was written`, async () => {
      const { posts, words } = await loadFeed(lang);
      // No word that the page does not show.
      expect(Object.keys(words).sort()).toEqual(['language', 'like', 'reply', 'share']);
      const wrong = posts.filter(
        ({ kind, text }) => WARNED.includes(detector.assess({ text, lang }).level) !== (kind === 'lure'),
      );
      expect(wrong.map(({ id }) => id)).toEqual([]);
      expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
      expect(new Set(posts.map(({ kind }) => kind)).size).toBe(4);
    });
  }
});

describe('chooseFeed', () => {
  it('takes the language that the address asks for, then those of the reader', () => {
    expect(chooseFeed('?lang=zh', ['en-GB'])).toBe('zh');
    expect(chooseFeed('', ['xx', 'zh-TW', 'en'])).toBe('zh');
    expect(chooseFeed('?lang=xx', ['zh-Hant-HK'])).toBe('zh');
  });

  it('is English for those who speak none of them', () => {
    expect(chooseFeed('', ['xx'])).toBe('en');
    expect(chooseFeed('?lang=__proto__', [])).toBe('en');
  });
});
