/** Every surface in its states: usable by everyone (axe, WCAG 2.2 AA), and countries by the names that the reader knows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageHeaders } from '../../../src/rules/languages';
import { newPage, STATES, useSurfaces } from './states';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Both directions, and a script whose letters are tall. */
const AXE_LANGUAGES = ['en', 'ar', 'my'];

useSurfaces();

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

async function violations(page: Page): Promise<string[]> {
  // Bundled pages forbid foreign scripts in their world; evaluating is the tester's own.
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations;
  }, TAGS);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

describe.each(AXE_LANGUAGES)('axe finds nothing in %s on', (language) => {
  let page: Page;
  beforeAll(async () => {
    page = await newPage({ language, nationality: 'PH', country: 'TH' });
  });
  afterAll(() => page.close());

  it.each(Object.entries(STATES))('%s, light and dark', async (_name, prepare) => {
    await prepare(page);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await violations(page)).toEqual([]);
    }
  });
});

describe('countries have names', () => {
  const languages = languageHeaders().filter(({ lang }) => lang !== 'en');

  it.each(languages)('in $lang', async ({ lang, name }) => {
    const page = await newPage({ language: lang, nationality: 'PH', country: 'TH' });
    await STATES.settings?.(page);
    const names = await page.$$eval('option[value="US"], option[value="KH"], option[value="MM"]', (options) =>
      options.map(({ textContent }) => textContent ?? ''),
    );
    await page.close();
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(names).not.toContain('United States');
    // In a script of its own no name is left in Latin letters.
    if (!/[a-z]/i.test(name)) expect(names.filter((one) => /[a-z]/i.test(one))).toEqual([]);
  });
});
