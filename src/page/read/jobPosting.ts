/** Job offers that a page describes for machines: schema.org JobPosting as JSON-LD, well formed or nearly. */
import { isFields } from '../../browser/fields';
import type { Post } from '../../detect/types';
import { readField, readUrl } from './reading';
import { readText } from './text';

/** Longer scripts (UTF-16 units) are no description of offers. */
const SCRIPT_LIMIT = 2_000_000;
/** Objects visited in one script, and offers taken from it. */
const OBJECT_LIMIT = 5_000;
const OFFER_LIMIT = 200;

type Json = Record<string, unknown>;

/** The offers in the text of a `application/ld+json` script; none when it cannot be read. Never throws. */
export function parseJobPostings(script: string, base: string): Post[] {
  const data = script.length > SCRIPT_LIMIT ? undefined : parseLoosely(script);
  const posts: Post[] = [];
  const open: unknown[] = [data];
  for (let visited = 0; open.length > 0 && visited < OBJECT_LIMIT; visited++) {
    const value = open.shift();
    if (typeof value !== 'object' || value === null) continue;
    if (isJobPosting(value as Json)) posts.push(readOffer(value as Json, base));
    else open.push(...Object.values(value).slice(0, OBJECT_LIMIT));
    if (posts.length >= OFFER_LIMIT) break;
  }
  return posts.filter((post) => post.text !== '' || post.title !== undefined);
}

/** JSON as pages write it: with comment marks around it, raw line feeds in its strings, a comma too many. */
function parseLoosely(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, '')
    .trim();
  const mended = () =>
    bare
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,(\s?[}\]])/g, '$1')
      .replace(/;$/, '');
  for (const form of [() => bare, mended]) {
    try {
      return JSON.parse(form());
    } catch {
      // The next form may do.
    }
  }
  return undefined;
}

function isJobPosting(value: Json): boolean {
  const types = Array.isArray(value['@type']) ? value['@type'] : [value['@type']];
  return types.some((type) => typeof type === 'string' && /(^|[/:])JobPosting$/.test(type));
}

function readOffer(offer: Json, base: string): Post {
  const post: Post = { text: htmlText(textOf(offer.description)) };
  const fields = {
    title: readField(htmlText(textOf(offer.title) || textOf(offer.name))),
    company: readField(textOf(offer.hiringOrganization)),
    place: readField(placesOf(offer.jobLocation)),
    pay: readField(payOf(offer.baseSalary)),
    url: readUrl(textOf(offer.url), base),
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) post[name as keyof typeof fields] = value;
  }
  return post;
}

/** Descriptions hold HTML, at times escaped once more. The parser's document is inert: it loads and runs nothing. */
function htmlText(html: string): string {
  let text = html.slice(0, 200_000);
  for (let round = 0; round < 2 && /[<&]/.test(text); round++) {
    text = readText(new DOMParser().parseFromString(text, 'text/html').body);
  }
  return text.trim();
}

/** A string, a number, or the name of a thing; the first of several. */
function textOf(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  if (typeof one === 'number') return String(one);
  return isFields(one) && typeof one.name === 'string' ? one.name : '';
}

function placesOf(value: unknown): string {
  const places = (Array.isArray(value) ? value.slice(0, 10) : [value]).map((place) => {
    const address = isFields(place) ? (place.address ?? place) : place;
    if (!isFields(address)) return textOf(address);
    const parts = [address.addressLocality, address.addressRegion, address.addressCountry, address.name];
    return [...new Set(parts.map(textOf).filter((part) => part !== ''))].join(', ');
  });
  return [...new Set(places.filter((place) => place !== ''))].join('; ');
}

/** "USD 2500-3000 per month", from whatever of it is stated. */
function payOf(value: unknown): string {
  if (!isFields(value)) return textOf(value);
  const amount = isFields(value.value) ? value.value : value;
  const from = textOf(amount.minValue) || textOf(amount.value);
  const to = textOf(amount.maxValue);
  if (from === '' && to === '') return '';
  const range = [from, to].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join('-');
  const unit = textOf(amount.unitText ?? value.unitText).toLowerCase();
  const currency = textOf(value.currency) || textOf(amount.currency);
  return `${currency} ${range}${unit === '' ? '' : ` per ${unit}`}`.trim();
}
