/** Site files as the content script has them, and which of them fits a page. */

/** One way to find something: an element, or an attribute of it; `pattern` takes a part of the value, `url` builds an address around it. */
export interface Selector {
  css: string;
  attribute?: string;
  /** Address with `{value}` where the found value goes. */
  url?: string;
  /** Source of a regular expression with one group: the part of the value to take. */
  pattern?: string;
}

/** How one kind of post stands on a site's pages. Lists are in order of preference. */
export interface Layout {
  text: Selector[];
  /** `first`: the first selector that finds anything gives the text; `all`: what all find is joined. */
  texts: 'first' | 'all';
  /** How to climb from a text anchor to its card; with none that fits, the anchor is the card. */
  card: string[];
  /** Wider elements in which the fields below are looked up, for detail panes. */
  scope?: string[];
  title?: Selector[];
  company?: Selector[];
  place?: Selector[];
  pay?: Selector[];
  author?: Selector[];
  link?: Selector[];
  /** What is not the post: comments, quotes, controls. */
  skip?: string[];
  /** Who wrote a message, where only the first of several bears the name; it is no part of the text. */
  sender?: Selector[];
  /** Elements that hold a whole conversation: what one sender writes there in short messages is judged together too. */
  talk?: string[];
  /** The "see more" control, and whether the text behind it is really missing from the page. */
  cut?: { css: string; missing: boolean };
}

export interface CompiledSite {
  id: string;
  name: string;
  /** Exact hosts, or `*.example.org` for a host and all below it. */
  hosts: string[];
  /** Beginning of the path, where hosts are shared. */
  path?: string;
  posts: Layout[];
}

/** All site files, as src/generated/sites.json holds them. */
export interface CompiledSites {
  sites: CompiledSite[];
}

/** The site file for an address, or null; of several, the one with the longest path. */
export function findSite(
  { sites }: CompiledSites,
  address: Pick<Location, 'hostname' | 'pathname'>,
): CompiledSite | null {
  const fitting = sites.filter(
    ({ hosts, path = '' }) =>
      address.pathname.startsWith(path) && hosts.some((host) => isHost(address.hostname, host)),
  );
  return fitting.sort((a, b) => (b.path ?? '').length - (a.path ?? '').length)[0] ?? null;
}

function isHost(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}
