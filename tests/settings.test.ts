import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const store = vi.hoisted(() => ({
  data: {} as Record<string, unknown>,
  managed: null as Record<string, unknown> | null,
  broken: false,
  writes: 0,
}));
vi.mock('../src/browser/api', () => ({
  default: {
    storage: {
      managed: {
        get: async () => {
          if (store.managed === null) throw new Error('no policy is set');
          return store.managed;
        },
      },
      local: {
        get: async (key: string) => {
          if (store.broken) throw new Error('store is gone');
          return Object.hasOwn(store.data, key) ? { [key]: structuredClone(store.data[key]) } : {};
        },
        set: async (entries: Record<string, unknown>) => {
          store.writes += 1;
          Object.assign(store.data, structuredClone(entries));
        },
        remove: async (key: string) => {
          delete store.data[key];
        },
      },
    },
  },
}));

const {
  defaultSettings,
  MODES,
  exportSettings,
  importSettings,
  loadSettings,
  pageMode,
  parseSettings,
  saveSettings,
  siteOf,
  takeRepairNotice,
} = await import('../src/browser/settings');

const chosen = {
  version: 1,
  country: 'KH',
  nationality: 'VN',
  language: 'zh-CN',
  mode: 'toolbar',
  neutral: true,
  offSites: ['example.org'],
};

beforeEach(() => {
  store.data = {};
  store.managed = null;
  store.broken = false;
  store.writes = 0;
});

describe('parseSettings', () => {
  it('takes nothing stored for a reader who has chosen nothing', () => {
    expect(parseSettings(undefined)).toEqual({ settings: defaultSettings(), repaired: false });
  });

  it('keeps what it would have written itself', () => {
    expect(parseSettings(chosen)).toEqual({ settings: chosen, repaired: false });
  });

  it('fills a field that an older version did not have, without a word', () => {
    const { mode: _, ...older } = chosen;
    expect(parseSettings(older)).toEqual({ settings: { ...chosen, mode: 'label' }, repaired: false });
  });

  it.each([
    ['country', 'Cambodia'],
    ['country', 'kh'],
    ['nationality', 7],
    ['language', '<b>'],
    ['language', 'x'.repeat(1e6)],
    ['mode', 'loud'],
    ['version', 99],
  ])('lets a bad %s fall to its default and keeps the rest', (name, value) => {
    const { settings, repaired } = parseSettings({ ...chosen, [name]: value });
    expect(repaired).toBe(true);
    expect(settings).toEqual({ ...chosen, [name]: defaultSettings()[name as 'country'] });
  });

  it.each([null, 5, 'text', [], [chosen], true])('answers defaults for %j', (stored) => {
    expect(parseSettings(stored)).toEqual({ settings: defaultSettings(), repaired: true });
  });

  it('keeps the good ones of a damaged list of sites, without doubles', () => {
    const offSites = ['a.example', 'a.example', 4, 'UP PER', '', 'b.example', 'c'.repeat(300)];
    const { settings, repaired } = parseSettings({ ...chosen, offSites });
    expect(settings.offSites).toEqual(['a.example', 'b.example']);
    expect(repaired).toBe(true);
  });

  it.each([
    'my_shop.example.com',
    '_dmarc.example',
    '[::1]',
    '[2001:db8::7]',
    '[::ffff:7f00:1]',
    'localhost',
  ])('keeps the host %s', (site) => {
    const { settings, repaired } = parseSettings({ ...chosen, offSites: [site] });
    expect({ offSites: settings.offSites, repaired }).toEqual({ offSites: [site], repaired: false });
    expect(pageMode(settings, new URL(`http://${site}/`).hostname)).toBe('off');
  });

  it.each([
    '::1',
    '[::1',
    '[]',
    '[:::]',
    '[1:2]',
    '[::1]:80',
    '[::1].example',
    '[0:0:0:0:0:0:0:1]',
    '[::G]',
    '[a.example]',
    'a..example',
    'a.example:80',
    'a.example/x',
    'me@a.example',
    '*.example',
    'a b.example',
  ])('keeps no site %j', (site) => {
    const { settings, repaired } = parseSettings({ ...chosen, offSites: [site, 'b.example'] });
    expect({ offSites: settings.offSites, repaired }).toEqual({ offSites: ['b.example'], repaired: true });
  });

  it('cuts a giant list', () => {
    const offSites = Array.from({ length: 100_000 }, (_, index) => `s${index}.example`);
    const { settings, repaired } = parseSettings({ ...chosen, offSites });
    expect(settings.offSites.length).toBeLessThanOrEqual(500);
    expect(repaired).toBe(true);
  });

  it('takes nothing from a prototype and changes none', () => {
    const laden = JSON.parse('{"version":1,"__proto__":{"mode":"toolbar","country":"KH"},"mode":"label"}');
    const { settings, repaired } = parseSettings(laden);
    expect(settings).toEqual(defaultSettings());
    expect(repaired).toBe(true);
    expect(parseSettings(Object.create(chosen)).settings).toEqual(defaultSettings());
    expect(({} as Record<string, unknown>).country).toBeUndefined();
  });

  it('answers valid settings for anything, and these need no second repair', () => {
    const fields = fc.record(
      {
        version: fc.anything(),
        country: fc.oneof(fc.anything(), fc.string({ minLength: 2, maxLength: 2 })),
        nationality: fc.anything(),
        language: fc.oneof(fc.anything(), fc.string()),
        mode: fc.oneof(fc.anything(), fc.constant('toolbar')),
        offSites: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.domain(), fc.anything()))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fields, fc.anything({ withNullPrototype: true })), (stored) => {
        const { settings } = parseSettings(stored);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(defaultSettings()).sort());
        expect(parseSettings(settings)).toEqual({ settings, repaired: false });
      }),
    );
  });
});

describe('the store', () => {
  it('says a repair once and has mended the store', async () => {
    store.data = { settings: { ...chosen, mode: 'loud' } };
    expect((await loadSettings()).repaired).toBe(true);
    expect((await loadSettings()).repaired).toBe(false);
    const { mode: _, ...good } = chosen;
    expect(store.data.settings).toEqual(good);
    expect(await takeRepairNotice()).toBe(true);
    expect(await takeRepairNotice()).toBe(false);
    expect(Object.keys(store.data)).toEqual(['settings']);
  });

  it('writes nothing when there is nothing to repair', async () => {
    await loadSettings();
    store.data = { settings: chosen };
    await loadSettings();
    expect(store.writes).toBe(0);
  });

  it('answers defaults when the store cannot be read', async () => {
    store.broken = true;
    expect((await loadSettings()).settings).toEqual(defaultSettings());
  });

  it('saves some fields and keeps the rest, also when two changes come at once', async () => {
    store.data = { settings: chosen };
    await Promise.all([saveSettings({ country: 'PE' }), saveSettings({ mode: 'label' })]);
    expect(store.data.settings).toEqual({ ...chosen, country: 'PE', mode: 'label' });
  });

  it('does not store what it could not read back', async () => {
    store.data = { settings: chosen };
    expect((await saveSettings({ country: 'nowhere' })).country).toBeNull();
  });
});

describe('what an organisation has preset', () => {
  it('holds until the reader chooses otherwise, and again for what the reader has not chosen', async () => {
    store.managed = { country: 'MY', mode: 'cover', language: 'ms' };
    expect((await loadSettings()).settings).toEqual({
      ...defaultSettings(),
      country: 'MY',
      mode: 'cover',
      language: 'ms',
    });
    await saveSettings({ mode: 'label' });
    store.managed = { country: 'SG' };
    expect((await loadSettings()).settings).toEqual({ ...defaultSettings(), country: 'SG', mode: 'label' });
  });

  it('is not written into the store by a repair', async () => {
    store.managed = { country: 'MY', mode: 'cover', offSites: ['a.example'] };
    store.data = { settings: { version: 1, nationality: 'VN', mode: 'loud', offSites: 7, colour: 'red' } };
    const preset = { ...defaultSettings(), ...store.managed, nationality: 'VN' };
    expect(await loadSettings()).toEqual({ settings: preset, repaired: true });
    expect(store.data.settings).toEqual({ version: 1, nationality: 'VN' });
    store.managed = { country: 'SG', mode: 'toolbar' };
    const changed = { ...defaultSettings(), country: 'SG', mode: 'toolbar', nationality: 'VN' };
    expect(await loadSettings()).toEqual({ settings: changed, repaired: false });
  });

  it('is not written into the store when a choice is saved over a store that is lost', async () => {
    store.managed = { country: 'MY' };
    store.data = { settings: 'lost' };
    expect(await saveSettings({ mode: 'cover' })).toEqual({
      ...defaultSettings(),
      country: 'MY',
      mode: 'cover',
    });
    expect(store.data.settings).toEqual({ version: 1, mode: 'cover' });
  });

  it('does no harm when it is wrong', async () => {
    store.managed = { country: 'Malaysia', mode: 7, colour: 'red' };
    expect(await loadSettings()).toEqual({ settings: defaultSettings(), repaired: false });
  });
});

describe('a settings file', () => {
  it('comes back as it was saved', () => {
    const { settings } = parseSettings(chosen);
    expect(importSettings(exportSettings(settings))).toEqual(settings);
  });

  it('brings only what stands in it', () => {
    expect(importSettings('{"version":1,"mode":"cover"}')).toEqual({ version: 1, mode: 'cover' });
    expect(importSettings('{"version":1}')).toEqual({ version: 1 });
  });

  it.each([
    '',
    'no JSON',
    '[]',
    'null',
    '{"version":2}',
    '{"version":1,"country":"Peru"}',
    '{"version":1,"colour":"red"}',
    '{"__proto__":{"version":1}}',
    `{"version":1,"offSites":["${'a'.repeat(300_000)}"]}`,
  ])('that is %j is refused', (text) => {
    expect(importSettings(text)).toBeNull();
  });
});

describe('pageMode', () => {
  const settings = { ...defaultSettings(), offSites: ['example.org'] };

  it.each([
    ['example.org', 'off'],
    ['www.example.org', 'off'],
    ['m.Example.org', 'off'],
    ['badexample.org', 'label'],
    ['example.org.test', 'label'],
  ])('%s is %s', (host, mode) => {
    expect(pageMode(settings, host)).toBe(mode);
  });

  it('stays in the toolbar where the reader wants it', () => {
    expect(pageMode({ ...settings, mode: 'toolbar' }, 'other.example')).toBe('toolbar');
    expect(siteOf('WWW.Other.example')).toBe('other.example');
  });
});

describe('what an organisation can preset', () => {
  it('is each setting but the version, in the names of the settings', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', 'src', 'browser', 'managed.schema.json'), 'utf8'),
    );
    const { version: _, ...settings } = defaultSettings();
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(settings).sort());
    expect(schema.properties.mode.enum).toEqual([...MODES]);
  });
});
