/** Opens Chromium with the built extension on the demo feed, in a window or for screenshots. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ROOT } from './bootstrap.mjs';

const DEMO = 'src/demo/index.html';
const POPUP = 'src/popup/index.html';

/** Chromium with dist/chrome installed in a profile of its own; nothing of the reader's browser is touched. */
export async function launch(chromium, headless) {
  const profile = mkdtempSync(join(tmpdir(), 'lurelight-demo-'));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: headless ? { width: 900, height: 1000 } : null,
    args: [
      // A sandbox needs an ordinary user; the demo opens nothing but our own pages.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const id = await browser.installExtension(join(ROOT, 'dist', 'chrome'));
  // The welcome page opens by itself and would stand in front of what is shown.
  const welcome = await browser.waitForTarget((target) => target.url().endsWith('/src/welcome/index.html'));
  await (await welcome.page())?.close();
  const clean = () => rmSync(profile, { recursive: true, force: true });
  return { browser, base: `chrome-extension://${id}`, clean };
}

/** Opens a window on the demo feed and waits until the reader closes the browser. */
export async function openDemo(chromium) {
  const { browser, base, clean } = await launch(chromium, false);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(`${base}/${DEMO}`);
  console.log(
    "The demo feed is open. Click the extension's icon in the toolbar to see the popup; close the window to end.",
  );
  await new Promise((resolve) => browser.once('disconnected', resolve));
  clean();
}

/** Milliseconds without a new label after which all are there. */
const QUIET = 700;

/** Saves the feed and the popup as PNG files under screenshots/ and returns their paths from the project's root. */
export async function saveScreenshots(chromium) {
  const folder = join(ROOT, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const { browser, base, clean } = await launch(chromium, true);
  const saved = [];
  try {
    for (const lang of ['en', 'zh']) {
      const feed = await browser.newPage();
      await feed.goto(`${base}/${DEMO}?lang=${lang}`);
      await feed.waitForFunction(() => document.documentElement.dataset.read === 'yes');
      await showAll(feed);
      saved.push(await shoot(feed, join(folder, `feed-${lang}.png`), true));
      const tab = await tabOf(browser, feed);
      const popup = await browser.newPage();
      await popup.setViewport({ width: 380, height: 600 });
      await popup.goto(`${base}/${POPUP}?tab=${tab}`);
      await popup.waitForSelector('.posts li button, .empty');
      saved.push(await shoot(popup, join(folder, `popup-${lang}.png`), true));
      await popup.click('.posts li button');
      saved.push(await shoot(popup, join(folder, `popup-${lang}-post.png`), true));
      await popup.close();
      await feed.close();
    }
  } finally {
    await browser.close();
    clean();
  }
  return saved.map((file) => relative(ROOT, file));
}

/** Makes the window as high as the page, since labels come with what is seen, and waits until no more of them come. */
export async function showAll(page) {
  const { width } = page.viewport();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height });
  await page.evaluate(
    (quiet) =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, quiet);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, quiet);
        }).observe(document.body, { childList: true, subtree: true });
      }),
    QUIET,
  );
}

async function shoot(page, path, fullPage) {
  await page.screenshot({ path, fullPage });
  return path;
}

/** The browser's number of a page's tab, as the popup needs it. */
export async function tabOf(browser, page) {
  await page.bringToFront();
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  const worker = await target.worker();
  const tabs = await worker.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true }));
  return tabs[0]?.id;
}
