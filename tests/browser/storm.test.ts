/** Pages that storm, fight the label, probe, or go on for hours: the extension stays right, quiet and small. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { PageReport } from '../../src/browser/messages';
import type { Mode } from '../../src/browser/settings';
import { facebookFeed, HONEST, LURE_EN, LURE_ZH, ORDINARY, WARNING } from './feed';
import { badgeOf, frontTab, serviceWorker } from './front';
import { useChromium } from './here';

type Api = { chrome: Browser };

const HOST = 'www.facebook.com';
/** A host on which the extension does not run. */
const ELSEWHERE = 'plain.example';
const PATIENCE = { timeout: 20_000, interval: 50 };
/** Changes a second, and for how long in ms. */
const STORM = { rate: 10_000, ms: 3_000 };
/** How often a page takes the label away, if it comes that often. */
const FIGHT = 1_000;
/** A label is put back at most this often; with its first coming one more. */
const FEW = 3;
/** Posts that come by, and after how many the heap must have stopped growing; bytes that are no growth. */
const LONG = { posts: 3_000, settled: 1_000, cards: 10, bytes: 5_000_000 };
/** Of `window` seconds at most `busy` are spent by a main thread that has nothing to do. */
const IDLE = { window: 0.5, busy: 0.1 };

const here = useChromium();

const badgeReads = (page: Page, text: string) => badgeOf(here.launched, page, text, PATIENCE.timeout);

/** What the content script says of the page in front; null while it does not run there. */
async function report(): Promise<PageReport | null> {
  const { id } = await frontTab(here.launched);
  const background = await serviceWorker(here.launched);
  return background.evaluate(async (tab) => {
    const api = (globalThis as unknown as Api).chrome;
    return (await api.tabs.sendMessage(tab, { kind: 'report' }).catch(() => null)) as PageReport | null;
  }, id);
}

async function looked(page: Page, posts: number): Promise<void> {
  await page.bringToFront();
  await expect.poll(async () => (await report())?.looked, PATIENCE).toBe(posts);
}

async function useMode(mode: Mode): Promise<void> {
  const settings = await here.launched.browser.newPage();
  await settings.goto(`${here.launched.base}/src/settings/index.html`);
  await settings.evaluate(
    (now) => (globalThis as unknown as Api).chrome.storage.local.set({ settings: { version: 1, mode: now } }),
    mode,
  );
  await settings.close();
}

/** A feed in which everything of the page's own has `data-own`, so that all else in the body is ours. */
function ownFeed(posts: readonly string[], script = ''): string {
  const cards = posts.map(
    (text) =>
      `<div data-own class="card"><div data-own role="article"><div data-own data-ad-rendering-role="story_message">${text}</div></div></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example feed</title><link rel="icon" href="data:,">
    <script>${script}</script></head><body><main data-own><div data-own role="feed">${cards.join('')}</div></main></body></html>`;
}

/** For each element that is not the page's own, the number of its card; -1 for one that is in none. */
function labelled(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll('.card')];
    return [...document.querySelectorAll('body :not([data-own])')].map((element) =>
      cards.findIndex((card) => card.contains(element)),
    );
  });
}

/** Seconds that the page's main thread has been busy so far, or bytes on its heap. */
async function metric(cdp: CDPSession, name: 'TaskDuration' | 'JSHeapUsedSize'): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}

async function becomesIdle(cdp: CDPSession): Promise<void> {
  const busy = async () => {
    const before = await metric(cdp, 'TaskDuration');
    // The window in which the thread is measured, not a wait for something.
    await new Promise((resolve) => setTimeout(resolve, IDLE.window * 1_000));
    return (await metric(cdp, 'TaskDuration')) - before;
  };
  await expect.poll(busy, PATIENCE).toBeLessThan(IDLE.busy);
}

async function settledHeap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return metric(cdp, 'JSHeapUsedSize');
}

describe('a page that', () => {
  let page: Page;
  let cdp: CDPSession;
  /** Exceptions and messages of all worlds of the page, the content script's too. */
  let said: string[];

  beforeEach(async () => {
    said = [];
    page = await here.launched.browser.newPage();
    cdp = await page.createCDPSession();
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => said.push(exceptionDetails.text));
    cdp.on('Runtime.consoleAPICalled', ({ args }) =>
      said.push(args.map(({ value }) => String(value)).join(' ')),
    );
    cdp.on('Log.entryAdded', ({ entry }) => said.push(entry.text));
    for (const domain of ['Runtime', 'Log', 'Performance'] as const) await cdp.send(`${domain}.enable`);
  });

  afterEach(() => page.close());

  async function popupLists(tab: number, posts: number): Promise<void> {
    const popup = await here.launched.browser.newPage();
    await popup.goto(`${here.launched.base}/src/popup/index.html?tab=${tab}`);
    await popup.waitForSelector('.posts li button');
    expect(await popup.$$eval('.posts li button', (buttons) => buttons.length)).toBe(posts);
    await popup.close();
    await page.bringToFront();
  }

  it('changes 10,000 times a second has its lure labelled afterwards, and rests', async () => {
    here.stand.serve(HOST, '/storm', ownFeed(Array.from({ length: 20 }, (_, n) => `${ORDINARY} (${n})`)));
    await page.goto(`https://${HOST}/storm`);
    await looked(page, 20);
    const before = await metric(cdp, 'TaskDuration');
    const last = await page.evaluate(storm, STORM, ORDINARY, LURE_EN);
    expect((await metric(cdp, 'TaskDuration')) - before).toBeGreaterThan(IDLE.busy);
    await expect.poll(() => labelled(page), PATIENCE).toEqual([last]);
    await becomesIdle(cdp);
    expect(await labelled(page)).toEqual([last]);
    await badgeReads(page, '1');
    expect((await report())?.posts).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it.each(['removes', 'hides'] as const)('%s the label whenever it comes is left alone soon', async (way) => {
    const act =
      way === 'removes' ? 'node.remove()' : "node.style.setProperty('display', 'none', 'important')";
    const script = `
      globalThis.fought = 0;
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes)
          if (node instanceof Element && !('own' in node.dataset) && node.closest('body *') && fought < ${FIGHT}) {
            fought++;
            ${act};
          }
      }).observe(document, { childList: true, subtree: true });`;
    here.stand.serve(HOST, `/${way}`, ownFeed([ORDINARY, LURE_EN, HONEST], script));
    await page.goto(`https://${HOST}/${way}`);
    const fought = () => page.evaluate(() => (globalThis as unknown as { fought: number }).fought);
    const tab = await badgeReads(page, '1');
    await expect.poll(fought, PATIENCE).toBeGreaterThan(0);
    // Each change of the page is a reason to look whether the label still stands.
    await page.evaluate(stir, FIGHT);
    await becomesIdle(cdp);
    expect(await fought()).toBeLessThanOrEqual(FEW + 1);
    expect((await labelled(page)).length).toBe(way === 'removes' ? 0 : 1);
    await badgeReads(page, '1');
    await popupLists(tab, 1);
    expect(said).toEqual([]);
  });

  it('draws a post anew whenever its label comes is left alone soon', async () => {
    const script = `
      globalThis.fought = 0;
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) {
          const card = node instanceof Element && !('own' in node.dataset) && node.closest('.card');
          if (!card || fought >= ${FIGHT}) continue;
          fought++;
          node.remove();
          card.replaceWith(card.cloneNode(true));
        }
      }).observe(document, { childList: true, subtree: true });`;
    here.stand.serve(HOST, '/anew', ownFeed([ORDINARY, LURE_EN, HONEST], script));
    await page.goto(`https://${HOST}/anew`);
    const fought = () => page.evaluate(() => (globalThis as unknown as { fought: number }).fought);
    const tab = await badgeReads(page, '1');
    await expect.poll(fought, PATIENCE).toBeGreaterThan(0);
    await page.evaluate(stir, FIGHT);
    await becomesIdle(cdp);
    expect(await fought()).toBeLessThanOrEqual(FEW + 1);
    await badgeReads(page, '1');
    await popupLists(tab, 1);
    expect(said).toEqual([]);
  });

  it('frames our popup gets nothing of it, and is read as ever', async () => {
    const popup = `${here.launched.base}/src/popup/index.html`;
    const html = facebookFeed([ORDINARY, LURE_EN]).replace(
      '</main>',
      `</main><iframe src="${popup}"></iframe>`,
    );
    here.stand.serve(HOST, '/frame', html);
    await page.goto(`https://${HOST}/frame`);
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', resolve);
          frame.src = src;
          document.body.append(frame);
        }),
      popup,
    );
    await badgeReads(page, '1');
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(frames).toHaveLength(2);
    for (const frame of frames) {
      expect(frame.url()).toBe('chrome-error://chromewebdata/');
      expect(await frame.evaluate(() => document.querySelector('main, #app, li button'))).toBe(null);
    }
    // The browser's own word on the refusal is all that is said.
    expect(said.filter((text) => !text.includes(popup))).toEqual([]);
  });

  it('shows post after post in the same nodes costs no more memory as it goes on', {
    timeout: 300_000,
  }, async () => {
    here.stand.serve(HOST, '/long', ownFeed(Array.from({ length: LONG.cards }, () => '')));
    await page.goto(`https://${HOST}/long`);
    await page.bringToFront();
    const recycleTo = (from: number, to: number) =>
      page.evaluate(recycle, from, to, LONG.cards, [LURE_EN, LURE_ZH], ORDINARY);
    await recycleTo(0, LONG.settled);
    const before = await settledHeap(cdp);
    await recycleTo(LONG.settled, LONG.posts);
    const after = await settledHeap(cdp);
    expect(after - before).toBeLessThan(LONG.bytes);
    await looked(page, LONG.posts);
    await badgeReads(page, '1');
    expect(said).toEqual([]);
  });

  const markup = () => page.evaluate(() => document.documentElement.outerHTML);

  /** Serves a feed on both hosts, and answers its markup where the extension does not run. */
  async function withoutExtension(path: string, posts: string[]): Promise<string> {
    for (const host of [HOST, ELSEWHERE]) here.stand.serve(host, path, facebookFeed(posts));
    await page.goto(`https://${ELSEWHERE}${path}`);
    return markup();
  }

  it('has no lure is byte for byte as it would be without the extension', async () => {
    const without = await withoutExtension('/plain', [ORDINARY, HONEST, WARNING]);
    await page.goto(`https://${HOST}/plain`);
    await looked(page, 3);
    await becomesIdle(cdp);
    expect(await markup()).toBe(without);
    expect((await frontTab(here.launched)).badge).toBe('');
    expect(said).toEqual([]);
  });

  it('has a lure is byte for byte as it would be without the extension where only the icon is to speak', async () => {
    const without = await withoutExtension('/icon', [ORDINARY, LURE_EN, HONEST]);
    await useMode('toolbar');
    await page.goto(`https://${HOST}/icon`);
    await badgeReads(page, '1');
    await looked(page, 3);
    await becomesIdle(cdp);
    expect(await markup()).toBe(without);
    // The same page has a label once the reader wants labels, and none again after.
    await useMode('label');
    await page.bringToFront();
    await expect.poll(markup, PATIENCE).not.toBe(without);
    await useMode('toolbar');
    await page.bringToFront();
    await expect.poll(markup, PATIENCE).toBe(without);
    await badgeReads(page, '1');
    await useMode('label');
    expect(said).toEqual([]);
  });

  it('has a label loses it when the reader closes it, not when the page tries to; the icon still counts', async () => {
    here.stand.serve(HOST, '/close', ownFeed([ORDINARY, LURE_EN, HONEST]));
    await page.goto(`https://${HOST}/close`);
    await badgeReads(page, '1');
    await expect.poll(() => labelled(page), PATIENCE).toEqual([1]);
    const cross = await centreOf(cdp, 'dismiss');
    await page.evaluate(({ x, y }) => {
      const options = { bubbles: true, composed: true, clientX: x, clientY: y };
      document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', options));
    }, cross);
    expect(await labelled(page)).toEqual([1]);
    await page.mouse.click(cross.x, cross.y);
    await expect.poll(() => labelled(page), PATIENCE).toEqual([]);
    // Nor does it come back when the page changes.
    await page.evaluate(stir, 50);
    await becomesIdle(cdp);
    expect(await labelled(page)).toEqual([]);
    const tab = await badgeReads(page, '1');
    await popupLists(tab, 1);
    expect(said).toEqual([]);
  });
});

/** Where the middle of the first element of a class stands, closed shadow roots looked into. */
async function centreOf(cdp: CDPSession, name: string): Promise<{ x: number; y: number }> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const isIt = ({ attributes = [] }: Protocol.DOM.Node) =>
    attributes.some((value, n) => n % 2 === 1 && attributes[n - 1] === 'class' && value === name);
  const find = (node: Protocol.DOM.Node): Protocol.DOM.Node | undefined =>
    isIt(node)
      ? node
      : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(find).find((found) => found);
  const { model } = await cdp.send('DOM.getBoxModel', { nodeId: find(root)?.nodeId ?? 0 });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/**
 * Runs in the page: words change, nodes come and go, and a lure moves from post to post. Answers the number of the
 * card that has it in the end.
 */
async function storm({ rate, ms }: { rate: number; ms: number }, ordinary: string, lure: string) {
  const texts = [...document.querySelectorAll('[data-ad-rendering-role]')];
  const total = (rate * ms) / 1_000;
  const moves = Math.floor(total / 6);
  const begun = performance.now();
  let holder = -1;
  for (let done = 0; done < total; ) {
    await new Promise((resolve) => setTimeout(resolve));
    const due = Math.min(total, ((performance.now() - begun) * rate) / 1_000);
    for (; done < due; done++) {
      const n = (done * 7) % texts.length;
      const text = texts[n] as Element;
      const extra = text.parentElement?.querySelector('i');
      if (done % moves === 0) {
        if (holder >= 0) (texts[holder] as Element).textContent = `${ordinary} (${done})`;
        holder = n;
        text.textContent = lure;
      } else if (extra) extra.remove();
      else if (n === holder || done % 2 === 0) {
        const element = document.createElement('i');
        element.dataset.own = '';
        element.textContent = String(done);
        text.after(element);
      } else (text.firstChild as Text).data = `${ordinary} (${done})`;
    }
  }
  return holder;
}

/** Runs in the page: a remark comes and goes in every post, so many times, each time in a turn of its own. */
async function stir(times: number) {
  for (let n = 0; n < times; n++) {
    for (const article of document.querySelectorAll('[role=article]')) {
      const old = article.querySelector('i');
      if (old) old.remove();
      else {
        const remark = document.createElement('i');
        remark.dataset.own = '';
        remark.textContent = String(n);
        article.append(remark);
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Runs in the page: fills all cards anew, the last with a lure, and goes on when that one has its label. */
async function recycle(from: number, to: number, width: number, lures: string[], ordinary: string) {
  const texts = [...document.querySelectorAll('[data-ad-rendering-role]')];
  const last = texts[width - 1]?.closest('.card') as Element;
  const label = () => last.querySelector(':not([data-own])');
  for (let n = from; n < to; n += width) {
    const old = label();
    texts.forEach((text, index) => {
      const lure = lures[(n / width) % lures.length];
      text.textContent = `${index === width - 1 ? lure : ordinary} (${n + index})`;
    });
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const now = label();
        if (!now || now === old) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(last, { childList: true, subtree: true });
    });
  }
}
