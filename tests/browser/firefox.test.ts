/** The built extension in real Firefox: labels, icon, popup, and not one request. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facebookFeed, HONEST, LURE_EN, LURE_ZH, ORDINARY, WARNING } from './feed';
import { type Launched, launchFirefox } from './launch';
import { type Stand, startStand } from './stand';

const HOST = 'www.facebook.com';

let stand: Stand;
let launched: Launched;
let popup: Page;
let feed: Page;

beforeAll(async () => {
  stand = await startStand();
  launched = await launchFirefox(stand.proxyPort);
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
    await popup.waitForSelector('li button');
    await popup.evaluate(() => (document.querySelector('li button') as HTMLElement).click());
    await popup.waitForSelector('mark');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Cambodia|柬埔寨/);
    expect(text).toMatch(/embassy/i);
  });

  it('sent no request of its own', () => {
    expect(new Set(stand.hosts)).toEqual(new Set([HOST]));
  });
});
