/** Chromium for the benches: a browser of its own for each run, so that nothing is warm that was cold for another. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, HTTPRequest } from 'puppeteer-core';
import { installOurs, OURS, startChromium } from '../../../tests/browser/launch';
// @ts-expect-error: plain JavaScript, since it runs before any package is there.
import { ensureBrowsers } from '../bootstrap.mjs';

/** Where the measured pages are served. */
export const ADDRESS = 'https://www.facebook.com/';

/** An extension to compare with: what its manifest has beside name and version, and its files by name. */
export interface Other {
  manifest: object;
  files: Record<string, string>;
}

export interface Launched {
  browser: Browser;
  /** Ids of the extensions that were asked for. */
  ours: string | null;
  other: string | null;
  close: () => Promise<void>;
}

/** Starts Chromium. Throws when the extension is not built or no browser can be had. */
export async function launch({ ours, other }: { ours: boolean; other: Other | null }): Promise<Launched> {
  if (ours && !existsSync(join(OURS, 'manifest.json')))
    throw new Error('dist/chrome is missing: build it first with "npm run build -- chrome".');
  const { chromium } = ensureBrowsers(['chromium']) as { chromium: string };
  const folder = mkdtempSync(join(tmpdir(), 'lurelight-bench-'));
  const browser = await startChromium(chromium, join(folder, 'profile'), {
    defaultViewport: { width: 900, height: 1_000 },
  });
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    browser,
    close,
    ours: ours ? await installOurs(browser) : null,
    other: other ? await browser.installExtension(write(other, join(folder, 'other'))) : null,
  };
}

function write({ manifest, files }: Other, folder: string): string {
  mkdirSync(folder);
  const whole = { manifest_version: 3, name: 'For comparison', version: '1', ...manifest };
  for (const [name, words] of Object.entries({ ...files, 'manifest.json': JSON.stringify(whole) }))
    writeFileSync(join(folder, name), words);
  return folder;
}

/** Serves one page to the browser; extensions get their own files, and nobody else gets anything. */
export function answer(request: HTTPRequest, html: string): Promise<void> {
  if (request.url() === ADDRESS)
    return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  return request.url().startsWith('chrome-extension:') ? request.continue() : request.abort();
}
