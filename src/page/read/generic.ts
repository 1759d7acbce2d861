/**
 * Reads pages that no site file describes, by what the web's standards say of a page: job offers written for
 * machines (JSON-LD, microdata) first, then ARIA feeds, articles and list items.
 */
import {
  attributeOf,
  closestTo,
  dataOf,
  documentOf,
  findAll,
  findAllFrom,
  firstChildOf,
  isA,
  isConnected,
  nextSiblingOf,
  nodeType,
  parentOf,
  TEXT,
} from '../dom';
import { cardAround, findCards, readCard } from './aria';
import { parseJobPostings } from './jobPosting';
import { MICRODATA, readMicrodata } from './microdata';
import { isDraft, type Reader, type Reading, readField, readUrl } from './reading';
import { readText, TEXT_LIMIT } from './text';

/** What a page that is one single post says of it for others to quote. */
const QUOTABLE = 'meta[property="og:description" i]';
/** UTF-16 units; a shorter description is a slogan. */
const QUOTABLE_LENGTH = 80;
const DOCUMENT = 9;
const SCRIPT = 'script[type="application/ld+json" i]';
/** Letters by which a post on the page is known to be one that a script has told already. */
const OPENING = 60;
/** Headings and links that are looked through for the title of a told offer. */
const TITLES_LOOKED_AT = 2_000;

/** The reader for any page. `address` answers the page's own address, for links. */
export function genericReader(address: () => string): Reader {
  return new GenericReader(address);
}

class GenericReader implements Reader {
  /** How the offers begin that a script has told: their visible twins are not read a second time. */
  private readonly told = new Map<Element, string[]>();

  constructor(private readonly address: () => string) {}

  cards(root: Node): Element[] {
    const structured = [...findAllFrom(root, SCRIPT), ...findAllFrom(root, MICRODATA)];
    const cards = [...new Set([...structured, ...findCards(root)])];
    return cards.length === 0 && nodeType(root) === DOCUMENT ? findAll(root, QUOTABLE).slice(0, 1) : cards;
  }

  around(element: Element): Element[] {
    const found = [closestTo(element, SCRIPT), closestTo(element, MICRODATA), cardAround(element)];
    return found.filter((card) => card !== null);
  }

  read(card: Element): Reading[] {
    if (isA(card, SCRIPT)) return this.readScript(card);
    if (isA(card, QUOTABLE)) return this.readQuotable(card);
    if (isDraft(card)) return [];
    if (isA(card, MICRODATA)) return readMicrodata(card, this.address());
    if (closestTo(card, MICRODATA) !== null || findAll(card, MICRODATA).length > 0) return [];
    return readCard(card, this.address()).filter(({ post }) => !this.isTold(post.text));
  }

  private readScript(script: Element): Reading[] {
    const posts = parseJobPostings(sourceOf(script), this.address());
    const openings = posts.map(({ text }) => squeeze(text).slice(0, OPENING));
    this.told.set(
      script,
      openings.filter((start) => start.length === OPENING),
    );
    return posts.map((post) => ({
      post,
      place: placeOf(script, post.title, posts.length === 1),
      unreadable: false,
    }));
  }

  /** A single post in the words that its page gives to be quoted; nothing once the post itself can be read. */
  private readQuotable(description: Element): Reading[] {
    const page = documentOf(description);
    const text = (attributeOf(description, 'content') ?? '').slice(0, TEXT_LIMIT).trim();
    if (page === null || text.length < QUOTABLE_LENGTH || findCards(page).length > 0) return [];
    const said = (name: string) => {
      const meta = findAll(page, `meta[property="og:${name}" i]`)[0];
      return meta && attributeOf(meta, 'content');
    };
    const title = readField(said('title'));
    const url = readUrl(said('url'), this.address()) ?? this.address();
    // Such descriptions are cut wherever it pleases the site.
    const post = { text, url, partial: true, ...(title !== undefined && { title }) };
    return [{ post, place: null, unreadable: false }];
  }

  private isTold(text: string): boolean {
    const words = squeeze(text);
    for (const [script, openings] of this.told) {
      if (!isConnected(script)) this.told.delete(script);
      else if (openings.some((start) => words.includes(start))) return true;
    }
    return false;
  }
}

/** The script's own text: its text nodes, which is what a page can have put there. */
function sourceOf(script: Element): string {
  const parts: string[] = [];
  for (let child = firstChildOf(script); child !== null; child = nextSiblingOf(child)) {
    if (nodeType(child) === TEXT) parts.push(dataOf(child));
  }
  return parts.join('');
}

/** Where a told offer stands on the page: at the heading or link with its title, else, if alone, at the first heading. */
function placeOf(script: Element, title: string | undefined, alone: boolean): Reading['place'] {
  let top: Node = script;
  for (let next = parentOf(top); next !== null; next = parentOf(top)) top = next;
  const words = squeeze(title ?? '');
  const named = findAll(top, 'h1, h2, h3, h4, a')
    .slice(0, TITLES_LOOKED_AT)
    .find((element) => words !== '' && squeeze(readText(element, '', 1_000)) === words);
  const anchor = named ?? (alone ? findAll(top, 'h1')[0] : undefined);
  const card = anchor && closestTo(anchor, 'li, article, section, main, div, td, body');
  return anchor && card ? { card, anchor } : null;
}

/** Letters and digits only, so that two ways of showing one text are the same. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
