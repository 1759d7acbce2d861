/** Every fixture of tests/sites in real browsers, at its own address: selectors and text as their engines see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSites } from '../../src/rules/compileSites';
import { type Launched, launchChromium, launchFirefox } from './launch';
import { type Stand, startStand } from './stand';

const FOLDER = join(import.meta.dirname, '..', 'sites');
const FIXTURES = readdirSync(FOLDER);
/** Where most people meet lures. */
const MAIN = /^(facebook|instagram|tiktok|telegram|whatsapp|messenger|x$|linkedin|reddit|weibo)/;

interface Expected {
  address: string;
  posts: { text: string }[];
}

const sites = compileSites();
let stand: Stand;
let readers: string;

beforeAll(async () => {
  stand = await startStand();
  const [output] = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'readers.ts'), formats: ['iife'], name: 'readers' },
    },
  })) as Rollup.RollupOutput[];
  readers = (output as Rollup.RollupOutput).output[0].code;
});

afterAll(() => stand?.close());

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8'));
}

async function readIn({ browser }: Launched, name: string): Promise<Omit<Expected, 'address'>> {
  const { hostname, pathname } = new URL(expectedOf(name).address);
  stand.serve(hostname, pathname, readFileSync(join(FOLDER, name, 'page.html'), 'utf8'));
  const page = await browser.newPage();
  try {
    await page.goto(expectedOf(name).address, { waitUntil: 'domcontentloaded' });
    await page.evaluate(readers);
    return await page.evaluate(
      (compiled) =>
        (globalThis as unknown as { readHere(sites: unknown): Omit<Expected, 'address'> }).readHere(compiled),
      sites as never,
    );
  } finally {
    await page.close();
  }
}

const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1);

function check(name: string, read: Omit<Expected, 'address'>): void {
  const { address: _, ...expected } = expectedOf(name);
  expect({ ...read, posts: read.posts.sort(byText) }).toEqual({
    ...expected,
    posts: expected.posts.sort(byText),
  });
}

describe('in Chromium, the posts of', () => {
  let chromium: Launched;
  beforeAll(async () => {
    chromium = await launchChromium(stand.proxyPort);
  });
  afterAll(() => chromium?.close());
  it.each(FIXTURES)('%s', async (name) => check(name, await readIn(chromium, name)));
});

describe('in Firefox, the posts of', () => {
  let firefox: Launched;
  beforeAll(async () => {
    firefox = await launchFirefox(stand.proxyPort);
  });
  afterAll(() => firefox?.close());
  it.each(FIXTURES.filter((name) => MAIN.test(name)))('%s', async (name) =>
    check(name, await readIn(firefox, name)),
  );
});
