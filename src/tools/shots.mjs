/**
 * `npm run shots -- [lang,lang] [width,width]`: pictures of every surface under screenshots/, light and dark, for looking at.
 * Build first. Default: eight languages, three widths.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers, ROOT } from './bootstrap.mjs';
import { launch, showAll, tabOf } from './demo.mjs';

const LANGUAGES = ['en', 'zh-CN', 'ar', 'my', 'th', 'ru', 'am', 'si'];
const WIDTHS = [320, 360, 1280];
const LURE =
  'Typists wanted in Cambodia! 1500 USD a month, free flight ticket and room. No experience needed. Telegram only.';

const [langs = LANGUAGES, widths = WIDTHS] = process.argv.slice(2).map((list) => list.split(','));

async function shoot(page, folder, name) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    // A picture of more than the window shifts what runs from right to left.
    const whole = name === 'feed' ? { captureBeyondViewport: false } : { fullPage: true };
    await page.screenshot({ path: join(folder, `${name}-${scheme}.png`), ...whole });
  }
}

/** Each surface in the state in which a reader sees it first, and the check page with an answer. */
const SURFACES = {
  welcome: async () => {},
  settings: async () => {},
  help: async () => {},
  'help-held': async (page) => {
    await page.evaluate(() => document.querySelectorAll('.situation input')[2].click());
  },
  check: async (page) => {
    await page.evaluate((words) => {
      const field = document.querySelector('textarea');
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, LURE);
    await page.evaluate(() => document.querySelector('.main-button').click());
    await page.waitForSelector('.detail .reason, .nothing');
  },
};

const { chromium } = ensureBrowsers(['chromium']);
const { browser, base, clean } = await launch(chromium, true);
try {
  for (const lang of langs) {
    for (const width of widths.map(Number)) {
      const folder = join(ROOT, 'screenshots', lang, String(width));
      mkdirSync(folder, { recursive: true });
      const page = await browser.newPage();
      await page.setViewport({ width, height: 800 });
      await page.bringToFront();
      await page.goto(`${base}/src/settings/index.html`);
      await page.evaluate(
        (language) =>
          chrome.storage.local.set({ settings: { version: 1, language, nationality: 'PH', country: 'PH' } }),
        lang,
      );
      for (const [name, prepare] of Object.entries(SURFACES)) {
        await page.goto(`${base}/src/${name.split('-')[0]}/index.html`);
        await page.waitForSelector('main h1');
        await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
        await prepare(page);
        await shoot(page, folder, name);
      }
      await page.goto(`${base}/src/demo/index.html`);
      await page.waitForFunction(() => document.documentElement.dataset.read === 'yes');
      await showAll(page);
      await shoot(page, folder, 'feed');
      const tab = await tabOf(browser, page);
      const popup = await browser.newPage();
      await popup.setViewport({ width: Math.min(width, 380), height: 600 });
      await popup.goto(`${base}/src/popup/index.html?tab=${tab}`);
      await popup.waitForSelector('.posts li button, .empty');
      await shoot(popup, folder, 'popup');
      await popup.evaluate(() => document.querySelector('.posts li button').click());
      await popup.waitForSelector('.reason');
      await shoot(popup, folder, 'popup-post');
      await popup.close();
      await page.close();
      console.log(`screenshots/${lang}/${width}`);
    }
  }
} finally {
  await browser.close();
  clean();
}
