/** Reading pages that the manifest does not name: one at a click, or a site for good when the reader allows it. */
import browser from './api';
import type { Brought } from './messages';
import type { Frame } from './runtime';

const CHOSEN = 'chosen-sites';

/** Host patterns that the manifest names. */
export function namedMatches(): string[] {
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches);
}

/** The content script's file, from the package's root: Firefox names it by its whole address, and takes it back by its path only. */
function contentScript(): string[] {
  const files = browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
  return files.map((file) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1));
}

/** Reads the page of a tab, once, by the right that a click on the icon gives. False where the browser allows nobody in. */
export async function readTab(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: contentScript() });
    return true;
  } catch {
    return false;
  }
}

/** Runs the words or terms of a language in one frame, for the content script there. */
export async function bring(what: Brought, lang: string, { tabId, frameId }: Frame): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [`${what}/${lang}.js`],
  });
}

/** The pattern for a site and its subdomains. */
function patternFor(site: string): string {
  return `*://*.${site}/*`;
}

/**
 * Asks the reader for a site for good. Must be called in the click itself: the browser shows its own question. False when
 * the reader says no, and where the browser cannot ask.
 */
export async function askForSite(site: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [patternFor(site)] });
  } catch {
    return false;
  }
}

/** Gives a site back. */
export function giveBackSite(site: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternFor(site)] });
}

/** Patterns that the reader has allowed besides those of the manifest. */
async function allowedPatterns(): Promise<string[]> {
  const named = new Set(namedMatches());
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !named.has(origin));
}

/** Sites that the reader has allowed, without the manifest's, sorted. */
export async function chosenSites(): Promise<string[]> {
  return hostsOf(await allowedPatterns());
}

/** Hosts that match patterns name, sorted, each once: `https://*.example.org/*` names example.org. */
export function hostsOf(patterns: readonly string[]): string[] {
  const hosts = patterns.map((pattern) => /^[^:]+:\/\/(?:\*\.)?(?:www\.)?([^/*:]+)/.exec(pattern)?.[1] ?? '');
  return [...new Set(hosts)].filter((host) => host !== '').sort();
}

/** Brings what the browser runs on its own in line with what the reader allows. Safe to call at any time. */
export async function registerChosenSites(): Promise<void> {
  const matches = await allowedPatterns();
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [CHOSEN] });
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [CHOSEN] });
    return;
  }
  const script = {
    id: CHOSEN,
    matches,
    js: contentScript(),
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Reads the tabs that stand on sites just allowed. */
export async function readTabsOf(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [readTab(id)])));
}
