import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { type Browser, makeManifest } from './manifest.config.ts';
import { extraFiles } from './src/tools/extraFiles.ts';

const BROWSERS: readonly string[] = ['chrome', 'firefox'];

function targetBrowser(): Browser {
  const name = process.env.TARGET ?? 'chrome';
  if (!BROWSERS.includes(name))
    throw new Error(`TARGET is "${name}"; it must be one of ${BROWSERS.join(', ')}`);
  return name as Browser;
}

const browser = targetBrowser();
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { version } = readJson('package.json') as { version: string };

export default defineConfig(({ mode }) => ({
  plugins:
    mode === 'test'
      ? [preact()]
      : [
          preact(),
          extraFiles(),
          crx({
            manifest: makeManifest(browser, version, readJson('src/generated/matches.json') as string[]),
            browser,
            // One file for the content script: nothing of the extension is then readable by a page.
            contentScripts: { standaloneFiles: ['src/page/index.ts'] },
          }),
        ],
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    // The parts of a surface are asked for together; the polyfill would bring a call of fetch.
    modulePreload: { polyfill: false },
    // Pages that the manifest does not name.
    rollupOptions: {
      input: Object.fromEntries(
        ['check', 'demo', 'help', 'settings', 'welcome'].map((name) => [name, `src/${name}/index.html`]),
      ),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          // Huge pages in jsdom take long on a busy machine; how long is no matter of pass or fail.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/*.test.ts'],
          // Pages that scroll, storm and rest are watched by the clock: nothing else runs beside them.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'surfaces',
          include: ['tests/browser/surfaces/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}));
