/** Pages that the manifest does not name, in real Chromium: read at a click on the icon and no sooner, and selected text. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { LURE_EN, ORDINARY } from './feed';
import { serviceWorker } from './front';
import { useChromium } from './here';

const HOST = 'board.unnamed.example';
const SITE = 'unnamed.example';
const HTML = `<!doctype html><html lang="en"><title>Board</title><body><ul>
  <li><article><p>${ORDINARY}</p></article></li><li><article><p>${LURE_EN}</p></article></li></ul></body></html>`;

const here = useChromium();
let page: Page;

beforeAll(async () => {
  here.stand.serve(HOST, '/', HTML);
  page = await here.launched.browser.newPage();
  await page.goto(`https://${HOST}/`);
});

/** The markup as the page itself sees it: a label is an element without attributes that was not served. */
const labels = () => page.$$eval('article > :not(p), li > :not(article)', (found) => found.length);

/** Clicks the icon on `page` and answers the popup that the browser opens. */
async function clickIcon(): Promise<Page> {
  const id = new URL(here.launched.base).host;
  const extension = (await here.launched.browser.extensions()).get(id);
  await page.bringToFront();
  if (!extension) throw new Error('The extension is not there.');
  await extension.triggerAction(page);
  const target = await here.launched.browser.waitForTarget((one) =>
    one.url().startsWith(`${here.launched.base}/src/popup/`),
  );
  return (await target.asPage()) as Page;
}

/** Tests cannot press the button of the browser's own question: allowed beforehand, it answers yes without being shown. */
async function answerYes(pattern: string): Promise<void> {
  const extensions = await here.launched.browser.newPage();
  await extensions.goto('chrome://extensions');
  const id = new URL(here.launched.base).host;
  await extensions.evaluate(
    async (extension, host) => {
      type Private = { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
      await (globalThis as unknown as { chrome: Private }).chrome.developerPrivate.addHostPermission(
        extension,
        host,
      );
    },
    id,
    pattern,
  );
  await extensions.close();
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

  it('without a sign says at once that it was looked at', async () => {
    here.stand.serve(HOST, '/plain', HTML.replace(LURE_EN, ORDINARY.replace('mill', 'bridge')));
    await page.goto(`https://${HOST}/plain`);
    const popup = await clickIcon();
    await popup.waitForSelector('.main-button');
    await popup.evaluate(() => document.querySelector<HTMLButtonElement>('.main-button')?.click());
    await popup.waitForSelector('.looked');
    expect(await popup.$eval('.looked', (line) => line.textContent)).toContain('2');
    await popup.close();
    await page.goto(`https://${HOST}/`);
  });

  it('is read whenever it is opened once the reader has allowed its site', async () => {
    await answerYes(`*://*.${SITE}/*`);
    const popup = await clickIcon();
    await popup.waitForSelector('details button');
    await popup.evaluate(() => document.querySelector<HTMLButtonElement>('details button')?.click());
    await popup.waitForSelector('.posts .post-danger');
    await popup.close();
    await page.reload();
    await expect.poll(labels, { timeout: 5_000, interval: 50 }).toBe(1);
  });
});

describe('the menu entry', () => {
  it('brings the selected text to the check page, where it is judged', async () => {
    const background = await serviceWorker(here.launched);
    await background.evaluate((selectionText) => {
      type Event = { dispatch(info: object, tab: object): void };
      const api = globalThis as unknown as { chrome: { contextMenus: { onClicked: Event } } };
      api.chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-selection', selectionText }, {});
    }, LURE_EN);
    const target = await here.launched.browser.waitForTarget((one) =>
      one.url().startsWith(`${here.launched.base}/src/check/`),
    );
    const check = (await target.page()) as Page;
    await check.waitForSelector('.detail .reason');
    expect(await check.$eval('textarea', (field) => field.value)).toBe(LURE_EN);
    await check.close();
  });
});

it('sent no request of its own in all this', () => {
  expect(new Set(here.stand.hosts)).toEqual(new Set([HOST]));
});
