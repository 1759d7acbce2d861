/** The text of a part of a page as a reader sees it: emoji pictures as their letters, blocks as lines. */
import {
  attributeOf,
  dataOf,
  ELEMENT,
  firstChildOf,
  hostOf,
  isA,
  nextSiblingOf,
  nodeType,
  parentOf,
  shadowRootOf,
  TEXT,
  tagOf,
} from '../dom';
import { isOurs } from '../ours';

/** As much as the detector reads of a field (UTF-16 units). */
export const TEXT_LIMIT = 20_000;
/** Nodes visited for one text; a post has some hundreds. */
const NODE_LIMIT = 20_000;
/** Text units taken from one text node: enough to fill the text even where all of it is white space to drop. */
const CHUNK = 200_000;

const SILENT = new Set(
  'script style noscript template svg math canvas video audio object iframe textarea input select option datalist head title meta link'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);

const computedStyle = globalThis.getComputedStyle?.bind(globalThis);

/**
 * Own text of `root`: at most `limit` UTF-16 units, with a line feed for each block or `<br>` and single spaces.
 * Elements that match the selector `skip` (none when '') are left out whole. Walks without recursion.
 */
export function readText(root: Element, skip = '', limit = TEXT_LIMIT): string {
  const lines = new Lines(limit);
  let visited = 0;
  let at: Node = root;
  for (;;) {
    visited += 1;
    const deeper = enter(at, at === root, skip, lines) ? firstInside(at) : null;
    if (lines.full || visited > NODE_LIMIT) break;
    if (deeper) {
      at = deeper;
      continue;
    }
    const next = follow(at, root, lines);
    if (next === null) break;
    at = next;
  }
  return lines.text();
}

/** Notes what a node says by itself; true when its children are to be read too. */
function enter(node: Node, isRoot: boolean, skip: string, lines: Lines): boolean {
  const type = nodeType(node);
  if (type === TEXT) {
    lines.add(dataOf(node), node);
    return false;
  }
  if (type !== ELEMENT || isOurs(node)) return false;
  const element = node as Element;
  const tag = tagOf(element);
  if (tag === 'br') lines.end();
  if (tag === 'img') lines.add((attributeOf(element, 'alt') ?? '').slice(0, 1_000), node);
  if (SILENT.has(tag)) return false;
  if (!isRoot && (attributeOf(element, 'hidden') !== null || (skip !== '' && isA(element, skip))))
    return false;
  if (BLOCKS.has(tag)) lines.end();
  if (tag === 'td' || tag === 'th') lines.space();
  return true;
}

/** The first node inside: of an element with an open shadow root that of the root, before the element's own children. */
function firstInside(node: Node): Node | null {
  const shadow = nodeType(node) === ELEMENT ? shadowRootOf(node as Element) : null;
  return (shadow && firstChildOf(shadow)) ?? firstChildOf(node);
}

/** The node after `node` and all below it, or null at the end of `root`; closes the blocks that end on the way. */
function follow(node: Node, root: Element, lines: Lines): Node | null {
  let at: Node | null = node;
  while (at !== null) {
    const host = hostOf(at);
    if (host) {
      // The end of a shadow root: what its element holds itself comes next.
      const own = firstChildOf(host);
      if (own) return own;
      at = host;
      continue;
    }
    if (at === root) return null;
    if (nodeType(at) === ELEMENT && !isOurs(at) && BLOCKS.has(tagOf(at as Element))) lines.end();
    const next = nextSiblingOf(at);
    if (next) return next;
    at = parentOf(at);
  }
  return null;
}

/** Collects text as a browser lays it out: white space collapses, except where the page keeps its lines. */
class Lines {
  full = false;
  private readonly parts: string[] = [];
  private length = 0;
  private gap: '' | ' ' | '\n' = '';
  private styled: Node | null = null;
  private keeps = false;

  constructor(private readonly limit: number) {}

  add(raw: string, node: Node): void {
    const data = raw.length > CHUNK ? raw.slice(0, CHUNK) : raw;
    // Line feeds inside a text are rare; only then is it worth asking for the style.
    const keeps = data.trim().includes('\n') && this.keepsLines(node);
    for (const [index, line] of (keeps ? data.split('\n') : [data]).entries()) {
      if (index > 0) this.end();
      const words = line.replace(/\s+/g, ' ');
      if (words.startsWith(' ')) this.space();
      const body = words.trim();
      if (body !== '') this.push(body);
      if (body !== '' && words.endsWith(' ')) this.space();
    }
  }

  end(): void {
    this.gap = '\n';
  }

  space(): void {
    if (this.gap === '') this.gap = ' ';
  }

  text(): string {
    return this.parts.join('').slice(0, this.limit);
  }

  private push(words: string): void {
    const lead = this.length === 0 ? '' : this.gap;
    this.parts.push(lead, words);
    this.length += lead.length + words.length;
    this.gap = '';
    this.full = this.length >= this.limit;
  }

  private keepsLines(node: Node): boolean {
    const parent = parentOf(node);
    if (parent === null || nodeType(parent) !== ELEMENT) return false;
    if (parent === this.styled) return this.keeps;
    this.styled = parent;
    this.keeps = /^(pre|break-spaces)/.test(computedStyle?.(parent as Element).whiteSpace ?? '');
    return this.keeps;
  }
}
