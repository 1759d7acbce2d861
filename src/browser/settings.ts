/** What the reader has chosen: the only thing that the extension stores. */
import browser from './api';

/** Settings, version 1. Codes are ISO 3166-1 alpha-2; `null` means that the reader has not chosen. */
export interface Settings {
  version: 1;
  /** Where the reader is. */
  country: string | null;
  nationality: string | null;
  /** BCP 47 tag of the interface; null follows the browser. */
  language: string | null;
  /** `toolbar` puts nothing into pages: only the icon and the popup speak. */
  mode: 'label' | 'toolbar';
  /** Hosts (without `www.`) on which posts are not looked at; their subdomains are meant too. */
  offSites: string[];
}

/** What stored settings were read as. `repaired`: something in the store could not be used and fell to its default. */
export interface Parsed {
  settings: Settings;
  repaired: boolean;
}

const KEY = 'settings';
const NOTICE = 'settingsRepaired';
const SITES = 500;
const COUNTRY = /^[A-Z]{2}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const HOST = /^(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/;

/** The settings of a reader who has chosen nothing. */
export function defaultSettings(): Settings {
  return { version: 1, country: null, nationality: null, language: null, mode: 'label', offSites: [] };
}

/**
 * Reads whatever the store held, field by field: a good field is kept, a bad one falls to its default. Nothing
 * stored (undefined) and fields that are absent are no damage. Never throws.
 */
export function parseSettings(stored: unknown): Parsed {
  const settings = defaultSettings();
  if (stored === undefined) return { settings, repaired: false };
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { settings, repaired: true };
  const known = new Set(Object.keys(settings));
  let repaired = Object.keys(stored).some((key) => !known.has(key));
  const keep = <K extends keyof Settings>(name: K, read: (value: unknown) => Settings[K] | undefined) => {
    if (!Object.hasOwn(stored, name)) {
      if (name === 'version') repaired = true;
      return;
    }
    const value = read((stored as Record<string, unknown>)[name]);
    if (value === undefined) repaired = true;
    else settings[name] = value;
  };
  keep('version', (value) => (value === 1 ? 1 : undefined));
  keep('country', matching(COUNTRY));
  keep('nationality', matching(COUNTRY));
  keep('language', matching(LANGUAGE));
  keep('mode', (value) => (value === 'label' || value === 'toolbar' ? value : undefined));
  keep('offSites', (value) => {
    const sites = readSites(value);
    if (!Array.isArray(value) || sites.length !== value.length) repaired = true;
    return sites;
  });
  return { settings, repaired };
}

/**
 * The stored settings. A damaged store is replaced by its repaired form at once, so only the call that found
 * the damage reports `repaired: true`; the reader is told through `takeRepairNotice`. Never rejects.
 */
export async function loadSettings(): Promise<Parsed> {
  try {
    const parsed = parseSettings((await browser.storage.local.get(KEY))[KEY]);
    if (parsed.repaired) await browser.storage.local.set({ [KEY]: parsed.settings, [NOTICE]: true });
    return parsed;
  } catch {
    return { settings: defaultSettings(), repaired: true };
  }
}

/** True once after a repair, for the surface that tells the reader; then the mark is taken away. */
export async function takeRepairNotice(): Promise<boolean> {
  const stored = await browser.storage.local.get(NOTICE);
  if (stored[NOTICE] === undefined) return false;
  await browser.storage.local.remove(NOTICE);
  return stored[NOTICE] === true;
}

let saving: Promise<unknown> = Promise.resolve();

/** Changes some settings and keeps the rest; answers the stored whole. Rejects when the store refuses to write. */
export function saveSettings(patch: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  const write = async () => {
    const { settings } = parseSettings({ ...(await loadSettings()).settings, ...patch });
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  };
  const next = saving.then(write);
  // A failed write must not stop the ones after it.
  saving = next.catch(() => undefined);
  return next;
}

/** Calls back with the settings after each change, from any context. Answers a function that ends it. */
export function onSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) changed(parseSettings(changes[KEY].newValue).settings);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** A host as `offSites` keeps it: lower case, without `www.`. */
export function siteOf(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** What may happen on a page of `host`: its posts are labelled, only counted in the toolbar, or not looked at. */
export function pageMode(settings: Settings, host: string): Settings['mode'] | 'off' {
  const site = siteOf(host);
  const off = settings.offSites.some((one) => site === one || site.endsWith(`.${one}`));
  return off ? 'off' : settings.mode;
}

function matching(form: RegExp): (value: unknown) => string | null | undefined {
  return (value) => {
    if (value === null) return null;
    return typeof value === 'string' && value.length < 64 && form.test(value) ? value : undefined;
  };
}

function readSites(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const good = value
    .slice(0, SITES)
    .filter((site): site is string => typeof site === 'string' && HOST.test(site));
  return [...new Set(good)];
}
