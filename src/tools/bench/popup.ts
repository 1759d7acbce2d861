/**
 * `npm run bench -- popup [rounds]`: how soon the popup shows its posts, beside a popup with one line and nothing else.
 * Both are opened as pages: a headless browser has no popups.
 */
import type { Browser } from 'puppeteer-core';
import { LURE_EN, LURE_ZH } from '../../../tests/browser/feed';
import { formatTable } from '../measure';
import { ADDRESS, answer, launch } from './browser';
import { pageHtml } from './feed';
import { median } from './median';

const ROUNDS = 15;
const EMPTY = {
  manifest: { action: { default_popup: 'popup.html' } },
  files: {
    'popup.html': '<!doctype html><title>Empty</title><main><button class="post">Nothing</button></main>',
  },
};

/** Milliseconds from the start of the page's loading. */
interface Opening {
  /** Something is drawn. */
  painted: number;
  /** A post's button is there and can be pressed. */
  usable: number;
}

/** Runs in the page, before its own scripts: notes when the first button of a post is there. */
const WAIT_FOR_POST = `
function look() {
  if (document.querySelector('main .post')) globalThis.usable = performance.now();
  else requestAnimationFrame(look);
}
look();
`;

async function open(browser: Browser, url: string): Promise<Opening> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(WAIT_FOR_POST);
  await page.goto(url);
  await page.waitForFunction(
    'globalThis.usable !== undefined && performance.getEntriesByName("first-contentful-paint").length > 0',
  );
  const opening = (await page.evaluate(
    '({ usable: globalThis.usable, painted: performance.getEntriesByName("first-contentful-paint")[0].startTime })',
  )) as Opening;
  await page.close();
  return opening;
}

/** Measures and prints. Throws when the extension is not built or no browser can be had. */
export async function benchPopup(count = ROUNDS): Promise<void> {
  const { browser, ours, other, close } = await launch({ ours: true, other: EMPTY });
  try {
    const feed = await browser.newPage();
    await feed.setRequestInterception(true);
    const html = pageHtml({ posts: [LURE_EN, LURE_ZH], alive: 2, perFrame: 1 });
    feed.on('request', (request) => void answer(request, html));
    await feed.goto(ADDRESS);
    const rounds: { empty: Opening; own: Opening }[] = [];
    for (let n = 0; n < count; n++) {
      rounds.push({
        empty: await open(browser, `chrome-extension://${other}/popup.html`),
        own: await open(browser, `chrome-extension://${ours}/src/popup/index.html`),
      });
    }
    const row = (title: string, figure: (opening: Opening) => number) => {
      const [empty, own] = [
        median(rounds.map((one) => figure(one.empty))),
        median(rounds.map((one) => figure(one.own))),
      ];
      return [title, empty.toFixed(0), own.toFixed(0), (own / empty).toFixed(1)];
    };
    console.log(`A popup opened ${count} times; medians, in ms`);
    console.log(
      formatTable(
        ['', 'empty popup', 'Lurelight', 'ratio'],
        [
          row('something is drawn', ({ painted }) => painted),
          row('posts can be pressed (aim: 100)', ({ usable }) => usable),
        ],
      ),
    );
  } finally {
    await close();
  }
}
