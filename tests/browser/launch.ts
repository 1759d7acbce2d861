/** Starts real browsers with the built extension, all traffic through the stand's proxy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Firefox gives every add-on a random address; a fixed one lets tests open its pages. */
const FIREFOX_UUID = '5b1f5e0c-6d2e-4c0f-9f6d-0d6a1c9c2f11';

/** The built extension. */
export const OURS = join(ROOT, 'dist', 'chrome');

export interface Launched {
  browser: Browser;
  /** Address of the extension's pages, without a slash at the end. */
  base: string;
  close(): Promise<void>;
}

/** The program named by the variable that `npm test` sets. */
function program(variable: 'CHROMIUM' | 'FIREFOX', fallback: string): string {
  return process.env[variable] ?? fallback;
}

/** Chromium, headless and without calls of its own, in which extensions can be installed. `args` are added to its flags. */
export function startChromium(
  executablePath: string,
  userDataDir: string,
  { args = [], ...options }: LaunchOptions = {},
): Promise<Browser> {
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir,
    ...options,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      ...args,
    ],
  });
}

/** Installs dist/chrome and answers its id. */
export async function installOurs(browser: Browser): Promise<string> {
  const id = await browser.installExtension(OURS);
  // The welcome page opens by itself and would stand in front of what is looked at or measured.
  const welcome = await browser.waitForTarget((target) => target.url().endsWith('/welcome/index.html'));
  await (await welcome.page())?.close();
  return id;
}

/** Chromium with dist/chrome (or another unpacked extension), all traffic through a proxy. */
export async function launchChromium(proxyPort: number, extension?: string): Promise<Launched> {
  const profile = mkdtempSync(join(tmpdir(), 'lurelight-chromium-'));
  const browser = await startChromium(program('CHROMIUM', '/usr/bin/chromium'), profile, {
    acceptInsecureCerts: true,
    args: [
      '--disable-quic',
      '--ignore-certificate-errors',
      `--proxy-server=127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  });
  const id = extension === undefined ? await installOurs(browser) : await browser.installExtension(extension);
  return {
    browser,
    base: `chrome-extension://${id}`,
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox, headless, over WebDriver BiDi, with dist/firefox installed. */
export async function launchFirefox(proxyPort: number): Promise<Launched> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('FIREFOX', '/usr/bin/firefox-esr'),
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'lurelight@lurelight.example': FIREFOX_UUID }),
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.no_proxies_on': '',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'extensions.originControls.grantByDefault': true,
      // Nobody is there to answer the browser's question for a site: it says yes by itself.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  await browser.installExtension(join(ROOT, 'dist', 'firefox'));
  return { browser, base: `moz-extension://${FIREFOX_UUID}`, close: () => browser.close() };
}
