/** The built extension in real Firefox: labels, icon, popup, and not one request. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facebookFeed, HONEST, LURE_EN, LURE_ZH, ORDINARY, WARNING } from './feed';
import { type Launched, launchFirefox } from './launch';
import { type Stand, startStand } from './stand';

const HOST = 'www.facebook.com';
/** A site that the manifest does not name. */
const CHOSEN = 'board.unnamed.example';
const BOARD = `<!doctype html><html lang="en"><title>Board</title><body><ul>
  <li><article><p>${ORDINARY}</p></article></li><li><article><p>${LURE_EN}</p></article></li></ul></body></html>`;

let stand: Stand;
let launched: Launched;
let popup: Page;
let feed: Page;

beforeAll(async () => {
  stand = await startStand();
  launched = await launchFirefox(stand.proxyPort);
  stand.serve(CHOSEN, '/', BOARD);
  stand.serve(HOST, '/', facebookFeed([ORDINARY, LURE_EN, HONEST, WARNING, LURE_ZH], LURE_EN));
  feed = await launched.browser.newPage();
  await feed.goto(`https://${HOST}/`);
});

afterAll(async () => {
  await launched?.close();
  await stand?.close();
});

interface Api {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  permissions: { request(of: object): void };
}

/** Opens an extension page; its load never counts as finished over BiDi, so nothing is waited for. */
async function openExtensionPage(path: string): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.goto(`${launched.base}${path}`, { waitUntil: [] as never });
  return page;
}

describe('the extension in Firefox', () => {
  it('counts the lures of a feed on the icon', async () => {
    popup = await openExtensionPage('/src/popup/index.html?page=1');
    const read = (): Promise<string> =>
      popup.evaluate(async () => {
        const api = (globalThis as unknown as { browser: Api }).browser;
        const tabs = await api.tabs.query({});
        const tab = tabs.find(({ url }) => url?.startsWith('https://www.facebook.com'));
        return tab ? api.action.getBadgeText({ tabId: tab.id }) : 'no tab';
      });
    await expect.poll(read, { timeout: 20_000, interval: 100 }).toBe('2');
  });

  it('says why in the popup, and whom to call', async () => {
    // By its number: other tabs of ours may stand in front.
    const tab = await popup.evaluate(async () => {
      const api = (globalThis as unknown as { browser: Api }).browser;
      const tabs = await api.tabs.query({});
      return tabs.find(({ url }) => url?.startsWith('https://www.facebook.com'))?.id;
    });
    popup = await openExtensionPage(`/src/popup/index.html?page=1&tab=${tab}`);
    await popup.waitForSelector('.posts li button');
    await popup.evaluate(() => (document.querySelector('.posts li button') as HTMLElement).click());
    await popup.waitForSelector('mark');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Cambodia|柬埔寨/);
    expect(text).toMatch(/embassy/i);
  });

  it.each(['welcome', 'settings', 'help', 'check', 'demo'])('shows %s on a small screen', async (surface) => {
    const page = await openExtensionPage(`/src/${surface}/index.html`);
    await page.setViewport({ width: 360, height: 740 });
    await page.waitForSelector('main h1, [data-read="yes"] article');
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(over).toBe(0);
    await page.close();
  });

  it('judges a text that was pasted', async () => {
    const page = await openExtensionPage('/src/check/index.html');
    await page.waitForSelector('textarea');
    await page.type('textarea', LURE_EN);
    await page.click('.main-button');
    await page.waitForSelector('.detail .reason mark');
    await page.close();
  });

  it('reads a site for good when the browser has been asked and allows it, until it is given back', async () => {
    const board = await launched.browser.newPage();
    await board.goto(`https://${CHOSEN}/`);
    const labels = () => board.$$eval('article > :not(p), li > :not(article)', (found) => found.length);
    expect(await labels()).toBe(0);
    const settings = await openExtensionPage('/src/settings/index.html');
    await settings.waitForSelector('main h1');
    // The popup shows its button for a site only when it was opened by the icon, which no test can press here.
    await settings.evaluate((host) => {
      const api = (globalThis as unknown as { browser: Api }).browser;
      const button = document.querySelector('main')?.appendChild(document.createElement('button'));
      button?.setAttribute('id', 'ask');
      button?.addEventListener('click', () => api.permissions.request({ origins: [`*://*.${host}/*`] }));
    }, CHOSEN);
    await settings.click('#ask');
    await expect.poll(labels, { timeout: 10_000, interval: 100 }).toBe(1);
    await board.reload();
    await expect.poll(labels, { timeout: 10_000, interval: 100 }).toBe(1);
    const again = await openExtensionPage('/src/settings/index.html');
    await again.waitForFunction((host) => document.body.innerText.includes(host), {}, CHOSEN);
    await again.evaluate((host) => {
      const item = [...document.querySelectorAll('li')].find(({ innerText }) => innerText.includes(host));
      item?.querySelector('button')?.click();
    }, CHOSEN);
    await again.waitForFunction((host) => !document.body.innerText.includes(host), {}, CHOSEN);
    const registered = () =>
      again.evaluate(async () => {
        const api = (globalThis as unknown as { browser: Api }).browser;
        return (await api.scripting.getRegisteredContentScripts()).length;
      });
    await expect.poll(registered, { timeout: 10_000, interval: 100 }).toBe(0);
  });

  it('sent no request of its own', () => {
    expect(new Set(stand.hosts)).toEqual(new Set([HOST, CHOSEN]));
  });
});
