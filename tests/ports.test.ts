/** Which tab the popup speaks about. */
import { describe, expect, it, vi } from 'vitest';

interface Open {
  id: number;
  active: boolean;
  url: string;
  lastAccessed: number;
}

const api = vi.hoisted(() => ({ own: undefined as { id: number } | undefined, tabs: [] as object[] }));

vi.mock('../src/browser/api', () => ({
  default: {
    tabs: {
      getCurrent: async () => api.own,
      query: async () => [...api.tabs],
      get: async (id: number) => {
        const found = (api.tabs as Open[]).find((tab) => tab.id === id);
        if (!found) throw new Error('no such tab');
        return found;
      },
      sendMessage: async () => undefined,
    },
  },
}));

const { browserPorts } = await import('../src/popup/ports');

const OURS = 'chrome-extension://ours/src';
const demo = { id: 1, active: false, url: `${OURS}/demo/index.html`, lastAccessed: 2 };
const feed = { id: 2, active: false, url: 'https://feed.example/', lastAccessed: 3 };
const other = { id: 3, active: false, url: 'https://other.example/', lastAccessed: 1 };
const full = { id: 4, active: false, url: `${OURS}/popup/index.html?page=1`, lastAccessed: 4 };

/** The tab that the popup finds: `active` is in front, `own` the tab that the popup itself is in, if any. */
async function found(active: number, own: number | undefined, query = ''): Promise<number | undefined> {
  api.own = own === undefined ? undefined : { id: own };
  api.tabs = [demo, feed, other, full].map((tab) => ({ ...tab, active: tab.id === active }));
  return (await browserPorts(query).findTab())?.id;
}

describe('the popup speaks', () => {
  it('about the tab in front, also where that is a page of our own', async () => {
    for (const { id } of [demo, feed, other, full]) expect(await found(id, undefined)).toBe(id);
  });

  it('on the full page about the tab that was looked at before it', async () => {
    expect(await found(full.id, full.id)).toBe(feed.id);
  });

  it('about the tab that it was told', async () => {
    expect(await found(full.id, full.id, `?page=1&tab=${other.id}`)).toBe(other.id);
    expect(await found(full.id, full.id, '?page=1&tab=99')).toBeUndefined();
  });
});
