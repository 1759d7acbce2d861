/**
 * What was read on this page and what it was judged to be. Keyed by the text, never by the node: feeds use a node
 * for one post after another. Nothing here outlives the page.
 */
import type { PagePost, PageReport } from '../browser/messages';
import { type Assessment, FIELDS, LEVELS, type Level, type Post } from '../detect/types';
import { isConnected } from './dom';
import { hash } from './hash';
import { type Reading, wholePost } from './read/reading';

/** Texts that are remembered, so that they are judged and counted once (some 200 bytes each): more than anybody scrolls back. */
const TEXTS = 2_000;
/** Posts with signs that have left the page and are still listed; the oldest are forgotten first. */
const LEFT_LIMIT = 50;
/** Posts in a report; the popup reads no more. */
const REPORT_LIMIT = 200;
/** What is remembered of most texts. */
const WHOLE: Looked = { partial: false, unreadable: false, opening: '' };
/** UTF-16 units by which a post whose text grew ("see more") is known again. */
const OPENING = 40;

/** One place on the page where a post stands. */
interface Showing {
  card: Element | null;
  anchor: Element;
  /** Who posted it, and where: the same post shown twice has this twice. */
  identity: string;
}

/** A post with at least one sign. */
export interface Entry extends PagePost {
  showings: Map<Element, Showing>;
  /** The reader has closed its label. */
  dismissed: boolean;
  /** The reader has chosen to see it where marked posts are covered. */
  seen: boolean;
  /** How often the page has taken its label away. */
  removals: number;
}

/** What is remembered of every text that was looked at since the address changed. */
interface Looked {
  partial: boolean;
  unreadable: boolean;
  /** How a cut text begins; '' for a whole one. */
  opening: string;
}

export class Ledger {
  private readonly entries = new Map<string, Entry>();
  private readonly plain = new Set<string>();
  private looked = new Map<string, Looked>();
  private tally = { looked: 0, partial: 0, pictures: 0 };
  private keys = new WeakMap<Element, string[]>();

  /** `judge` answers null for a post that it cannot judge yet. */
  constructor(private readonly judge: (post: Post) => Assessment | null) {}

  /**
   * Notes what a card shows now. Answers the keys that it shows no more, the entries that it shows, and whether one of its
   * posts could not be judged yet, so that the card must be shown again.
   */
  show(card: Element, readings: Reading[]): { gone: string[]; shown: Entry[]; open: boolean } {
    const before = this.keys.get(card) ?? [];
    const now = readings.map((reading) => keyOf(reading));
    const gone = before.filter((key) => !now.includes(key));
    this.keys.set(card, now);
    readings.forEach((reading, index) => {
      this.look(now[index] as string, reading, gone);
    });
    for (const key of gone) this.take(key, card, readings.length > 0);
    const entered = readings.map((reading, n) => this.enter(now[n] as string, card, reading));
    return { gone, shown: entered.flatMap((entry) => entry ?? []), open: entered.includes(null) };
  }

  /** True when the card was read before, so that a change in it matters even if it is no card now. */
  knows(card: Element): boolean {
    return this.keys.has(card);
  }

  entry(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  all(): Iterable<Entry> {
    return this.entries.values();
  }

  /** Lets go of cards that have left the page, and of the oldest posts that stand nowhere on it. */
  sweep(): void {
    for (const { showings } of this.entries.values()) {
      for (const card of showings.keys()) if (!isConnected(card)) showings.delete(card);
    }
    const left = [...this.entries.values()].filter(({ showings }) => showings.size === 0);
    left.forEach((entry, index) => {
      if (index < left.length - LEFT_LIMIT || this.hasGrown(entry)) this.entries.delete(entry.key);
    });
  }

  /** The reader has gone to another address: posts that are not on the page now belong to the old one. */
  turn(): void {
    this.sweep();
    for (const { key, showings } of [...this.entries.values()]) {
      if (showings.size === 0) this.entries.delete(key);
    }
    this.looked = new Map();
    this.tally = { looked: 0, partial: 0, pictures: 0 };
  }

  /** Forgets all that was read; what was judged plain stays known. */
  clear(): void {
    this.entries.clear();
    this.keys = new WeakMap();
    this.turn();
  }

  counts(): Record<Exclude<Level, 'none'>, number> {
    const counts = { note: 0, caution: 0, danger: 0 };
    for (const { assessment } of this.entries.values()) {
      if (assessment.level !== 'none') counts[assessment.level] += 1;
    }
    return counts;
  }

  report(roughly: boolean): PageReport {
    const posts = [...this.entries.values()].sort(
      (a, b) => rank(b) - rank(a) || b.assessment.score - a.assessment.score,
    );
    return {
      posts: posts.slice(0, REPORT_LIMIT).map(({ key, post, assessment }) => ({ key, post, assessment })),
      ...this.tally,
      roughly,
    };
  }

  /** Counts a text once; a text that grew out of one the card showed before takes that one's place. */
  private look(key: string, { post, unreadable }: Reading, gone: string[]): void {
    const partial = post.partial === true;
    const now =
      partial || unreadable ? { partial, unreadable, opening: partial ? openingOf(post) : '' } : WHOLE;
    const grown = gone.find((old) => grewOutOf(post, this.looked.get(old)?.opening));
    const old = this.looked.get(grown ?? key);
    if (old) this.add(old, -1);
    if (grown) this.looked.delete(grown);
    this.looked.delete(key);
    this.looked.set(key, now);
    this.add(now, 1);
    if (this.looked.size > TEXTS) this.looked.delete(oldest(this.looked.keys()));
  }

  private add({ partial, unreadable }: Looked, by: 1 | -1): void {
    this.tally.looked += by;
    if (partial) this.tally.partial += by;
    if (unreadable) this.tally.pictures += by;
  }

  /** True when a cut text that has left the page stands on it in full. */
  private hasGrown({ post }: Entry): boolean {
    if (!post.partial) return false;
    const opening = openingOf(post);
    for (const other of this.entries.values()) {
      if (other.showings.size > 0 && grewOutOf(other.post, opening)) return true;
    }
    return false;
  }

  /** The entry of a text with signs, judged when it is new; null when it cannot be judged yet. */
  private enter(key: string, card: Element, reading: Reading): Entry | null | undefined {
    if (this.plain.has(key)) return undefined;
    const entry = this.entries.get(key) ?? this.open(key, reading.post);
    if (!entry) return entry;
    // Moved to the end: entries stand in the order in which they were seen last.
    this.entries.delete(key);
    this.entries.set(key, entry);
    const { place } = reading;
    const post = wholePost(reading);
    const identity = `${post.author ?? ''}\n${post.url ?? ''}`;
    if (place) entry.showings.set(card, { ...place, identity });
    // What a page adds later (an address, an author) belongs to the post as well.
    if (entry.showings.size <= 1) entry.post = post;
    return entry;
  }

  private open(key: string, post: Post): Entry | null | undefined {
    const assessment = this.judge(post);
    if (assessment === null) return null;
    if (assessment.level !== 'none')
      return { key, post, assessment, showings: new Map(), dismissed: false, seen: false, removals: 0 };
    this.plain.add(key);
    if (this.plain.size > TEXTS) this.plain.delete(oldest(this.plain));
    return undefined;
  }

  /** A card shows `key` no more. A post whose place another text has taken is gone; one that vanished is kept a while. */
  private take(key: string, card: Element, replaced: boolean): void {
    const entry = this.entries.get(key);
    entry?.showings.delete(card);
    if (replaced && entry?.showings.size === 0) this.entries.delete(key);
  }
}

/** The name of what a reading says. A picture without words is told by who posted it. */
function keyOf(reading: Reading): string {
  const words = FIELDS.map((field) => reading.post[field] ?? '');
  if (!reading.unreadable) return hash(JSON.stringify(words));
  const { author, url } = wholePost(reading);
  return hash(JSON.stringify([...words, author, url]));
}

/** The beginning of a cut text, without the dots that the page has put behind it. */
function openingOf({ text }: Post): string {
  return text
    .slice(0, OPENING)
    .replace(/[\s.\u2026]+$/, '')
    .trim();
}

function grewOutOf({ text }: Post, opening = ''): boolean {
  return opening !== '' && text.startsWith(opening);
}

function rank({ assessment }: Entry): number {
  return LEVELS.indexOf(assessment.level);
}

function oldest(keys: Iterable<string>): string {
  for (const key of keys) return key;
  return '';
}
