/** The extension's background, and what it says of the tab in front. */
import type { Page, WebWorker } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Launched } from './launch';

/** The service worker of the extension in Chromium. */
export async function serviceWorker({ browser, base }: Launched): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(base),
  );
  return (await target.worker()) as WebWorker;
}

/** Number and badge text of the tab in front. */
export async function frontTab(launched: Launched): Promise<{ id: number; badge: string }> {
  const background = await serviceWorker(launched);
  return background.evaluate(async () => {
    const api = (globalThis as unknown as { chrome: Browser }).chrome;
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    const id = tab?.id ?? -1;
    return { id, badge: await api.action.getBadgeText({ tabId: id }) };
  });
}

/** Resolves with the tab's number when the badge of `page`, brought to the front, reads `text`; waits `timeout` ms. */
export async function badgeOf(
  launched: Launched,
  page: Page,
  text: string,
  timeout: number,
): Promise<number> {
  await page.bringToFront();
  await expect.poll(async () => (await frontTab(launched)).badge, { timeout, interval: 50 }).toBe(text);
  return (await frontTab(launched)).id;
}
