/** What the reader has chosen: the only thing that the extension stores. */
import browser from './api';
import { isFields } from './fields';

export const MODES = ['label', 'cover', 'toolbar'] as const;
export type Mode = (typeof MODES)[number];

/** Settings, version 1. Codes are ISO 3166-1 alpha-2; `null` means that the reader has not chosen. */
export interface Settings {
  version: 1;
  /** Where the reader is. */
  country: string | null;
  nationality: string | null;
  /** BCP 47 tag of the interface; null follows the browser. */
  language: string | null;
  /** `cover` hides a marked post until the reader wants to see it; `toolbar` puts nothing into pages. */
  mode: Mode;
  /** The toolbar shows a neutral icon and name. */
  neutral: boolean;
  /** Hosts (without `www.`) on which posts are not looked at; their subdomains are meant too. */
  offSites: string[];
}

/** What stored settings were read as. `repaired`: something in the store could not be used and fell to its default. */
interface Parsed {
  settings: Settings;
  repaired: boolean;
}

const KEY = 'settings';
const NOTICE = 'settingsRepaired';
const SITES = 500;
/** UTF-16 units of a settings file; 500 sites need less. */
const IMPORT_LIMIT = 200_000;
const COUNTRY = /^[A-Z]{2}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
/** With the underscore, which is no name of a computer but stands in many an address. */
const HOST = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;
const IPV6 = /^\[[0-9a-f:]{2,39}\]$/;

/** The settings of a reader who has chosen nothing. */
export function defaultSettings(): Settings {
  return {
    version: 1,
    country: null,
    nationality: null,
    language: null,
    mode: 'label',
    neutral: false,
    offSites: [],
  };
}

/**
 * Reads whatever the store held, field by field: a good field is kept, a bad one falls to its default. Nothing
 * stored (undefined) and fields that are absent are no damage. `defaults` are what holds where nothing is chosen.
 * Never throws.
 */
export function parseSettings(stored: unknown, defaults: Settings = defaultSettings()): Parsed {
  const { own, repaired } = readFields(stored);
  return { settings: { ...defaults, ...own }, repaired };
}

/** The good fields of what was stored, and whether anything else stood there. */
function readFields(stored: unknown): { own: Partial<Settings>; repaired: boolean } {
  const own: Partial<Settings> = {};
  if (stored === undefined) return { own, repaired: false };
  if (!isFields(stored)) return { own, repaired: true };
  const known = new Set(Object.keys(defaultSettings()));
  let repaired = Object.keys(stored).some((key) => !known.has(key));
  const keep = <K extends keyof Settings>(name: K, read: (value: unknown) => Settings[K] | undefined) => {
    if (!Object.hasOwn(stored, name)) {
      if (name === 'version') repaired = true;
      return;
    }
    const value = read(stored[name]);
    if (value === undefined) repaired = true;
    else own[name] = value;
  };
  keep('version', (value) => (value === 1 ? 1 : undefined));
  keep('country', matching(COUNTRY));
  keep('nationality', matching(COUNTRY));
  keep('language', matching(LANGUAGE));
  keep('mode', (value) => MODES.find((mode) => mode === value));
  keep('neutral', (value) => (typeof value === 'boolean' ? value : undefined));
  keep('offSites', (value) => {
    if (!Array.isArray(value)) return undefined;
    const sites = readSites(value);
    if (sites.length !== value.length) repaired = true;
    return sites;
  });
  return { own, repaired };
}

/** What an organisation has preset on its computers (storage.managed); defaults of ours where it has not. Never rejects. */
async function presets(): Promise<Settings> {
  try {
    const managed = await browser.storage.managed.get(null);
    return parseSettings({ ...managed, version: 1 }).settings;
  } catch {
    // Firefox rejects where no policy is set; some browsers have no managed store.
    return defaultSettings();
  }
}

/**
 * The stored settings. A damaged store is replaced by its repaired form at once, so only the call that found
 * the damage reports `repaired: true`; the reader is told through `takeRepairNotice`. Never rejects.
 */
export async function loadSettings(): Promise<Parsed> {
  try {
    const [stored, defaults] = await Promise.all([browser.storage.local.get(KEY), presets()]);
    const { own, repaired } = readFields(stored[KEY]);
    if (repaired) await browser.storage.local.set({ [KEY]: toStore(own), [NOTICE]: true });
    return { settings: { ...defaults, ...own }, repaired };
  } catch {
    return { settings: defaultSettings(), repaired: true };
  }
}

/** What is written: only what the reader has chosen, so that a preset can still change the rest. */
function toStore(own: Partial<Settings>): Partial<Settings> {
  return { ...own, version: 1 };
}

/** True once after a repair, for the surface that tells the reader; then the mark is taken away. */
export async function takeRepairNotice(): Promise<boolean> {
  const stored = await browser.storage.local.get(NOTICE);
  if (stored[NOTICE] === undefined) return false;
  await browser.storage.local.remove(NOTICE);
  return stored[NOTICE] === true;
}

let saving: Promise<unknown> = Promise.resolve();

/** Changes some settings and keeps the rest; answers the whole. Rejects when the store refuses to write. */
export function saveSettings(patch: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  const write = async () => {
    // A damaged store is mended first.
    await loadSettings();
    const stored = (await browser.storage.local.get(KEY))[KEY];
    const { own } = readFields({ ...(isFields(stored) ? stored : {}), ...patch });
    await browser.storage.local.set({ [KEY]: toStore(own) });
    return { ...(await presets()), ...own };
  };
  const next = saving.then(write);
  // A failed write must not stop the ones after it.
  saving = next.catch(() => undefined);
  return next;
}

/** The settings as a file's text. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/**
 * The settings that stand in a file's text; null when it is not such a file, whole and undamaged. What it leaves out is
 * left to whoever takes it. Never throws.
 */
export function importSettings(text: string): Partial<Settings> | null {
  if (text.length > IMPORT_LIMIT) return null;
  try {
    const { own, repaired } = readFields(JSON.parse(text));
    return repaired ? null : own;
  } catch {
    return null;
  }
}

/** Calls back with the settings after each change, from any context. Answers a function that ends it. */
export function onSettings(changed: (settings: Settings) => void): () => void {
  const listener = async (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if ((area === 'local' && changes[KEY]) || area === 'managed') changed((await loadSettings()).settings);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** A host as `offSites` keeps it: lower case, without `www.`. */
export function siteOf(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** What may happen on a page of `host`: its posts are labelled, only counted in the toolbar, or not looked at. */
export function pageMode(settings: Settings, host: string): Mode | 'off' {
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

function readSites(value: unknown[]): string[] {
  const good = value
    .slice(0, SITES)
    .filter((site): site is string => typeof site === 'string' && isHost(site));
  return [...new Set(good)];
}

/** True for a host as the address of a page gives it. */
function isHost(site: string): boolean {
  if (!IPV6.test(site)) return HOST.test(site);
  const address = `http://${site}/`;
  // Another spelling of the same address would never be met.
  return URL.canParse(address) && new URL(address).hostname === site;
}
