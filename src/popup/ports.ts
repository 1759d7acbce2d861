/** What the popup needs from the browser, behind one interface so that its states can be tested. */
import browser from '../browser/api';
import type { PageReport, PageRequests } from '../browser/messages';
import { askForSite, hostsOf, namedMatches, readTab } from '../browser/pages';
import { readReport } from './report';

/** The tab that the popup speaks about. `host` is null where the extension may not see the address. */
export interface Tab {
  id: number;
  host: string | null;
}

export interface Ports {
  /** The tab in front of the reader, or null when there is none. */
  findTab(): Promise<Tab | null>;
  /** The page's report, or null when nothing of ours runs in the page. */
  ask(tab: Tab): Promise<PageReport | null>;
  /** Scrolls the page to a post; false when the post is not there any more. */
  show(tab: Tab, key: string): Promise<boolean>;
  /** Takes a post's label off the page; false when the page does not know the post. */
  hide(tab: Tab, key: string): Promise<boolean>;
  /** Calls back when the page has counted anew. Answers a function that ends it. */
  onCount(tab: Tab, counted: () => void): () => void;
  /** Hosts whose posts are read, as the manifest names them. */
  sites(): string[];
  /** Reads the tab's page, once; false where the browser lets nobody in. */
  read(tab: Tab): Promise<boolean>;
  /** Asks the reader for a site for good. To be called in the click itself. */
  allow(site: string): Promise<boolean>;
}

/** The ports of the real browser. `query` is the popup's own `location.search`: `?tab=ID` names the tab. */
export function browserPorts(query: string): Ports {
  const read = (tab: Tab) => readTab(tab.id);
  // Asked before anything is drawn: a popup has only moments.
  const early = findTab(query).then(async (tab) => ({ tab, report: tab && (await ask(tab)) }));
  let fresh = true;
  const findFirst = async () => (fresh ? (await early).tab : findTab(query));
  const askFirst = async (tab: Tab) => {
    const first = fresh ? await early : null;
    fresh = false;
    return first?.tab?.id === tab.id ? first.report : ask(tab);
  };
  return { findTab: findFirst, ask: askFirst, show, hide, onCount, sites, read, allow: askForSite };
}

async function findTab(query: string): Promise<Tab | null> {
  const named = Number.parseInt(new URLSearchParams(query).get('tab') ?? '', 10);
  const tab = Number.isNaN(named) ? await tabInFront() : await browser.tabs.get(named).catch(() => undefined);
  return tab?.id === undefined ? null : { id: tab.id, host: hostOf(tab.url) };
}

/** The active tab; on the full page, which is itself active, the tab that was looked at before it. */
async function tabInFront() {
  const [own, tabs] = await Promise.all([
    browser.tabs.getCurrent(),
    browser.tabs.query({ currentWindow: true }),
  ]);
  // Other pages of ours are spoken about like any: the demo is read.
  const others = tabs.filter((tab) => tab.id !== own?.id);
  const active = others.find((tab) => tab.active);
  return active ?? others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

async function ask(tab: Tab): Promise<PageReport | null> {
  return readReport(await send(tab, { kind: 'report' }));
}

async function hide(tab: Tab, key: string): Promise<boolean> {
  const answer = (await send(tab, { kind: 'hide', key })) as { done?: unknown } | undefined;
  return answer?.done === true;
}

async function show(tab: Tab, key: string): Promise<boolean> {
  const answer = (await send(tab, { kind: 'show', key })) as { found?: unknown } | undefined;
  const found = answer?.found === true;
  // On the full page the reader would otherwise not see it.
  if (found) await browser.tabs.update(tab.id, { active: true });
  return found;
}

async function send(tab: Tab, request: PageRequests[keyof PageRequests]['request']): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tab.id, request);
  } catch {
    // No one listens there: the page is not one that we read.
    return undefined;
  }
}

function onCount(tab: Tab, counted: () => void): () => void {
  const listener = (message: unknown, sender: { tab?: { id?: number | undefined } | undefined }) => {
    if ((message as { kind?: unknown } | null)?.kind === 'count' && sender.tab?.id === tab.id) counted();
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function sites(): string[] {
  return hostsOf(namedMatches());
}

function hostOf(address: string | undefined): string | null {
  if (!address?.startsWith('http')) return null;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
