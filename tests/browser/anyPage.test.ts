/** Pages that the manifest does not name, in real Chromium: read at a click on the icon and no sooner, and selected text. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LURE_EN, ORDINARY } from './feed';
import { serviceWorker } from './front';
import { type Launched, launchChromium } from './launch';
import { type Stand, startStand } from './stand';

const HOST = 'board.unnamed.example';
const HTML = `<!doctype html><html lang="en"><title>Board</title><body><ul>
  <li><article><p>${ORDINARY}</p></article></li><li><article><p>${LURE_EN}</p></article></li></ul></body></html>`;

let stand: Stand;
let launched: Launched;
let page: Page;

beforeAll(async () => {
  stand = await startStand();
  launched = await launchChromium(stand.proxyPort);
  stand.serve(HOST, '/', HTML);
  page = await launched.browser.newPage();
  await page.goto(`https://${HOST}/`);
});

afterAll(async () => {
  await launched?.close();
  await stand?.close();
});

/** The markup as the page itself sees it: a label is an element without attributes that was not served. */
const labels = () => page.$$eval('article > :not(p), li > :not(article)', (found) => found.length);

/** Clicks the icon on `page` and answers the popup that the browser opens. */
async function clickIcon(): Promise<Page> {
  const id = new URL(launched.base).host;
  const extension = (await launched.browser.extensions()).get(id);
  await page.bringToFront();
  if (!extension) throw new Error('The extension is not there.');
  await extension.triggerAction(page);
  const target = await launched.browser.waitForTarget((one) =>
    one.url().startsWith(`${launched.base}/src/popup/`),
  );
  return (await target.asPage()) as Page;
}

describe('a page that the manifest does not name', () => {
  it('is left alone until the reader asks, and is read then, once', async () => {
    const before = await page.content();
    const popup = await clickIcon();
    await popup.waitForSelector('.main-button');
    expect(await page.content()).toBe(before);
    await popup.evaluate(() => document.querySelector<HTMLButtonElement>('.main-button')?.click());
    await popup.waitForSelector('.posts .post-danger');
    expect(await popup.$$eval('.posts li', (posts) => posts.length)).toBe(1);
    await expect.poll(labels, { timeout: 5_000, interval: 50 }).toBe(1);
    await popup.close();
    await page.reload();
    expect(await page.content()).toBe(before);
  });
});

describe('the menu entry', () => {
  it('brings the selected text to the check page, where it is judged', async () => {
    const background = await serviceWorker(launched);
    await background.evaluate((selectionText) => {
      type Event = { dispatch(info: object, tab: object): void };
      const api = globalThis as unknown as { chrome: { contextMenus: { onClicked: Event } } };
      api.chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-selection', selectionText }, {});
    }, LURE_EN);
    const target = await launched.browser.waitForTarget((one) =>
      one.url().startsWith(`${launched.base}/src/check/`),
    );
    const check = (await target.page()) as Page;
    await check.waitForSelector('.detail .reason');
    expect(await check.$eval('textarea', (field) => field.value)).toBe(LURE_EN);
    await check.close();
  });
});

it('sent no request of its own in all this', () => {
  expect(new Set(stand.hosts)).toEqual(new Set([HOST]));
});
