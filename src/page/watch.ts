/**
 * Watches a page with one MutationObserver and hands out the work in idle slices. Knows nothing of posts.
 * A storm of changes is answered with one look at the whole page, and the harder it blows the rarer.
 */
import type { Clock } from './clock';
import { elementOf, isConnected, isElement } from './dom';

/** Longest piece of work without giving the page its turn, in ms. */
const SLICE_MS = 8;
/** Steps in one slice, whatever the clock says. */
const SLICE_STEPS = 256;
/** Things to look at in one batch; a page with more shows them in later batches, as it changes. */
const QUEUE_LIMIT = 65_536;
/** Changed places that are remembered one by one; above it, the whole page is looked at once. */
const STORM = 512;
/** Changes are gathered for at least this long, in ms. */
const GATHER_MS = 50;
/** After a batch the page is left alone for this many times as long as the batch took, within a limit in ms. */
const REST = { times: 29, most: 600 };
const REST_IN_STORM = { times: 19, most: 5_000 };

/** What the watcher calls. If one of these throws, that one thing is left out and the rest goes on. */
export interface Work {
  /** Everything to look at in `root`, itself included. */
  inside(root: Node): Element[];
  /** Trees inside `root` that are watched as well: open shadow roots, documents of frames. */
  trees(root: Node): Node[];
  /** What to look at because something in `element` has changed. */
  around(element: Element): Element[];
  visit(found: Element): void;
  /** All changes so far have been seen. */
  settled(): void;
  /** Nodes of our own making, whose coming is no news. */
  isOurs(node: Node): boolean;
}

export interface Watch {
  /** Looks at the whole page again, soon. */
  again(): void;
  stop(): void;
}

/** Starts watching `root` (a document or an open shadow root) with a look at all of it. */
export function watch(root: Node, work: Work, clock: Clock): Watch {
  const watcher = new Watcher(root, work, clock);
  watcher.again();
  return watcher;
}

class Watcher implements Watch {
  private readonly observer: MutationObserver;
  /** Trees that are watched. The observer lets go of those that the page drops. */
  private readonly trees = new WeakSet<Node>();
  private next = new Batch();
  private batch = new Batch();
  private state: 'idle' | 'waiting' | 'working' | 'stopped' = 'idle';
  private spent = 0;
  private restUntil = 0;

  constructor(
    private readonly root: Node,
    private readonly work: Work,
    private readonly clock: Clock,
  ) {
    this.observer = new MutationObserver((records) => this.note(records));
    this.observe(root);
  }

  again(): void {
    this.next.whole = true;
    this.schedule();
  }

  private observe(tree: Node): void {
    this.trees.add(tree);
    this.observer.observe(tree, { childList: true, characterData: true, subtree: true });
  }

  /** Looks for things in `root` and in the trees inside it, which are watched from now on. */
  private look(root: Node): Element[] {
    const found = this.work.inside(root);
    for (const tree of this.work.trees(root)) {
      if (!this.trees.has(tree)) this.observe(tree);
      found.push(...this.look(tree));
    }
    return found;
  }

  stop(): void {
    this.observer.disconnect();
    this.state = 'stopped';
  }

  private note(records: MutationRecord[]): void {
    let news = false;
    for (const record of records) news = this.noteOne(record) || news;
    if (news) this.schedule();
  }

  /** Asks a record for no more than is needed: each node that it tells costs time. */
  private noteOne(record: MutationRecord): boolean {
    if (this.next.whole) return true;
    const { addedNodes } = record;
    let foreign = record.type !== 'childList';
    for (let n = 0; n < addedNodes.length; n++) {
      const node = addedNodes[n] as Node;
      if (this.work.isOurs(node)) continue;
      foreign = true;
      if (isElement(node)) this.next.inside.add(node);
    }
    if (!foreign) {
      const { removedNodes } = record;
      // A label of ours came: no news. One was taken away: to be looked into, but nothing has to be read.
      if (Array.from(removedNodes).every((node) => this.work.isOurs(node))) return removedNodes.length > 0;
    }
    const element = elementOf(record.target);
    if (element) this.next.around.add(element);
    this.next.calm();
    return true;
  }

  private schedule(): void {
    if (this.state !== 'idle') return;
    this.state = 'waiting';
    const rest = this.restUntil - this.clock.now();
    this.clock.later(() => this.start(), Math.max(GATHER_MS, rest));
  }

  private start(): void {
    if (this.state === 'stopped') return;
    this.state = 'working';
    this.batch = this.next;
    this.next = new Batch();
    this.spent = 0;
    this.clock.idle(() => this.slice());
  }

  private slice(): void {
    if (this.state === 'stopped') return;
    const begun = this.clock.now();
    let done = false;
    for (let steps = 0; !done && steps < SLICE_STEPS && this.clock.now() - begun < SLICE_MS; steps++) {
      done = this.attempt(() => this.batch.step(this.root, this.work, (tree) => this.look(tree)));
    }
    this.spent += this.clock.now() - begun;
    if (done) this.finish();
    else this.clock.idle(() => this.slice());
  }

  private finish(): void {
    const begun = this.clock.now();
    this.attempt(() => {
      this.work.settled();
      return true;
    });
    this.spent += this.clock.now() - begun;
    const { times, most } = this.batch.storm ? REST_IN_STORM : REST;
    this.restUntil = this.clock.now() + Math.min(this.spent * times, most);
    if (this.state === 'stopped') return;
    this.state = 'idle';
    if (this.next.hasNews()) this.schedule();
  }

  /** Runs one step; a hostile page may make it throw, which must cost only that step. */
  private attempt(step: () => boolean): boolean {
    try {
      return step();
    } catch {
      return false;
    }
  }
}

/** Work that is waiting, in the order in which it is done. */
class Batch {
  whole = false;
  storm = false;
  readonly around = new Set<Element>();
  readonly inside = new Set<Node>();
  private readonly found = new Set<Element>();
  private order: IterableIterator<Element> | undefined;

  hasNews(): boolean {
    return this.whole || this.around.size > 0 || this.inside.size > 0;
  }

  /** Turns too many single places into one look at everything. */
  calm(): void {
    if (this.around.size + this.inside.size <= STORM) return;
    this.whole = true;
    this.storm = true;
    this.around.clear();
    this.inside.clear();
  }

  /** Does one thing; true when nothing was left to do. */
  step(root: Node, work: Work, look: (root: Node) => Element[]): boolean {
    if (this.whole) {
      this.whole = false;
      this.add(look(root));
      return false;
    }
    for (const element of this.around) {
      this.around.delete(element);
      if (isConnected(element)) this.add(work.around(element));
      return false;
    }
    for (const node of this.inside) {
      this.inside.delete(node);
      if (isConnected(node)) this.add(look(node));
      return false;
    }
    this.order ??= this.found.values();
    const { done, value } = this.order.next();
    if (done) return true;
    work.visit(value);
    return false;
  }

  private add(elements: Element[]): void {
    for (const element of elements) {
      if (this.found.size >= QUEUE_LIMIT) return;
      this.found.add(element);
    }
  }
}
