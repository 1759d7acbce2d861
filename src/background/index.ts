/**
 * What runs without a page: the number on the icon, the menu entry, the reader's words and sites. Keeps no state that a
 * stopped worker would lose: what it shows belongs to a tab or stands in the browser's own stores.
 */
import browser from '../browser/api';
import { bring, readTabsOf, registerChosenSites } from '../browser/pages';
import { onAsked, onCounts } from '../browser/runtime';
import { loadSettings, onSettings } from '../browser/settings';
import { showCounts, showLook } from './icon';
import { addMenu, onMenu } from './menu';

/** A page that speaks for a new reader first. */
const WELCOME = 'src/welcome/index.html';

onCounts((counts, tab) => {
  // A tab that was closed in the meantime is no error.
  showCounts(counts, tab).catch(() => {});
});

onAsked(bring);
onMenu();

browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void registerChosenSites().then(() => readTabsOf(origins));
});
browser.permissions.onRemoved.addListener(() => void registerChosenSites());
onSettings((settings) => {
  // The menu follows the language, which showLook has set.
  void showLook(settings).then(addMenu);
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  void start();
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
});
browser.runtime.onStartup.addListener(() => void start());

/** Brings the browser's own stores in line with the settings: after installation, update and start. */
async function start(): Promise<void> {
  const { settings } = await loadSettings();
  await Promise.allSettled([showLook(settings).then(addMenu), registerChosenSites()]);
}
