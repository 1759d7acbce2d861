/** One page under watch: its posts are read, judged, labelled and counted. Nothing of it is stored. */
import type { CountMessage, PageReport } from '../browser/messages';
import type { Mode } from '../browser/settings';
import type { Pack } from '../detect/compiled';
import type { Detector } from '../detect/index';
import type { Assessment, Post } from '../detect/types';
import { browserClock, type Clock } from './clock';
import { isConnected, isElement, isFrame, parentElementOf, scrollTo, treesIn } from './dom';
import { Labels } from './labels';
import { Ledger } from './ledger';
import { isOurs } from './ours';
import { ChosenReader } from './read/chosen';
import type { CompiledSites } from './read/siteFile';
import { type Watch, type Work, watch } from './watch';

/** Elements above a change in which a known card is looked for. */
const ABOVE = 100;
/** Labels come onto the page at most this often, in ms: each time the page must be laid out anew. */
const PLACE_MS = 250;

export interface PageOptions {
  /** Makes the judge; called when the first post is judged. */
  detector: () => Detector;
  /** Brings the terms of a language (its id) to the judge; null when nobody can. */
  terms: (lang: string) => Promise<Pack | null>;
  /** Reads the site files; the page needs one of them at most, and keeps no more. */
  sites: () => CompiledSites;
  /** `cover` hides marked posts behind their labels; `toolbar` puts nothing into the page. */
  mode: Mode;
  /** Called when what stood on the page at the start has been read, and whenever the number of posts of a level has changed. */
  counted: (counts: CountMessage['counts']) => void;
  clock?: Clock;
  location?: Pick<Location, 'hostname' | 'pathname' | 'href'>;
  /** Whether an event is the reader's own and not of the page's making. */
  trusts?: (event: Event) => boolean;
}

/** Watches the document until `stop`. */
export class Page {
  /** Resolves when all that stood on the page at the start has been read. */
  readonly read: Promise<void>;
  private readonly location: Pick<Location, 'hostname' | 'pathname' | 'href'>;
  private readonly clock: Clock;
  private readonly reader: ChosenReader;
  private readonly ledger: Ledger;
  private readonly labels: Labels;
  private readonly watching: Watch;
  private hasRead = () => {};
  private placed = Number.NEGATIVE_INFINITY;
  private address: string;
  private told = '';
  private mode: Mode;
  private detector: Detector | undefined;
  /** Cards with a post that cannot be judged before terms have come, and how many languages are on their way. */
  private readonly waiting = new Set<Element>();
  private coming = 0;
  /** Cards with a post of signs that has no place yet: the heading of an offer can come after the script that tells it. */
  private readonly placeless = new Set<Element>();
  private readonly asked = new Set<string>();
  /** The watcher has gone through the whole page once. Terms can come before. */
  private looked = false;
  private stopped = false;

  constructor(private readonly options: PageOptions) {
    this.location = options.location ?? location;
    this.clock = options.clock ?? browserClock;
    this.address = this.location.href;
    this.mode = options.mode;
    this.reader = new ChosenReader(options.sites(), this.location);
    this.ledger = new Ledger((post) => this.assess(post));
    this.labels = new Labels({
      ledger: this.ledger,
      explain: (assessment) => this.judge().explain(assessment),
      trusts: options.trusts ?? ((event) => event.isTrusted),
      covers: () => this.mode === 'cover',
      clock: this.clock,
    });
    this.read = new Promise((resolve) => {
      this.hasRead = resolve;
    });
    this.watching = watch(document, this.work(), this.clock);
    // A frame's document comes without a change in the page around it.
    document.addEventListener('load', this.frameLoaded, true);
  }

  private readonly frameLoaded = ({ target }: Event) => {
    if (target !== null && isElement(target as Node) && isFrame(target as Element)) this.watching.again();
  };

  /** Trees inside `root`; a frame says only in its own document that a frame inside it has loaded. */
  private treesIn(root: Node): Node[] {
    const trees = treesIn(root);
    for (const tree of trees) tree.addEventListener('load', this.frameLoaded, true);
    return trees;
  }

  /** What the popup shows of this page. */
  report(): PageReport {
    return this.ledger.report(this.reader.roughly);
  }

  /** Scrolls to a post and opens its panel; false when it stands nowhere on the page. */
  show(key: string): boolean {
    const entry = this.ledger.entry(key);
    for (const [card, showing] of entry?.showings ?? []) {
      if (!entry || !isConnected(card)) continue;
      scrollTo(showing.card ?? showing.anchor);
      if (this.mode !== 'toolbar') this.labels.open(entry);
      return true;
    }
    return false;
  }

  /** Takes a post's label off the page until the reader asks to see it; false when there is no such post. */
  hide(key: string): boolean {
    const entry = this.ledger.entry(key);
    if (entry) this.labels.dismiss(entry);
    return entry !== undefined;
  }

  /** Puts labels on the page, or takes them all away. */
  use(mode: Mode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.redraw();
  }

  /** Draws all labels anew: in another mode or another language. */
  redraw(): void {
    this.labels.clear();
    if (this.mode !== 'toolbar') this.labels.sync();
  }

  /** Ends the watch and leaves the page as it was. */
  stop(): void {
    this.stopped = true;
    document.removeEventListener('load', this.frameLoaded, true);
    this.watching.stop();
    this.labels.clear();
  }

  private work(): Work {
    return {
      inside: (root) => this.reader.cards(root),
      trees: (root) => this.treesIn(root),
      around: (element) => [...this.reader.around(element), ...this.knownAbove(element)],
      visit: (card) => this.visit(card),
      settled: () => {
        this.looked = true;
        this.settle();
      },
      isOurs,
    };
  }

  private visit(card: Element): void {
    const { gone, shown, open } = this.ledger.show(card, isConnected(card) ? this.reader.read(card) : []);
    keep(this.waiting, card, open);
    keep(
      this.placeless,
      card,
      shown.some(({ showings }) => !showings.has(card)),
    );
    if (this.mode === 'toolbar') return;
    this.labels.update(card, gone, shown);
    if (this.clock.now() - this.placed < PLACE_MS) return;
    this.placed = this.clock.now();
    this.labels.place();
  }

  /** Cards that were read before: a change can be that they are cards no longer. */
  private knownAbove(element: Element): Element[] {
    const known: Element[] = [];
    let at: Element | null = element;
    for (let steps = 0; at !== null && steps < ABOVE; steps++) {
      if (this.ledger.knows(at)) known.push(at);
      at = parentElementOf(at);
    }
    return known;
  }

  private settle(): void {
    if (this.address !== this.location.href) {
      this.address = this.location.href;
      this.ledger.turn();
      this.reader.turn();
      this.watching.again();
    } else if (this.reader.reconsider(document)) {
      this.labels.clear();
      this.ledger.clear();
      this.watching.again();
    }
    for (const card of [...this.placeless]) this.visit(card);
    this.ledger.sweep();
    if (this.mode !== 'toolbar') this.labels.sync();
    if (this.looked) this.tell();
    if (this.looked && this.coming === 0) this.hasRead();
  }

  /** Null while terms that the post asks for are on their way. */
  private assess(post: Post): Assessment | null {
    const judge = this.judge();
    const assessment = judge.assess(post);
    const lacking = judge.lacking();
    for (const lang of lacking) if (!this.asked.has(lang)) void this.bring(lang);
    return lacking.length > 0 && this.coming > 0 ? null : assessment;
  }

  private async bring(lang: string): Promise<void> {
    this.asked.add(lang);
    this.coming += 1;
    const pack = await this.options.terms(lang).catch(() => null);
    this.coming -= 1;
    if (pack) this.judge().add(pack);
    if (this.coming > 0 || this.stopped) return;
    for (const card of [...this.waiting]) this.visit(card);
    this.settle();
  }

  private tell(): void {
    const counts = this.ledger.counts();
    const words = JSON.stringify(counts);
    if (words === this.told) return;
    this.told = words;
    this.options.counted(counts);
  }

  private judge(): Detector {
    this.detector ??= this.options.detector();
    return this.detector;
  }
}

function keep(cards: Set<Element>, card: Element, wanted: boolean): void {
  if (wanted) cards.add(card);
  else cards.delete(card);
}
