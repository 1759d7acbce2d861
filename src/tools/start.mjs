/**
 * `npm start`: installs what is missing, builds, and opens Chromium with the extension on the demo feed.
 * Without a display it says so and saves screenshots of feed, panel and popup instead.
 */
import { build, checkNode, ensureBrowsers, ensurePackages, hasDisplay } from './bootstrap.mjs';

async function main() {
  checkNode();
  ensurePackages();
  const { chromium } = ensureBrowsers(['chromium']);
  build();
  const { openDemo, saveScreenshots } = await import('./demo.mjs');
  if (hasDisplay()) return openDemo(chromium);
  console.log('There is no display here, so no window can be opened. Saving screenshots instead ...');
  for (const file of await saveScreenshots(chromium)) console.log(`saved ${file}`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
