/** Job offers marked up in the page itself: schema.org JobPosting as microdata. */
import type { Post } from '../../detect/types';
import { attributeOf, closestTo, findAll, parentElementOf, tagOf } from '../dom';
import { type Reading, readField, readUrl } from './reading';
import { readText } from './text';

export const MICRODATA = '[itemscope][itemtype$="JobPosting"]';

/** The offer that `item` is, none where it says nothing. `base` is the page's address. */
export function readMicrodata(item: Element, base: string): Reading[] {
  const one = (name: string) => propertiesOf(item, name)[0];
  const description = one('description');
  const titled = one('title') ?? one('name');
  const text = description ? stated(description) : readText(item);
  const link = one('url') ?? one('sameAs');
  const post: Post = { text };
  const fields = {
    title: titled && readField(stated(titled)),
    company: readField(nameOf(one('hiringOrganization'))),
    place: readField(propertiesOf(item, 'jobLocation').map(nameOf).join('; ')),
    pay: readField(payOf(one('baseSalary'))),
    url: readUrl(link && addressOf(link), base),
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value) post[name as keyof typeof fields] = value;
  }
  if (text === '' && post.title === undefined) return [];
  return [{ post, place: { card: item, anchor: description ?? titled ?? item }, unreadable: false }];
}

/** Elements that give `item` itself the property, not a thing inside it. */
function propertiesOf(item: Element, name: string): Element[] {
  return findAll(item, `[itemprop~="${name}"]`).filter((found) => {
    const parent = parentElementOf(found);
    return parent !== null && closestTo(parent, '[itemscope]') === item;
  });
}

/** What an element states: its `content` or machine-readable value, else its text. */
function stated(element: Element): string {
  const value =
    attributeOf(element, 'content') ?? (tagOf(element) === 'data' && attributeOf(element, 'value'));
  return value === null || value === false ? readText(element) : value.trim();
}

function addressOf(element: Element): string | null {
  return attributeOf(element, 'href') ?? attributeOf(element, 'content');
}

/** The name of a firm or a place: the property's own words, or its parts in one line. */
function nameOf(element: Element | undefined): string {
  if (!element) return '';
  const parts = findAll(element, '[itemprop~="name"], [itemprop^="address"]:not([itemprop="address"])');
  return parts.length > 0 ? joined(parts, ', ') : stated(element);
}

function payOf(element: Element | undefined): string {
  if (!element) return '';
  const part = (name: string) => findAll(element, `[itemprop~="${name}"]`).filter((found) => isPlain(found));
  const currency = joined(part('currency'), ' ');
  const range = joined([...part('minValue'), ...part('value'), ...part('maxValue')], '-');
  const unit = joined(part('unitText'), ' ').toLowerCase();
  if (range === '') return stated(element);
  return `${currency} ${range}${unit === '' ? '' : ` per ${unit}`}`.trim();
}

function isPlain(element: Element): boolean {
  return attributeOf(element, 'itemscope') === null;
}

/** Values in one line, none twice. */
function joined(elements: Element[], between: string): string {
  return [...new Set(elements.map(stated))].filter((value) => value !== '').join(between);
}
