/** The built extension in Chromium with a feed to speak about, and every surface in every state that a reader can meet. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { facebookFeed, HONEST, LURE_EN, ORDINARY } from '../feed';
import { type Launched, launchChromium } from '../launch';
import { type Stand, startStand } from '../stand';

const HOST = 'www.facebook.com';
export const PHONE = 360;

let stand: Stand;
let launched: Launched;
/** Pages of the stand that stay open for the popup, by path. */
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
  stand.serve(HOST, '/', facebookFeed([ORDINARY, LURE_EN, HONEST]));
  stand.serve(HOST, '/none', facebookFeed([ORDINARY]));
  launched = await launchChromium(stand.proxyPort);
  for (const path of ['/', '/none']) tabs.set(path, await openFeed(path));
}

/** A page of the browser, as large as a phone, in which surfaces can be opened. */
export async function newPage(settings: object): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport({ width: PHONE, height: 740 });
  await useSettings(page, settings);
  return page;
}

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
  'popup, posts': (page) => openPopup(page, '/', '.posts li button'),
  'popup, a post': async (page) => {
    await openPopup(page, '/', '.posts li button');
    await page.click('.posts li button');
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
