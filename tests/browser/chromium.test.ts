/** The built extension in real Chromium: labels, icon, popup, and not one request. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { facebookFeed, HONEST, LURE_EN, LURE_ZH, ORDINARY, WARNING } from './feed';
import { badgeOf } from './front';
import { useChromium } from './here';
import { launchChromium } from './launch';

const HOST = 'www.facebook.com';
const POSTS = [ORDINARY, LURE_EN, HONEST, WARNING, LURE_ZH];

const here = useChromium();

const badgeReads = (page: Page, text: string) => badgeOf(here.launched, page, text, 15_000);

/** Numbers of the cards that hold more elements than were served: a label is one. */
const labelled = (page: Page) =>
  page.evaluate(
    (html) => {
      const cards = (root: Document) => [...root.querySelectorAll('[role=feed] > div')];
      const size = (card: Element | undefined) => card?.querySelectorAll('*').length;
      const served = size(cards(new DOMParser().parseFromString(html, 'text/html'))[0]);
      return cards(document).flatMap((card, n) => (size(card) === served ? [] : [n]));
    },
    facebookFeed([ORDINARY]),
  );

async function openPopup(tab: number): Promise<Page> {
  const popup = await here.launched.browser.newPage();
  await popup.goto(`${here.launched.base}/src/popup/index.html?tab=${tab}`);
  return popup;
}

describe('the extension in Chromium', () => {
  let page: Page;

  beforeEach(async () => {
    page = await here.launched.browser.newPage();
    return () => page.close();
  });

  it('labels the lures of a feed, counts them on the icon, and says why in the popup', async () => {
    here.stand.serve(HOST, '/', facebookFeed(POSTS, LURE_EN));
    await page.goto(`https://${HOST}/`);
    const tab = await badgeReads(page, '2');
    expect(await labelled(page)).toEqual([LURE_EN, LURE_ZH].map((text) => POSTS.indexOf(text)));
    const popup = await openPopup(tab);
    await popup.waitForSelector('.posts li button');
    expect(await popup.$$eval('.posts li button', (buttons) => buttons.length)).toBeGreaterThanOrEqual(2);
    await popup.click('.posts li button');
    await popup.waitForSelector('mark');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Cambodia|柬埔寨/);
    expect(text).toMatch(/embassy/i);
    await popup.close();
  });

  it('labels a lure that is added later, and takes the label away when its node is used for another post', async () => {
    here.stand.serve(HOST, '/later', facebookFeed([ORDINARY]));
    await page.goto(`https://${HOST}/later`);
    await page.evaluate((text) => {
      const card = document.querySelector('[role=feed] > div') as Element;
      const copy = card.cloneNode(true) as Element;
      (copy.querySelector('[dir=auto]') as Element).textContent = text;
      card.after(copy);
    }, LURE_EN);
    await badgeReads(page, '1');
    expect(await labelled(page)).toEqual([1]);
    await page.evaluate(
      (text) => {
        const card = document.querySelectorAll('[role=feed] > div')[1] as Element;
        (card.querySelector('[dir=auto]') as Element).textContent = text;
      },
      ORDINARY.replace('mill', 'bridge'),
    );
    await badgeReads(page, '');
    expect(await labelled(page)).toEqual([]);
  });

  it('leaves a page without signs byte for byte as it was', async () => {
    here.stand.serve(HOST, '/plain', facebookFeed([ORDINARY, HONEST, WARNING]));
    await page.goto(`https://${HOST}/plain`);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    // The popup is answered when all has been read.
    const popup = await openPopup(await badgeReads(page, ''));
    await popup.waitForSelector('.looked');
    expect(await popup.$eval('.looked', (line) => line.textContent)).toContain('3');
    await popup.close();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('shows nothing of its own files to the page', async () => {
    here.stand.serve(HOST, '/probe', facebookFeed([ORDINARY]));
    await page.goto(`https://${HOST}/probe`);
    const readable = await page.evaluate(async (base) => {
      const paths = ['/manifest.json', '/src/popup/index.html', '/icons/16.png'];
      const results = await Promise.all(
        paths.map((path) =>
          fetch(base + path).then(
            () => path,
            () => null,
          ),
        ),
      );
      return results.filter((path) => path !== null);
    }, here.launched.base);
    expect(readable).toEqual([]);
  });

  it('works on with a hostile page: clobbered names, deep nesting, 50,000 nodes, a 10 MB post', async () => {
    const deep = '<div>'.repeat(5_000);
    const siblings = '<p>x</p>'.repeat(50_000);
    const huge = `<div><div role="article"><div data-ad-rendering-role="story_message">${'filler words '.repeat(800_000)}</div></div></div>`;
    const clobber =
      '<img name="getElementById"><form><input name="parentNode"><input name="childNodes"></form>';
    const html = facebookFeed([LURE_EN]).replace(
      '</main>',
      `${clobber}<div role="feed">${huge}</div>${siblings}</main>${deep}`,
    );
    here.stand.serve(HOST, '/hostile', html);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`https://${HOST}/hostile`);
    await badgeReads(page, '1');
    expect(errors).toEqual([]);
  });

  it('sent no request of its own in all this', () => {
    expect(new Set(here.stand.hosts)).toEqual(new Set([HOST]));
    for (const request of here.stand.requests) expect(request).toMatch(new RegExp(`^${HOST} /`));
  });
});

describe('the proxy', () => {
  it('would see a request of an extension (positive control)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lurelight-control-'));
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({
        manifest_version: 3,
        name: 'Control',
        version: '1',
        background: { service_worker: 'worker.js' },
        host_permissions: ['<all_urls>'],
      }),
    );
    writeFileSync(join(folder, 'worker.js'), "fetch('https://leak.example/worker').catch(() => {});");
    const control = await launchChromium(here.stand.proxyPort, folder);
    await here.stand.arrived('leak.example /worker');
    await control.close();
    rmSync(folder, { recursive: true, force: true });
    expect(here.stand.hosts).toContain('leak.example');
  });
});
