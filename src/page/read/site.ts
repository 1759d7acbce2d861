/** Reads a page by its site's file: from the text anchor up to the card. Knows no site by name. */
import type { Post } from '../../detect/types';
import { allAround, attributeOf, closestTo, findAllFrom, holds } from '../dom';
import {
  hasPrivateLetters,
  isDraft,
  isUnreadable,
  type Reader,
  type Reading,
  readField,
  readUrl,
  statedLanguage,
} from './reading';
import type { CompiledSite, Layout, Selector } from './siteFile';
import { TalkReader } from './talk';
import { readText, TEXT_LIMIT } from './text';

/** The reader for a site. `address` answers the page's own address, for links. */
export function siteReader(site: CompiledSite, address: () => string): Reader {
  const layouts = site.posts.map((layout) => new LayoutReader(layout, address));
  const talks = site.posts.flatMap(({ talk = [] }, n) =>
    talk.length > 0 ? [new TalkReader(talk.join(', '), layouts[n] as LayoutReader)] : [],
  );
  const readers = [...layouts, ...talks];
  return {
    cards: (root) => [...new Set(readers.flatMap((reader) => reader.cards(root)))],
    around: (element) => [...new Set(readers.flatMap((reader) => reader.around(element) ?? []))],
    read: (card) => {
      if (isDraft(card)) return [];
      for (const layout of layouts) {
        const reading = layout.read(card);
        if (reading) return [reading];
      }
      return talks.flatMap((talk) => talk.read(card));
    },
  };
}

class LayoutReader {
  private readonly textCss: string;
  private readonly cardCss: string;
  private readonly skipCss: string;
  /** What is skipped, and names: no text. */
  private readonly foreignCss: string;
  private readonly silentCss: string;

  constructor(
    private readonly layout: Layout,
    private readonly address: () => string,
  ) {
    this.textCss = layout.text.map(({ css }) => css).join(', ');
    this.cardCss = layout.card.join(', ');
    const skip = layout.skip ?? [];
    const foreign = [...skip, ...(layout.sender ?? []).map(({ css }) => css)];
    this.skipCss = skip.join(', ');
    this.foreignCss = foreign.join(', ');
    this.silentCss = [...foreign, ...(layout.cut ? [layout.cut.css] : [])].join(', ');
  }

  cards(root: Node): Element[] {
    const found = findAllFrom(root, this.cardCss === '' ? this.textCss : `${this.cardCss}, ${this.textCss}`);
    return found.flatMap((element) => this.around(element) ?? []);
  }

  /** The card that holds `element`; null when it stands in none, or in what is not the post. */
  around(element: Element): Element | null {
    const card = this.climb(element) ?? allAround(element, this.textCss).at(-1) ?? null;
    // What the card stands in, the element stands in as well.
    return card === null || isIn(element, this.skipCss) ? null : card;
  }

  read(card: Element): Reading | null {
    if (this.around(card) !== card) return null;
    const anchors = this.anchors(card);
    const parts = anchors.map(({ element, selector }) => this.valueOf(element, selector));
    const text = parts
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, TEXT_LIMIT);
    const anchor = anchors[0]?.element ?? card;
    const post: Post = { text, ...this.fields(card) };
    const unreadable = isUnreadable(`${post.title ?? ''}${text}`, card);
    if (text === '' && post.title === undefined && !unreadable) return null;
    const lang = statedLanguage(anchor, card);
    if (lang !== undefined) post.lang = lang;
    if (this.isCut(card)) post.partial = true;
    const more = () => this.origin(card);
    return { post, place: { card: this.climb(card), anchor }, unreadable, more };
  }

  /** The name that a message bears, or, where only the first of several does, that of the one `before` it. */
  sender(card: Element, before: string): string {
    const { author, sender } = this.layout;
    const named = readField(this.find(card, sender ?? author)?.value);
    return named ?? (sender ? before : '');
  }

  /** Text anchors that belong to this very card, none inside another. */
  private anchors(card: Element): { element: Element; selector: Selector }[] {
    const chosen: { element: Element; selector: Selector }[] = [];
    for (const selector of this.layout.text) {
      for (const element of findAllFrom(card, selector.css)) {
        const nested = chosen.some((other) => holds(other.element, element) || holds(element, other.element));
        if (!nested && this.owns(card, element, this.foreignCss)) chosen.push({ element, selector });
      }
      if (chosen.length > 0 && this.layout.texts === 'first') break;
    }
    return chosen;
  }

  private fields(card: Element): Omit<Post, 'text'> {
    const fields: Omit<Post, 'text'> = {};
    for (const name of ['title', 'company', 'place', 'pay'] as const) {
      const found = this.find(card, this.layout[name]);
      const value = readField(found?.value);
      if (found && name === 'pay' && hasPrivateLetters(found.element)) fields.hiddenPay = true;
      else if (value !== undefined) fields[name] = value;
    }
    return fields;
  }

  /** Who posted it, and its address. */
  private origin(card: Element): Pick<Post, 'author' | 'url'> {
    const author = readField(this.find(card, this.layout.author ?? this.layout.sender)?.value);
    const link = this.find(card, this.layout.link, 'href')?.value;
    // What a detail pane shows has the page's own address.
    const url = readUrl(link ?? (this.scopeOf(card) ? this.address() : undefined), this.address());
    return { ...(author !== undefined && { author }), ...(url !== undefined && { url }) };
  }

  /** The first value that the selectors find in the card, or in the wider scope of a detail pane. */
  private find(
    card: Element,
    selectors: Selector[] = [],
    attribute?: string,
  ): { value: string; element: Element } | undefined {
    const scope = this.scopeOf(card);
    for (const selector of selectors) {
      const wanted = attribute === undefined ? selector : { attribute, ...selector };
      for (const element of findAllFrom(scope ?? card, selector.css)) {
        if (scope === null && !this.owns(card, element)) continue;
        const value = this.valueOf(element, wanted);
        if (value !== '')
          return {
            value: selector.url ? selector.url.replace('{value}', encodeURIComponent(value)) : value,
            element,
          };
      }
    }
    return undefined;
  }

  private valueOf(element: Element, { attribute, pattern }: Selector): string {
    const value =
      attribute === undefined
        ? readText(element, this.silentCss)
        : (attributeOf(element, attribute) ?? '').slice(0, TEXT_LIMIT).trim();
    return pattern === undefined ? value : (new RegExp(pattern, 'u').exec(value)?.[1] ?? '').trim();
  }

  private owns(card: Element, element: Element, foreign = this.skipCss): boolean {
    return !isIn(element, foreign) && (this.climb(element) ?? card) === card;
  }

  private climb(element: Element): Element | null {
    for (const css of this.layout.card) {
      const card = closestTo(element, css);
      if (card) return card;
    }
    return null;
  }

  private scopeOf(card: Element): Element | null {
    for (const css of this.layout.scope ?? []) {
      const scope = closestTo(card, css);
      if (scope) return scope;
    }
    return null;
  }

  private isCut(card: Element): boolean {
    const { cut } = this.layout;
    if (!cut?.missing) return false;
    return findAllFrom(card, cut.css).some((control) => this.owns(card, control));
  }
}

/** True when `element` is one of those that `css` names ('' for none), or stands in one. */
function isIn(element: Element, css: string): boolean {
  return css !== '' && closestTo(element, css) !== null;
}
