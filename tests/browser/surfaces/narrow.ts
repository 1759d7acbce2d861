/** In every language no surface is wider than a small screen, in any of its states. Test files share the languages among them. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { newPage, PHONE, STATES, useSurfaces } from './states';

const NARROW = 320;

/** Elements that stick out of the page, or whose words stick out of them. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      const hidden = element.closest('.unseen, [hidden], details:not([open]) > :not(summary)');
      if (own === 0 || hidden) return [];
      const out = right > width + 1 || left < -1;
      const { overflowX } = getComputedStyle(element);
      const cut =
        element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible' && overflowX !== 'auto';
      if (!out && !cut) return [];
      return [`${element.tagName}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`];
    });
  });
}

/** The tests of these languages. */
export function describeNarrow(languages: readonly string[]): void {
  useSurfaces();

  describe('at 320 and 360 pixels nothing sticks out', () => {
    it.each(languages)('in %s', { timeout: 120_000 }, async (language) => {
      const page = await newPage({ language, nationality: 'PH', country: 'TH' });
      const wide: string[] = [];
      for (const [name, prepare] of Object.entries(STATES)) {
        await page.setViewport({ width: PHONE, height: 740 });
        await prepare(page);
        for (const width of [PHONE, NARROW]) {
          await page.setViewport({ width, height: 740 });
          for (const one of await overflowing(page)) wide.push(`${name} at ${width}: ${one}`);
        }
      }
      await page.close();
      expect(wide).toEqual([]);
    });
  });
}

/** Interface languages, those whose own name is written in Latin letters apart from the others. */
export function byLetters(headers: readonly { lang: string; name: string }[]): {
  latin: string[];
  own: string[];
} {
  const isLatin = ({ name }: { name: string }) => /[a-z]/i.test(name);
  return {
    latin: headers.filter(isLatin).map(({ lang }) => lang),
    own: headers.filter((header) => !isLatin(header)).map(({ lang }) => lang),
  };
}
