/** Every surface in its states: usable by everyone (axe, WCAG 2.2 AA), in every language, and never wider than a small screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { languageHeaders } from '../../src/rules/languages';
import { facebookFeed, HONEST, LURE_EN, ORDINARY } from './feed';
import { type Launched, launchChromium } from './launch';
import { type Stand, startStand } from './stand';

const HOST = 'www.facebook.com';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Both directions, and a script whose letters are tall. */
const AXE_LANGUAGES = ['en', 'ar', 'my'];
const NARROW = 320;
const PHONE = 360;

let stand: Stand;
let launched: Launched;
/** Pages of the stand that stay open for the popup, by path. */
const tabs = new Map<string, number | undefined>();

beforeAll(async () => {
  stand = await startStand();
  stand.serve(HOST, '/', facebookFeed([ORDINARY, LURE_EN, HONEST]));
  stand.serve(HOST, '/none', facebookFeed([ORDINARY]));
  launched = await launchChromium(stand.proxyPort);
  for (const path of ['/', '/none']) tabs.set(path, await openFeed(path));
});

afterAll(async () => {
  await launched?.close();
  await stand?.close();
});

type Api = { chrome: Browser };

/** Opens a page of the stand and answers its tab's number. */
async function openFeed(path: string): Promise<number | undefined> {
  const feed = await launched.browser.newPage();
  await feed.goto(`https://${HOST}${path}`);
  const asking = await launched.browser.newPage();
  await asking.goto(`${launched.base}/src/settings/index.html`);
  const tab = await asking.evaluate(async (address) => {
    const found = await (globalThis as unknown as Api).chrome.tabs.query({});
    return found.find(({ url }) => url === address)?.id;
  }, `https://${HOST}${path}`);
  await asking.close();
  return tab;
}

async function useSettings(page: Page, settings: object): Promise<void> {
  await page.goto(`${launched.base}/src/settings/index.html`);
  await page.evaluate(
    (now) => (globalThis as unknown as Api).chrome.storage.local.set({ settings: { version: 1, ...now } }),
    settings,
  );
}

async function open(page: Page, surface: string): Promise<void> {
  await page.goto(`${launched.base}/src/${surface}/index.html`);
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

async function checkText(page: Page, words: string): Promise<void> {
  await open(page, 'check');
  await page.type('textarea', words);
  await page.click('.main-button');
  await page.waitForSelector('.detail .reason, .nothing');
}

/** Opens the popup over a page of the stand. */
async function openPopup(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(`${launched.base}/src/popup/index.html?tab=${tabs.get(path)}`);
  await page.waitForSelector(ready);
}

/** Every surface in every state that a reader can meet. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  welcome: (page) => open(page, 'welcome'),
  settings: (page) => open(page, 'settings'),
  help: (page) => open(page, 'help'),
  'help, an offer': (page) => openHelp(page, 0),
  'help, about to travel': (page) => openHelp(page, 1),
  'help, held': (page) => openHelp(page, 2),
  'help, somebody is held': (page) => openHelp(page, 3),
  check: (page) => open(page, 'check'),
  'check, a lure': (page) => checkText(page, LURE_EN),
  'check, nothing': (page) => checkText(page, ORDINARY),
  demo: async (page) => {
    await page.goto(`${launched.base}/src/demo/index.html`);
    await page.waitForSelector('html[data-read="yes"]');
  },
  'popup, posts': (page) => openPopup(page, '/', 'li button'),
  'popup, a post': async (page) => {
    await openPopup(page, '/', 'li button');
    await page.click('li button');
    await page.waitForSelector('.reason');
  },
  'popup, nothing found': (page) => openPopup(page, '/none', '.nothing, .empty'),
  'popup, a page that is not read': async (page) => {
    await page.goto(`${launched.base}/src/popup/index.html?tab=999999`);
    await page.waitForSelector('main h1, main h2');
  },
};

async function openHelp(page: Page, situation: number): Promise<void> {
  await open(page, 'help');
  await page.evaluate((n) => {
    document.querySelectorAll<HTMLInputElement>('.situation input')[n]?.click();
  }, situation);
}

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

describe.each(AXE_LANGUAGES)('axe finds nothing in %s on', (language) => {
  let page: Page;
  beforeAll(async () => {
    page = await launched.browser.newPage();
    await page.setViewport({ width: PHONE, height: 740 });
    await useSettings(page, { language, nationality: 'PH', country: 'TH' });
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

describe('at 320 and 360 pixels nothing sticks out', () => {
  const languages = languageHeaders().map(({ lang }) => lang);

  it.each(languages)('in %s', { timeout: 120_000 }, async (language) => {
    const page = await launched.browser.newPage();
    await useSettings(page, { language, nationality: 'PH', country: 'TH' });
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

describe('countries have names', () => {
  const languages = languageHeaders().filter(({ lang }) => lang !== 'en');

  it.each(languages)('in $lang', async ({ lang, name }) => {
    const page = await launched.browser.newPage();
    await useSettings(page, { language: lang, nationality: 'PH', country: 'TH' });
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
