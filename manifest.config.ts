import type { ManifestV3Export } from '@crxjs/vite-plugin';

export type Browser = 'chrome' | 'firefox';

/** Extension pages may load their own files and nothing else; no connection leaves them. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Firefox alone asks for these: an id, the versions that know the keys, and that nothing is collected. */
const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'lurelight@lurelight.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
};

/** Firefox needs no schema for what an organisation presets. */
const CHROME = { minimum_chrome_version: '121', storage: { managed_schema: 'managed.json' } };

/** Chrome has service workers only, Firefox event pages only. */
const BACKGROUND = {
  chrome: { service_worker: 'src/background/index.ts' },
  firefox: { scripts: ['src/background/index.ts'] },
};

const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

/** The manifest for one browser. `matches` are the host patterns of rules/sites: no other host is ever named. */
export function makeManifest(browser: Browser, version: string, matches: string[]): ManifestV3Export {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    icons: ICONS,
    action: { default_popup: 'src/popup/index.html', default_title: '__MSG_name__', default_icon: ICONS },
    background: { ...BACKGROUND[browser], type: 'module' },
    content_scripts: [{ matches, js: ['src/page/index.ts'], run_at: 'document_idle' }],
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus'],
    // The same hosts as the content script's: the background brings the reader's words there.
    host_permissions: matches,
    // Asked for by a click, one site at a time.
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: PAGE_POLICY },
    ...(browser === 'firefox' ? FIREFOX : CHROME),
  } as ManifestV3Export;
}
