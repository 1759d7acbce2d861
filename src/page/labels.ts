/** Which posts carry a label, and where. One label a post: the same post shown twice has one, a card of two posts has two. */
import { type Assessment, isWarning, type Reason } from '../detect/types';
import type { Clock } from './clock';
import { hide, unhide } from './cover';
import type { Entry, Ledger } from './ledger';
import { type Mounted, mountLabel } from './mount';
import { findPlace } from './place';

/** How often a label that the page has taken away is put back; then the icon and the popup speak alone. */
const ATTEMPTS = 3;
/** A post that stands there again so soon after it went with its label has been drawn anew, in ms. */
const REDRAWN_MS = 1_000;
/** Posts that went are remembered up to this many; a long feed loses thousands. */
const LOST_LIMIT = 200;
/** Time between the coming of a label and its being said, in ms: screen readers must know the region first. */
const SPEAK_MS = 200;

interface Standing {
  card: Element;
  key: string;
  identity: string;
  mounted: Mounted;
  /** `drawn`: waits for its place; `quiet`: the page has taken it away too often, or has no place for it. */
  state: 'drawn' | 'placed' | 'quiet';
  /** What is hidden behind the label. */
  hidden: Element | null;
}

export interface LabelsOptions {
  ledger: Ledger;
  explain: (assessment: Assessment) => Reason[];
  /** Whether an event is the reader's own. */
  trusts: (event: Event) => boolean;
  /** Whether marked posts are hidden behind their labels. */
  covers: () => boolean;
  clock: Clock;
}

export class Labels {
  /** The labels of each card that has any. */
  private readonly standing = new Map<Element, Standing[]>();
  /** Labels that are drawn and wait for `place`. */
  private waiting: Standing[] = [];
  /** When a post went from the page with its label, by key. */
  private readonly lost = new Map<string, number>();

  constructor(private readonly options: LabelsOptions) {}

  /** Draws labels for the entries that a card shows; takes away the label of a post that it shows no more. */
  update(card: Element, gone: string[], shown: Entry[]): void {
    for (const standing of this.on(card)) if (gone.includes(standing.key)) this.lose(standing);
    for (const entry of shown) this.offer(entry);
  }

  /** Puts all drawn labels into the page: first all questions about it, then all changes, so that it is laid out once. */
  place(): void {
    const places = this.waiting.flatMap((standing) => {
      const { card, key, state } = standing;
      const showing = this.options.ledger.entry(key)?.showings.get(card);
      if (state !== 'drawn') return [];
      const post = showing?.card ?? showing?.anchor ?? null;
      return [{ standing, post, place: showing ? findPlace(showing.card, showing.anchor) : null }];
    });
    this.waiting = [];
    for (const { standing, post, place } of places) {
      standing.state = place ? 'placed' : 'quiet';
      if (!place) continue;
      standing.mounted.insert(place);
      if (post && this.isCovered(standing.key)) this.cover(standing, post);
    }
    if (places.length === 0) return;
    this.options.clock.later(() => {
      for (const { standing } of places) if (standing.mounted.stands()) standing.mounted.speak();
    }, SPEAK_MS);
  }

  /** Brings all labels in line with the page as it is: moved, removed and vanished ones. */
  sync(): void {
    for (const standing of this.all()) {
      const entry = this.options.ledger.entry(standing.key);
      if (entry?.showings.has(standing.card)) this.restore(standing, entry);
      else this.lose(standing);
    }
    for (const entry of this.options.ledger.all()) this.offer(entry);
    this.place();
  }

  /** Opens the panel of an entry's label, where it has one. */
  open(entry: Entry): void {
    entry.dismissed = false;
    this.offer(entry);
    this.place();
    for (const { key, mounted } of this.all()) {
      if (key !== entry.key || !mounted.stands()) continue;
      mounted.open();
      return;
    }
  }

  /** Takes an entry's labels off the page, for as long as it is not opened again. */
  dismiss(entry: Entry): void {
    entry.dismissed = true;
    for (const standing of this.all()) if (standing.key === entry.key) this.remove(standing);
  }

  /** Takes all labels off the page. */
  clear(): void {
    for (const standing of this.all()) this.remove(standing);
  }

  private all(): Standing[] {
    return [...this.standing.values()].flat();
  }

  private on(card: Element): readonly Standing[] {
    return this.standing.get(card) ?? [];
  }

  /** Draws a label for each place of an entry that has none yet; the same author's same post needs only one. */
  private offer(entry: Entry): void {
    const { level } = entry.assessment;
    this.countRedrawn(entry);
    if (!isWarning(level) || entry.dismissed || entry.removals > ATTEMPTS) return;
    const covered = new Set<string>();
    for (const { key, identity } of this.all()) if (key === entry.key) covered.add(identity);
    for (const [card, { identity, anchor }] of entry.showings) {
      if (covered.has(identity) || this.on(card).some(({ key }) => key === entry.key)) continue;
      covered.add(identity);
      const mounted = this.draw(entry, anchor);
      if (mounted === null) return;
      const standing: Standing = { card, key: entry.key, identity, mounted, state: 'drawn', hidden: null };
      this.standing.set(card, [...this.on(card), standing]);
      this.waiting.push(standing);
    }
  }

  /** The page has taken a post away with its label. */
  private lose(standing: Standing): void {
    if (this.lost.size >= LOST_LIMIT) this.lost.clear();
    if (standing.state === 'placed') this.lost.set(standing.key, this.options.clock.now());
    this.remove(standing);
  }

  /** A page that draws a post anew whenever its label comes would do so for ever. */
  private countRedrawn(entry: Entry): void {
    const since = this.lost.get(entry.key);
    if (since === undefined || entry.showings.size === 0) return;
    this.lost.delete(entry.key);
    if (this.options.clock.now() - since < REDRAWN_MS) entry.removals += 1;
  }

  private draw(entry: Entry, near: Node): Mounted | null {
    const dismiss = () => this.dismiss(entry);
    const reasons = () => this.options.explain(entry.assessment);
    const uncover = this.isCovered(entry.key) ? () => this.look(entry) : null;
    try {
      return mountLabel({ entry, reasons, dismiss, uncover, near, trusts: this.options.trusts });
    } catch {
      // The page has broken what drawing needs; icon and popup still speak.
      entry.removals = ATTEMPTS + 1;
      return null;
    }
  }

  /** Puts back a label that the page has taken away, as often as is decent, and hides again what the page has shown. */
  private restore(standing: Standing, entry: Entry): void {
    if (standing.hidden) hide(standing.hidden);
    if (standing.state !== 'placed' || standing.mounted.stands()) return;
    entry.removals += 1;
    standing.state = entry.removals > ATTEMPTS ? 'quiet' : 'drawn';
    if (standing.state === 'drawn') this.waiting.push(standing);
    // Nobody could look at a post that is hidden without a label.
    else this.uncover(standing);
  }

  private isCovered(key: string): boolean {
    return this.options.covers() && this.options.ledger.entry(key)?.seen === false;
  }

  private cover(standing: Standing, post: Element): void {
    hide(post);
    standing.hidden = post;
  }

  private uncover(standing: Standing): void {
    if (standing.hidden) unhide(standing.hidden);
    standing.hidden = null;
  }

  /** The reader wants to see a covered post, wherever it stands. */
  private look(entry: Entry): void {
    entry.seen = true;
    for (const standing of this.all()) if (standing.key === entry.key) this.uncover(standing);
  }

  private remove(standing: Standing): void {
    this.uncover(standing);
    standing.mounted.remove();
    standing.state = 'quiet';
    const others = this.on(standing.card).filter((other) => other !== standing);
    if (others.length > 0) this.standing.set(standing.card, others);
    else this.standing.delete(standing.card);
  }
}
