import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileSites, siteMatches } from '../src/rules/compileSites';
import { ROOT, RuleError } from '../src/rules/load';

const GOOD = `
id: example
name: Example
hosts: [ "*.site.example" ]
matches: [ "https://*.site.example/*" ]
checked: 2026-11-22
sources: [ { title: A page, what: all of it } ]
posts:
  - id: post
    text: [ { css: "[data-text]", remark: text } ]
    card: [ { css: article, remark: card } ]
    skip: [ { css: "article article", remark: comment } ]
    link: [ { css: "a[data-id]", attribute: data-id, url: "/p/{value}", remark: address } ]
    recycled: false
`;

let root: string;

/** Writes one site file into an invented project. */
function write(yaml: string, name = 'example') {
  writeFileSync(join(root, 'rules', 'sites', `${name}.yaml`), yaml);
}

/** The complaints about `yaml`, as "field: reason". */
function complaints(yaml: string, name = 'example'): string[] {
  write(yaml, name);
  try {
    compileSites(root);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return error.complaints.map(({ file, field, reason }) => `${file}: ${field}: ${reason}`);
  }
  return [];
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lurelight-sites-'));
  mkdirSync(join(root, 'rules', 'sites'), { recursive: true });
  cpSync(join(ROOT, 'rules', 'schema'), join(root, 'rules', 'schema'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a site file', () => {
  it('is compiled without its remarks', () => {
    write(GOOD);
    expect(compileSites(root)).toEqual({
      sites: [
        {
          id: 'example',
          name: 'Example',
          hosts: ['*.site.example'],
          posts: [
            {
              text: [{ css: '[data-text]' }],
              texts: 'first',
              card: ['article'],
              skip: ['article article'],
              link: [{ css: 'a[data-id]', attribute: 'data-id', url: '/p/{value}' }],
            },
          ],
        },
      ],
    });
    expect(siteMatches(root)).toEqual(['https://*.site.example/*']);
  });

  it.each([
    [
      'a selector that does not parse',
      GOOD.replace('"[data-text]"', '"[data-text"'),
      /example\.yaml: posts\.0\.text\.0\.css: .*not a valid selector/,
    ],
    [
      'a broken selector among those to skip',
      GOOD.replace('"article article"', '"article >> b"'),
      /posts\.0\.skip\.0\.css: .*not a valid selector/,
    ],
    [
      'several selectors in one',
      GOOD.replace('"article article"', '"b, i"'),
      /posts\.0\.skip\.0\.css: .*several selectors/,
    ],
    [
      'a host that the manifest would not name',
      GOOD.replace('[ "*.site.example" ]', '[ "*.site.example", other.example ]'),
      /hosts\.1: no pattern/,
    ],
    [
      'a pattern that no host needs',
      GOOD.replace(
        '[ "https://*.site.example/*" ]',
        '[ "https://*.site.example/*", "https://more.example/*" ]',
      ),
      /matches\.1: names a host/,
    ],
    ['a pattern for every page', GOOD.replace('"https://*.site.example/*"', '"<all_urls>"'), /matches\.0: /],
    ['another name than its file', GOOD.replace('id: example', 'id: other'), /id: must be "example"/],
    [
      'a field that nobody knows',
      GOOD.replace('recycled: false', 'recycled: false\n    colour: red'),
      /posts\.0\.colour: unknown field/,
    ],
    ['no source', GOOD.replace(/sources: .*/, 'sources: []'), /sources: /],
    ['a selector without a remark', GOOD.replace(', remark: card', ''), /posts\.0\.card\.0\.remark: missing/],
  ])('with %s is refused, with file, field and reason', (_, yaml, complaint) => {
    expect(complaints(yaml).join('\n')).toMatch(complaint);
  });

  it('may use commas inside brackets and strings', () => {
    expect(complaints(GOOD.replace('"article article"', `':is(b, i) [title="a, b"]'`))).toEqual([]);
  });

  it('must not claim the host and path of another', () => {
    write(GOOD);
    expect(complaints(GOOD.replace('id: example', 'id: twin'), 'twin').join('\n')).toMatch(
      /twin\.yaml: hosts: .*example\.yaml/,
    );
    expect(complaints(GOOD.replace('id: example', 'id: twin\npath: /b/'), 'twin')).toEqual([]);
  });
});

describe('our site files', () => {
  it('name hosts, never all pages', () => {
    const matches = siteMatches();
    expect(matches.length).toBeGreaterThan(5);
    for (const match of matches) expect(match).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
  });

  it('point editors to their schema', () => {
    for (const { id } of compileSites().sites) {
      const first = readFileSync(join(ROOT, 'rules', 'sites', `${id}.yaml`), 'utf8').split('\n')[0];
      expect(first).toBe('# yaml-language-server: $schema=../schema/site.schema.json');
    }
  });
});
