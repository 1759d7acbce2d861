/** Posts by their roles: children of a feed, articles, and list items with enough text of their own. */
import type { Post } from '../../detect/types';
import { allAround, attributeOf, closestTo, findAll, findAllFrom, holds, isA } from '../dom';
import { isUnreadable, type Reading, readField, readUrl, statedLanguage } from './reading';
import { readText } from './text';

/** A list item with less text of its own (UTF-16 units) is a menu entry or a name, not a post. */
const LIST_ITEM_TEXT = 80;

const FEED = '[role="feed"]';
const FEED_CHILD = '[role="feed"] > *';
const ARTICLE = 'article, [role="article"]';
const LIST_ITEM = '[role="listitem"]';
const PART = `${ARTICLE}, ${LIST_ITEM}, [role="comment"]`;
const HEADING = 'h1, h2, h3, h4, [role="heading"]';
const MENU = 'nav, [role="navigation"], [role="menu"], [role="menubar"], [role="tablist"]';
/** What stands inside a card and is not the post: comments, controls, times, menus. */
const NOT_OWN = `${PART}, ${MENU}, button, [role="button"], [role="toolbar"], form, time`;

/** Cards in `root`, itself included, in document order. */
export function findCards(root: Node): Element[] {
  const known = new Map<Element, boolean>();
  const cards = new Set<Element>();
  let last: Element | null = null;
  for (const element of findAllFrom(root, `${FEED_CHILD}, ${ARTICLE}, ${LIST_ITEM}`)) {
    // In document order, what stands in a card comes right after it.
    if (last !== null && holds(last, element)) continue;
    last = cardAround(element, known);
    if (last) cards.add(last);
  }
  return [...cards];
}

/**
 * The card that holds `element` (or is it): a post as a whole, never a comment inside one. Null where there is
 * none. `known` remembers, over several calls, which elements hold a feed.
 */
export function cardAround(element: Element, known = new Map<Element, boolean>()): Element | null {
  const child = closestTo(element, FEED_CHILD);
  if (child) {
    const articles = topArticles(child);
    return articles.length > 1 ? (articles.find((article) => holds(article, element)) ?? null) : child;
  }
  const card = outermost(element, ARTICLE, known) ?? outermost(element, LIST_ITEM, known);
  return card && closestTo(card, MENU) === null ? card : null;
}

/** The post of a card; none when there is too little to read. */
export function readCard(card: Element, base: string): Reading[] {
  if (cardAround(card) !== card) return [];
  const body = bodyOf(card);
  const owned = (css: string) => findAll(body, css).find((found) => owner(found, body) === body);
  const heading = owned(HEADING);
  const author = owned('[rel~="author"], [itemprop~="author"]');
  const text = readText(body, heading ? `${NOT_OWN}, ${HEADING}` : NOT_OWN);
  if (isA(card, LIST_ITEM) && text.length < LIST_ITEM_TEXT) return [];
  const unreadable = isUnreadable(text, body);
  if (text === '' && !unreadable) return [];
  const post: Post = { text };
  // A heading that holds the author's name is no title.
  const title = heading && !(author && holds(heading, author)) ? heading : undefined;
  const fields = {
    title: title && readField(readText(title)),
    author: author && readField(readText(author)),
    url: readUrl(linkOf(owned, heading), base),
    lang: statedLanguage(body, card),
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value) post[name as keyof typeof fields] = value;
  }
  return [{ post, place: { card, anchor: body }, unreadable }];
}

/** The address behind a card's time or heading: that is where sites put a post's own link. */
function linkOf(owned: (css: string) => Element | undefined, heading: Element | undefined): string | null {
  const link =
    owned('a[href][rel~="bookmark"]') ??
    owned('a[href]:has(time)') ??
    (heading && (closestTo(heading, 'a[href]') ?? findAll(heading, 'a[href]')[0]));
  return link ? attributeOf(link, 'href') : null;
}

/** The element whose text is the card's own: in a feed's child with one article, that article. */
function bodyOf(card: Element): Element {
  const articles = isA(card, FEED_CHILD) ? topArticles(card) : [];
  return articles.length === 1 ? (articles[0] as Element) : card;
}

/** Articles in a feed's child that stand in no other article of it; the child itself where it is one. */
function topArticles(child: Element): Element[] {
  if (isA(child, ARTICLE)) return [child];
  const top: Element[] = [];
  for (const article of findAll(child, ARTICLE)) {
    const last = top.at(-1);
    if (!last || !holds(last, article)) top.push(article);
  }
  return top;
}

/** The nearest post or comment that `element` stands in, not above `body`. */
function owner(element: Element, body: Element): Element {
  const near = closestTo(element, PART);
  return near !== null && near !== body && holds(body, near) ? near : body;
}

/** The highest match around `element` that does not hold a whole feed. */
function outermost(element: Element, css: string, known: Map<Element, boolean>): Element | null {
  return allAround(element, css).findLast((found) => !holdsFeed(found, known)) ?? null;
}

function holdsFeed(element: Element, known: Map<Element, boolean>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const answer = findAll(element, FEED).length > 0;
  known.set(element, answer);
  return answer;
}
