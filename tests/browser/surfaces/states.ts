/** The built extension in Chromium with a feed to speak about, and every surface in every state that a reader can meet. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { facebookFeed, HONEST, LURE_EN, ORDINARY } from '../feed';
import { type Launched, launchChromium } from '../launch';
import { type Stand, startStand } from '../stand';

const HOST = 'www.facebook.com';
/** A page that the manifest does not name, and one whose site the reader has switched off. */
const UNNAMED = 'https://board.unnamed.example/';
const OFF = 'https://www.linkedin.com/feed/';
const FEED = `https://${HOST}/`;
const NONE = `https://${HOST}/none`;
export const PHONE = 360;

let stand: Stand;
let launched: Launched;
/** Tabs with pages of the stand that stay open for the popup, by address. */
const tabs = new Map<string, number | undefined>();

/** To be called once in a test file: starts the browser before its tests, and ends it after them. */
export function useSurfaces(): void {
  beforeAll(start);
  afterAll(async () => {
    await launched?.close();
    await stand?.close();
  });
}

async function start(): Promise<void> {
  stand = await startStand();
  const pages: [address: string, posts: string[]][] = [
    [FEED, [ORDINARY, LURE_EN, HONEST]],
    [NONE, [ORDINARY]],
    [UNNAMED, [ORDINARY]],
    [OFF, [ORDINARY]],
  ];
  launched = await launchChromium(stand.proxyPort);
  for (const [address, posts] of pages) {
    const { host, pathname } = new URL(address);
    stand.serve(host, pathname, facebookFeed(posts));
    tabs.set(address, await openFeed(address));
  }
}

/** A page of the browser, as large as a phone, in which surfaces can be opened. */
export async function newPage(settings: object): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport({ width: PHONE, height: 740 });
  await useSettings(page, settings);
  return page;
}

type Api = { chrome: Browser };

/** Opens a page of the stand and answers its tab's number: the one that was not there before. */
async function openFeed(address: string): Promise<number | undefined> {
  const asking = await launched.browser.newPage();
  await asking.goto(`${launched.base}/src/settings/index.html`);
  const numbers = () =>
    asking.evaluate(async () => {
      const found = await (globalThis as unknown as Api).chrome.tabs.query({});
      return found.map(({ id }) => id);
    });
  const before = await numbers();
  const feed = await launched.browser.newPage();
  await feed.goto(address);
  const tab = (await numbers()).find((id) => !before.includes(id));
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

async function settingsOf(page: Page): Promise<object> {
  await page.goto(`${launched.base}/src/settings/index.html`);
  const stored = await page.evaluate(() =>
    (globalThis as unknown as Api).chrome.storage.local.get('settings'),
  );
  return stored.settings as object;
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
async function openPopup(page: Page, address: string, ready: string): Promise<void> {
  await page.goto(`${launched.base}/src/popup/index.html?tab=${tabs.get(address)}`);
  await page.waitForSelector(ready);
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

/** Every surface in every state that a reader can meet. */
export const STATES: Record<string, (page: Page) => Promise<void>> = {
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
  'popup, posts': (page) => openPopup(page, FEED, '.posts li button'),
  'popup, a post': async (page) => {
    await openPopup(page, FEED, '.posts li button');
    await page.click('.posts li button');
    await page.waitForSelector('.reason');
  },
  'popup, nothing found': (page) => openPopup(page, NONE, '.looked'),
  'popup, a page that is not read': (page) => openPopup(page, UNNAMED, '.main-button'),
  'popup, a site that is switched off': async (page) => {
    await useSettings(page, {
      ...(await settingsOf(page)),
      offSites: [new URL(OFF).host.replace('www.', '')],
    });
    await openPopup(page, OFF, 'main h2');
  },
  'popup, no page at all': async (page) => {
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
