/** Checks the site files and compiles them to what the content script and the manifest need. */
import { JSDOM } from 'jsdom';
import type { CompiledSite, CompiledSites, Layout, Selector } from '../page/read/siteFile';
import { type Complaint, loadRules, ROOT, RuleError, type RuleFile } from './load';

interface Remarked {
  css: string;
  remark: string;
}

type RemarkedSelector = Selector & Remarked;

const FIELDS = ['title', 'company', 'place', 'pay', 'author', 'sender', 'link'] as const;
const PLACES = ['card', 'scope', 'skip', 'talk'] as const;

interface LayoutFile
  extends Partial<Record<(typeof FIELDS)[number], RemarkedSelector[]>>,
    Partial<Record<(typeof PLACES)[number], Remarked[]>> {
  id: string;
  text: RemarkedSelector[];
  texts?: Layout['texts'];
  cut?: Remarked & { missing: boolean };
  recycled: boolean;
}

interface SiteFile {
  id: string;
  name: string;
  hosts: string[];
  path?: string;
  matches: string[];
  posts: LayoutFile[];
}

/**
 * All files of rules/sites, checked and without their remarks. `root` is the project's root. Throws RuleError with
 * every complaint: unknown fields, selectors that do not parse, hosts that the manifest would not name.
 */
export function compileSites(root: string = ROOT): CompiledSites {
  return { sites: loadSites(root).map(({ data }) => compileSite(data)) };
}

/** Host patterns for the manifest, sorted, none twice. Throws as compileSites does. */
export function siteMatches(root: string = ROOT): string[] {
  return [...new Set(loadSites(root).flatMap(({ data }) => data.matches))].sort();
}

function loadSites(root: string): RuleFile<SiteFile>[] {
  const files = loadRules<SiteFile>('sites', 'site', root);
  const document = new JSDOM('').window.document;
  const complaints = [
    ...files.flatMap((file) => checkSite(file, document)),
    ...files.flatMap((file, index) => checkTwins(file, files.slice(0, index))),
  ];
  if (complaints.length > 0) throw new RuleError(complaints);
  return files;
}

function checkSite({ id, file, data }: RuleFile<SiteFile>, document: Document): Complaint[] {
  const complaints: Complaint[] = [];
  if (data.id !== id) complaints.push({ file, field: 'id', reason: `must be "${id}", as the file's name` });
  data.hosts.forEach((host, index) => {
    if (!data.matches.some((match) => covers(match, host)))
      complaints.push({ file, field: `hosts.${index}`, reason: `no pattern of "matches" covers ${host}` });
  });
  data.matches.forEach((match, index) => {
    if (!data.hosts.some((host) => hostOf(match) === host))
      complaints.push({ file, field: `matches.${index}`, reason: 'names a host that "hosts" does not name' });
  });
  for (const { field, css, pattern } of selectorsOf(data)) {
    const reason = faultOf(css, document);
    if (reason) complaints.push({ file, field: `${field}.css`, reason });
    const wrong = pattern === undefined ? null : patternFault(pattern);
    if (wrong) complaints.push({ file, field: `${field}.pattern`, reason: wrong });
  }
  return complaints;
}

/** Two files for one host must differ in their path, or only one of them would ever be used. */
function checkTwins({ file, data }: RuleFile<SiteFile>, others: RuleFile<SiteFile>[]): Complaint[] {
  const twins = others.filter(
    (other) =>
      (other.data.path ?? '') === (data.path ?? '') &&
      other.data.hosts.some((host) => data.hosts.includes(host)),
  );
  return twins.map((twin) => ({ file, field: 'hosts', reason: `the same host and path as in ${twin.file}` }));
}

/** Every selector of a file with the path of its field. */
function selectorsOf({ posts }: SiteFile): { field: string; css: string; pattern?: string }[] {
  return posts.flatMap((layout, at) => {
    const lists = (['text', ...FIELDS, ...PLACES] as const).flatMap((name) =>
      (layout[name] ?? []).map((selector, index) => ({
        ...selector,
        field: `posts.${at}.${name}.${index}`,
      })),
    );
    return layout.cut ? [...lists, { field: `posts.${at}.cut`, css: layout.cut.css }] : lists;
  });
}

function patternFault(pattern: string): string | null {
  try {
    const groups = (new RegExp(`(?:${pattern})|`, 'u').exec('')?.length ?? 0) - 1;
    return groups === 1 ? null : `has ${groups} groups; one must hold the part of the value to take`;
  } catch {
    return `"${pattern}" is not a valid regular expression`;
  }
}

function faultOf(css: string, document: Document): string | null {
  const { commas, closed } = shapeOf(css);
  if (commas) return `"${css}" is several selectors; write one an entry`;
  try {
    document.querySelector(css);
  } catch {
    return `"${css}" is not a valid selector`;
  }
  // Browsers close what is left open at the end; joined with other selectors it would swallow them.
  return closed ? null : `"${css}" is not a valid selector: a bracket or string is left open`;
}

/** Whether a comma stands outside all brackets and strings, and whether these are all closed. */
function shapeOf(css: string): { commas: boolean; closed: boolean } {
  let depth = 0;
  let commas = false;
  let open = false;
  for (const [token] of css.matchAll(/"[^"]*"|'[^']*'|["'([\])]|,/g)) {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth -= 1;
    else if (token === '"' || token === "'") open = true;
    else if (token === ',' && depth === 0) commas = true;
  }
  return { commas, closed: depth === 0 && !open };
}

function compileSite({ id, name, hosts, path, posts }: SiteFile): CompiledSite {
  const site: CompiledSite = { id, name, hosts, posts: posts.map(compileLayout) };
  return path === undefined ? site : { ...site, path };
}

function compileLayout(layout: LayoutFile): Layout {
  const compiled: Layout = {
    text: layout.text.map(bare),
    texts: layout.texts ?? 'first',
    card: (layout.card ?? []).map(({ css }) => css),
  };
  for (const name of FIELDS) {
    const selectors = layout[name];
    if (selectors && selectors.length > 0) compiled[name] = selectors.map(bare);
  }
  for (const name of ['scope', 'skip', 'talk'] as const) {
    const places = layout[name];
    if (places && places.length > 0) compiled[name] = places.map(({ css }) => css);
  }
  if (layout.cut) compiled.cut = { css: layout.cut.css, missing: layout.cut.missing };
  return compiled;
}

function bare({ remark: _, ...selector }: RemarkedSelector): Selector {
  return selector;
}

function hostOf(match: string): string {
  return match.replace(/^https:\/\//, '').replace(/\/.*$/, '');
}

function covers(match: string, host: string): boolean {
  const pattern = hostOf(match);
  return (
    pattern === host ||
    (pattern.startsWith('*.') && (host === pattern.slice(2) || host.endsWith(pattern.slice(1))))
  );
}
