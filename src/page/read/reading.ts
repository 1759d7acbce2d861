/** What readers give: posts as they stand on the page. */
import type { Post } from '../../detect/types';
import { attributeOf, closestTo, findAll, holds, naturalWidthOf, tagOf, textOf } from '../dom';

/** A post that was read from a card. */
export interface Reading {
  post: Post;
  /** Where its label goes: at the head of the card, or, where no card is known, above the anchor. Null: nowhere. */
  place: { card: Element | null; anchor: Element } | null;
  /** True when the card shows a picture, film or private letters instead of words. */
  unreadable: boolean;
  /** Author and address, where looking for them costs something: few posts are worth it. */
  more?: () => Pick<Post, 'author' | 'url'>;
}

/** The post with all that its card says of it. */
export function wholePost({ post, more }: Reading): Post {
  return more ? { ...post, ...more() } : post;
}

/** Finds and reads the posts of one kind of page. Readers never change the page. */
export interface Reader {
  /** Cards in `root` (a document or an element, itself included), in document order. */
  cards(root: Node): Element[];
  /** Cards that hold `element`, or are it. */
  around(element: Element): Element[];
  /** The posts of a card, none when it is no card (any more) or is empty. */
  read(card: Element): Reading[];
}

/** Short fields are cut to this many UTF-16 units. */
const FIELD_LIMIT = 500;
const URL_LIMIT = 2_000;
/** Fewer letters than this do not say what a picture offers; a character of these scripts says as much as several letters. */
const FEW_LETTERS = 20;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const DENSITY = 3;
const LETTER = /\p{L}/u;
/** Pictures below this size (CSS pixels of the file itself) are faces and emoji. */
const PICTURE_SIZE = 200;
const PRIVATE_USE = /[\ue000-\uf8ff]/;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const EDITABLE = '[contenteditable]:not([contenteditable="false" i]), textarea, [role="textbox"]';

/** An http(s) address, made whole by the page's own; anything else is undefined. */
export function readUrl(value: string | null | undefined, base: string): string | undefined {
  if (!value || value.length > URL_LIMIT || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** One short line for a title, a name, a place; undefined when nothing is left. */
export function readField(value: string | null | undefined): string | undefined {
  const line = (value ?? '')
    .slice(0, FIELD_LIMIT * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, FIELD_LIMIT);
  return line === '' ? undefined : line;
}

/** The language that the card itself states for its text; what the whole page states is the site's, not the post's. */
export function statedLanguage(anchor: Element, card: Element): string | undefined {
  const stating = closestTo(anchor, '[lang]');
  if (stating === null || !holds(card, stating)) return undefined;
  const lang = attributeOf(stating, 'lang') ?? '';
  return LANGUAGE.test(lang) ? lang : undefined;
}

/** True when `words` say next to nothing and the card shows something that only eyes can read. */
export function isUnreadable(words: string, card: Element): boolean {
  return saysNothing(words) && (PRIVATE_USE.test(words) || showsPicture(card));
}

/** Counts no further than is needed: nearly all posts say enough with their first words. */
function saysNothing(words: string): boolean {
  let letters = 0;
  for (const char of words) {
    if (!LETTER.test(char)) continue;
    letters += DENSE.test(char) ? DENSITY : 1;
    if (letters >= FEW_LETTERS) return false;
  }
  return true;
}

/** True when `element` shows letters of a private font, as some sites draw their numbers. */
export function hasPrivateLetters(element: Element): boolean {
  return PRIVATE_USE.test(textOf(element));
}

/** True when the reader is writing there: a draft is nobody's post. */
export function isDraft(element: Element): boolean {
  return closestTo(element, EDITABLE) !== null;
}

function showsPicture(card: Element): boolean {
  return findAll(card, 'video, canvas, img').some((element) => {
    if (tagOf(element) !== 'img') return true;
    const stated = Number.parseInt(attributeOf(element, 'width') ?? '', 10) || 0;
    return Math.max(stated, naturalWidthOf(element)) >= PICTURE_SIZE;
  });
}
