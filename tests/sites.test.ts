/** Every folder of tests/sites: an invented page with a site's structure, and the posts that must be read from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { Post } from '../src/detect/types';
import { compileSites } from '../src/rules/compileSites';

interface Expected {
  address: string;
  posts: Post[];
  /** Cards that show a picture instead of words. */
  pictures?: number;
  roughly?: boolean;
}

const FOLDER = join(import.meta.dirname, 'sites');

// Rule files are read as in a build, by Node; only the readers need a DOM.
const { window } = new JSDOM('');
for (const name of [
  'Node',
  'Element',
  'Document',
  'DocumentFragment',
  'CharacterData',
  'HTMLElement',
  'HTMLIFrameElement',
  'HTMLImageElement',
  'ShadowRoot',
  'DOMParser',
  'getComputedStyle',
] as const) {
  vi.stubGlobal(name, window[name]);
}
const { ChosenReader } = await import('../src/page/read/chosen');
const { wholePost } = await import('../src/page/read/reading');
const sites = compileSites();

/** What is read from a page as it stands. */
function readPage(html: string, address: string): Expected {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const reader = new ChosenReader(sites, new URL(address));
  let readings = reader.cards(page).flatMap((card) => reader.read(card));
  if (reader.reconsider(page)) readings = reader.cards(page).flatMap((card) => reader.read(card));
  const pictures = readings.filter(({ unreadable }) => unreadable).length;
  const posts = readings.filter(({ unreadable }) => !unreadable).map(wholePost);
  return { address, posts, ...(pictures > 0 && { pictures }), ...(reader.roughly && { roughly: true }) };
}

describe('the posts of', () => {
  for (const name of readdirSync(FOLDER)) {
    it(name, () => {
      const expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Expected;
      const read = readPage(readFileSync(join(FOLDER, name, 'page.html'), 'utf8'), expected.address);
      const byText = (a: Post, b: Post) => (a.text < b.text ? -1 : 1);
      expect({ ...read, posts: read.posts.sort(byText) }).toEqual({
        ...expected,
        posts: expected.posts.sort(byText),
      });
    });
  }

  it('a page of each site file', () => {
    const hosts = readdirSync(FOLDER).map((name) => {
      const { address } = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Expected;
      return new URL(address).href;
    });
    for (const { id, hosts: own, path = '/' } of sites.sites) {
      const shown = own.some((host) =>
        hosts.some((address) => address.includes(host.replace('*.', '')) && address.includes(path)),
      );
      expect(shown, id).toBe(true);
    }
  });
});
