import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: unknown) => unknown;

const api = vi.hoisted(() => ({
  listeners: [] as Listener[],
  sent: [] as unknown[],
  refuses: false as false | 'rejects' | 'throws',
  action: [] as [string, object][],
}));

vi.mock('../src/browser/api', () => {
  const call = (name: string) => async (details: object) => {
    api.action.push([name, details]);
  };
  return {
    default: {
      runtime: {
        id: 'our-id',
        onMessage: { addListener: (listener: Listener) => api.listeners.push(listener) },
        onInstalled: { addListener: () => {} },
        onStartup: { addListener: () => {} },
        sendMessage: (message: unknown) => {
          api.sent.push(message);
          if (api.refuses === 'throws') throw new Error('Extension context invalidated.');
          return api.refuses ? Promise.reject(new Error('no receiver')) : Promise.resolve();
        },
      },
      permissions: { onAdded: { addListener: () => {} }, onRemoved: { addListener: () => {} } },
      storage: {
        local: { get: async () => ({}), set: async () => {}, remove: async () => {} },
        managed: { get: async () => ({}) },
        onChanged: { addListener: () => {}, removeListener: () => {} },
      },
      action: {
        setBadgeText: call('text'),
        setBadgeBackgroundColor: call('colour'),
        setBadgeTextColor: call('textColour'),
        setTitle: call('title'),
      },
    },
  };
});

// Node has no navigator before version 21.
vi.stubGlobal('navigator', { languages: ['en'] });
const { answerRequests, onCounts, readCounts, readRequest, sendCounts } = await import(
  '../src/browser/runtime'
);
const { t } = await import('../src/ui/messages');

const ours = { id: 'our-id' };
const counts = { note: 1, caution: 2, danger: 3 };
const REPORT = { posts: [], looked: 2, partial: 0, pictures: 0, roughly: false };

/** What all listeners answer to a message; those who have nothing to say answer undefined. */
const deliver = (message: unknown, sender: unknown = ours) =>
  api.listeners.map((listener) => listener(message, sender)).find((answer) => answer !== undefined);

beforeEach(() => {
  api.listeners = [];
  api.sent = [];
  api.action = [];
  api.refuses = false;
});

describe('requests of the popup', () => {
  it('are answered when they are well formed', async () => {
    const asked: string[] = [];
    answerRequests({
      report: () => REPORT,
      show: ({ key }) => {
        asked.push(key);
        return { found: key === 'known' };
      },
      hide: ({ key }) => ({ done: key === 'known' }),
    });
    expect(await deliver({ kind: 'report' })).toEqual(REPORT);
    expect(await deliver({ kind: 'show', key: 'known', more: 1 })).toEqual({ found: true });
    expect(await deliver({ kind: 'show', key: 'other' })).toEqual({ found: false });
    expect(asked).toEqual(['known', 'other']);
    expect(await deliver({ kind: 'hide', key: 'known' })).toEqual({ done: true });
  });

  it('are left unanswered when they are not, or come from elsewhere, or nothing is read here', () => {
    answerRequests({ report: () => null, show: () => ({ found: true }), hide: () => ({ done: true }) });
    for (const message of [
      { kind: 'show' },
      { kind: 'show', key: 7 },
      { kind: 'hide' },
      { kind: 'show', key: 'x'.repeat(201) },
    ])
      expect(deliver(message)).toBeUndefined();
    for (const sender of [{}, { id: 'other' }, { id: undefined }])
      expect(deliver({ kind: 'show', key: 'a' }, sender)).toBeUndefined();
    expect(deliver({ kind: 'report' })).toBeUndefined();
  });
});

describe('counts of a page', () => {
  it('belong to the tab that the browser names', () => {
    const heard: unknown[] = [];
    onCounts((now, tab) => heard.push([tab, now]));
    deliver({ kind: 'count', counts, tab: 9, id: 9 }, { ...ours, tab: { id: 4 } });
    deliver({ kind: 'count', counts }, ours);
    deliver({ kind: 'count', counts }, { id: 'other', tab: { id: 4 } });
    expect(heard).toEqual([[4, counts]]);
  });

  it('are sent, and nobody listening is no error', async () => {
    sendCounts(counts);
    api.refuses = 'rejects';
    sendCounts(counts);
    api.refuses = 'throws';
    sendCounts(counts);
    await Promise.resolve();
    expect(api.sent).toEqual(Array(3).fill({ kind: 'count', counts }));
  });
});

describe('any other message', () => {
  it('is ignored, whatever its shape', () => {
    const heard: unknown[] = [];
    onCounts((now) => heard.push(now));
    answerRequests({ report: () => REPORT, show: () => ({ found: true }), hide: () => ({ done: true }) });
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (message) => {
        const known = readCounts(message) !== null || readRequest(message) !== null;
        const answer = deliver(message, { ...ours, tab: { id: 1 } });
        expect(answer === undefined || known).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(heard).toEqual([]);
  });

  it.each([
    { kind: 'count' },
    { kind: 'count', counts: null },
    { kind: 'count', counts: { note: 0, caution: 0 } },
    { kind: 'count', counts: { note: 0, caution: 0, danger: -1 } },
    { kind: 'count', counts: { note: 0, caution: 0, danger: 1.5 } },
    { kind: 'count', counts: { note: 0, caution: 0, danger: '<b>' } },
    { kind: 'count', counts: { note: 0, caution: Number.NaN, danger: 1 } },
  ])('is no count: %j', (message) => {
    expect(readCounts(message)).toBeNull();
  });
});

describe('the icon', () => {
  /** What the icon of tab 4 shows after `message`. */
  async function icon(message: object): Promise<Record<string, unknown>> {
    api.action = [];
    deliver(message, { ...ours, tab: { id: 4 } });
    await vi.waitFor(() => expect(api.action).toHaveLength(4));
    expect(api.action.every(([, details]) => (details as { tabId: number }).tabId === 4)).toBe(true);
    return Object.fromEntries(
      api.action.map(([name, { tabId: _, ...details }]: [string, { tabId?: number }]) => [name, details]),
    );
  }

  beforeEach(async () => {
    vi.resetModules();
    await import('../src/background/index');
  });

  it('shows how many posts to check, in a number and in words', async () => {
    const shown = await icon({ kind: 'count', counts });
    expect(shown.text).toEqual({ text: '5' });
    expect(shown.title).toEqual({ title: t('toolbar.title', { count: 5 }) });
    expect((await icon({ kind: 'count', counts: { note: 0, caution: 200, danger: 0 } })).text).toEqual({
      text: '99+',
    });
  });

  it('has another colour for strong signs', async () => {
    const strong = await icon({ kind: 'count', counts });
    const weak = await icon({ kind: 'count', counts: { ...counts, danger: 0 } });
    expect(strong.colour).not.toEqual(weak.colour);
  });

  it('shows nothing for small signs alone', async () => {
    const shown = await icon({ kind: 'count', counts: { note: 7, caution: 0, danger: 0 } });
    expect(shown).toMatchObject({ text: { text: '' }, title: { title: t('toolbar.name') } });
  });

  it('shows what it can where the browser of a phone lacks a part', async () => {
    const { default: browser } = await import('../src/browser/api');
    const action = browser.action as unknown as Record<string, unknown>;
    const { setBadgeTextColor } = action;
    delete action.setBadgeTextColor;
    try {
      deliver({ kind: 'count', counts }, { ...ours, tab: { id: 4 } });
      await vi.waitFor(() => expect(api.action).toHaveLength(3));
      expect(api.action.map(([name]) => name).sort()).toEqual(['colour', 'text', 'title']);
    } finally {
      action.setBadgeTextColor = setBadgeTextColor;
    }
  });
});
