/** Messages between the parts of the extension, one typed map a direction. Every message is checked on arrival. */
import { LEVELS, type Level } from '../detect/types';
import browser from './api';
import { isFields } from './fields';
import { BROUGHT, type BringMessage, type Brought, type CountMessage, type PageRequests } from './messages';

type Kind = keyof PageRequests;

/** Answers to the popup; `undefined` or null means that there is nothing to say. */
type PageAnswers = {
  [K in Kind]: (request: PageRequests[K]['request']) => Answer<K> | Promise<Answer<K>>;
};
type Answer<K extends Kind> = PageRequests[K]['answer'] | null | undefined;

type Sender = {
  id?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
};

/** A frame of a tab, by the browser's word. */
export interface Frame {
  tabId: number;
  frameId: number;
}

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Z]{2})?$/;

const KEY_LIMIT = 200;
const COUNT_LIMIT = 100_000;

/** Tells the background how many posts of each level stand on this page. A part that is gone is no error. */
export function sendCounts(counts: CountMessage['counts']): void {
  const message: CountMessage = { kind: 'count', counts };
  try {
    // The extension may have been updated or removed under a page that stays open.
    browser.runtime.sendMessage(message).catch(() => {});
  } catch {
    return;
  }
}

/** Calls back with the counts of a tab's page. The tab is the browser's word, never the message's. */
export function onCounts(counted: (counts: CountMessage['counts'], tab: number) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const counts = isOwn(sender) ? readCounts(message) : null;
    const tab = sender.tab?.id;
    if (counts && tab !== undefined) counted(counts, tab);
    return undefined;
  });
}

/** Asks for the words or terms of a language; resolves when they have come, or when nobody can bring them. */
export async function askFor(what: Brought, lang: string): Promise<void> {
  const message: BringMessage = { kind: 'bring', what, lang };
  try {
    await browser.runtime.sendMessage(message);
  } catch {
    // The extension may have been updated or removed under a page that stays open.
  }
}

/** Calls `bring` for each page that asks for words or terms; the page is answered when it has resolved. */
export function onAsked(bring: (what: Brought, lang: string, frame: Frame) => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const tabId = sender.tab?.id;
    if (!isOwn(sender) || tabId === undefined || !isFields(message) || message.kind !== 'bring')
      return undefined;
    const { lang } = message;
    const what = BROUGHT.find((one) => one === message.what);
    if (!what || typeof lang !== 'string' || !LANGUAGE_TAG.test(lang)) return undefined;
    return bring(what, lang, { tabId, frameId: sender.frameId ?? 0 }).then(
      () => true,
      () => false,
    );
  });
}

/** Answers the popup's requests in a page; what is not a well-formed request gets no answer. */
export function answerRequests(answers: PageAnswers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const request = isOwn(sender) ? readRequest(message) : null;
    if (request === null) return undefined;
    const answer = answerTo(request, answers);
    return answer ? Promise.resolve(answer) : undefined;
  });
}

/** The counts in a message; null when it is no well-formed CountMessage. */
export function readCounts(message: unknown): CountMessage['counts'] | null {
  if (!isFields(message) || message.kind !== 'count' || !isFields(message.counts)) return null;
  const counts = { note: 0, caution: 0, danger: 0 };
  for (const level of LEVELS) {
    if (level === 'none') continue;
    const count = message.counts[level];
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return null;
    counts[level] = Math.min(count, COUNT_LIMIT);
  }
  return counts satisfies Record<Exclude<Level, 'none'>, number>;
}

/** A request to a page; null when the message is none. */
export function readRequest(message: unknown): PageRequests[Kind]['request'] | null {
  if (!isFields(message)) return null;
  if (message.kind === 'report') return { kind: 'report' };
  const { kind, key } = message;
  if (typeof key !== 'string' || key.length > KEY_LIMIT) return null;
  return kind === 'show' || kind === 'hide' ? { kind, key } : null;
}

function answerTo(request: PageRequests[Kind]['request'], answers: PageAnswers) {
  if (request.kind === 'show') return answers.show(request);
  return request.kind === 'hide' ? answers.hide(request) : answers.report(request);
}

function isOwn(sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}
