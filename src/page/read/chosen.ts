/** The reader for a page: by its site's file, or roughly, where that finds nothing among plain posts. */
import { isA } from '../dom';
import { genericReader } from './generic';
import type { Reader, Reading } from './reading';
import { siteReader } from './site';
import { type CompiledSites, findSite } from './siteFile';

/** Posts of this length (UTF-16 units), that many of them, show that a page has posts which its site file misses. */
const PLAIN_TEXT = 80;
const PLAIN_POSTS = 2;
/** Cards that are tried for that. */
const TRIED = 40;
/** What a page states for machines needs no second witness. */
const STATED = 'script, [itemscope]';

export class ChosenReader implements Reader {
  private readonly generic: Reader;
  private readonly site: Reader | null;
  private siteWorks = false;
  private isRough = false;

  constructor(sites: CompiledSites, location: Pick<Location, 'hostname' | 'pathname' | 'href'>) {
    const address = () => location.href;
    const site = findSite(sites, location);
    this.generic = genericReader(address);
    this.site = site && siteReader(site, address);
  }

  /** True when there is a site file and the page is read without it. */
  get roughly(): boolean {
    return this.isRough;
  }

  cards(root: Node): Element[] {
    return this.both((reader) => reader.cards(root));
  }

  around(element: Element): Element[] {
    return this.both((reader) => reader.around(element));
  }

  read(card: Element): Reading[] {
    if (this.site === null) return this.generic.read(card);
    const readings = this.site.read(card);
    if (readings.length > 0) this.siteWorks = true;
    return readings.length === 0 && this.isRough ? this.generic.read(card) : readings;
  }

  /**
   * Decides anew, by what was read so far and what stands in `root`, whether the page must be read roughly.
   * True when that has changed, so that all has to be read again.
   */
  reconsider(root: Node): boolean {
    if (this.site === null) return false;
    const rough = !this.siteWorks && (this.isRough || this.hasPlainPosts(root));
    const changed = rough !== this.isRough;
    this.isRough = rough;
    return changed;
  }

  /** The address has changed: another kind of page of the same site, perhaps. */
  turn(): void {
    this.siteWorks = false;
  }

  private both(find: (reader: Reader) => Element[]): Element[] {
    const found = this.site ? find(this.site) : [];
    if (this.site === null || this.isRough) found.push(...find(this.generic));
    return [...new Set(found)];
  }

  private hasPlainPosts(root: Node): boolean {
    let posts = 0;
    for (const card of this.generic.cards(root).slice(0, TRIED)) {
      const long = this.generic.read(card).filter(({ post }) => post.text.length >= PLAIN_TEXT);
      posts += long.length > 0 && isA(card, STATED) ? PLAIN_POSTS : long.length;
      if (posts >= PLAIN_POSTS) return true;
    }
    return false;
  }
}
