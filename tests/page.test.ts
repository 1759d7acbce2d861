// @vitest-environment jsdom
/** A page under watch, with a judge made for the tests and a clock that runs when told to. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CountMessage } from '../src/browser/messages';
import type { Mode } from '../src/browser/settings';
import type { Pack } from '../src/detect/compiled';
import type { Detector } from '../src/detect/index';
import type { Assessment, Level, Post } from '../src/detect/types';
import type { Clock } from '../src/page/clock';
import type { CompiledSites } from '../src/page/read/siteFile';
import { t } from '../src/ui/messages';
import { judged } from './judged';

// The roots are closed; only who makes them can look inside.
const roots = new Map<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
  const root = attachShadow.call(this, init);
  if (init.mode === 'closed') roots.set(this, root);
  return root;
};
const { Page } = await import('../src/page/page');
const { findCards } = await import('../src/page/read/aria');
const { readText } = await import('../src/page/read/text');

const SITES: CompiledSites = {
  sites: [
    {
      id: 'example',
      name: 'Example',
      hosts: ['site.example'],
      posts: [
        {
          text: [{ css: '[data-text]' }],
          texts: 'first',
          card: ['[data-card]'],
          author: [{ css: '[data-author]' }],
          skip: ['[data-comment]'],
          cut: { css: '[data-more]', missing: true },
        },
      ],
    },
  ],
};

const WORDS: [string, Level][] = [
  ['LURE', 'danger'],
  ['ODD', 'caution'],
  ['HINT', 'note'],
];

/** Judges by one word, and notes what it was asked. */
class TestDetector implements Detector {
  readonly asked: string[] = [];

  assess({ text }: Post): Assessment {
    this.asked.push(text);
    const level = WORDS.find(([word]) => text.includes(word))?.[1] ?? 'none';
    return { ...judged(level), score: text.length, lang: null };
  }

  explain() {
    return [];
  }

  /** Languages that the next post asks for. */
  needs: string[] = [];

  lacking() {
    return this.needs;
  }

  add() {
    this.needs = [];
  }
}

const PACK: Pack = {
  lang: 0,
  meanings: '',
  tables: [],
  prefixes: '',
  parts: [],
  openings: [],
  sequences: [],
  wording: '',
};

/** Time that stands still until `run`, which does all that is due, in order. */
class TestClock implements Clock {
  private time = 0;
  private due: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  later(run: () => void, ms: number): void {
    this.due.push({ at: this.time + ms, run });
    this.due.sort((a, b) => a.at - b.at);
  }

  idle(run: () => void): void {
    this.later(run, 0);
  }

  async run(): Promise<void> {
    // A turn of the real queue first: observers report there.
    await new Promise((resolve) => setTimeout(resolve));
    for (let steps = 0; this.due.length > 0 && steps < 100_000; steps++) {
      const next = this.due.shift();
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      next.run();
      if (this.due.length === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

let page: InstanceType<typeof Page>;
let clock: TestClock;
let detector: TestDetector;
let counts: CountMessage['counts'][];
let terms: Promise<Pack | null> = Promise.resolve(null);

/** Starts the watch over what stands in the body and reads it. `trusts`: whether clicks that no person made count. */
async function watch({ mode = 'label', trusts = false }: { mode?: Mode; trusts?: boolean } = {}) {
  page = new Page({
    detector: () => detector,
    terms: () => terms,
    sites: () => SITES,
    mode,
    counted: (now) => counts.push(now),
    clock,
    location: place,
    ...(trusts && { trusts: () => true }),
  });
  await clock.run();
}

/** Puts `html` into the body, starts the watch over it and reads it. */
async function open(
  html: string,
  { mode = 'label', host = 'other.example' }: { mode?: Mode; host?: string } = {},
) {
  document.body.innerHTML = html;
  place.hostname = host;
  place.href = `https://${host}/`;
  await watch({ mode, trusts: true });
}

const place = { hostname: '', pathname: '/', href: '' };

/** Hosts of our labels that stand on the page. */
const labels = () => [...roots.keys()].filter((host) => host.isConnected);
const rootOf = (host: Element | undefined) => roots.get(host as Element) as ShadowRoot;
const buttons = (host: Element | undefined) => [...rootOf(host).querySelectorAll('button')];
const find = (css: string) => document.querySelector(css) as HTMLElement;
const article = (text: string, more = '') => `<article><p>${text}</p>${more}</article>`;
const levels = () => page.report().posts.map(({ assessment }) => assessment.level);

beforeEach(() => {
  clock = new TestClock();
  detector = new TestDetector();
  counts = [];
  roots.clear();
});

afterEach(() => {
  page.stop();
  document.body.replaceChildren();
});

describe('a feed', () => {
  it('is labelled where posts have strong signs, and counted', async () => {
    await open(article('A LURE') + article('An ordinary post') + article('An ODD one') + article('A HINT'));
    expect(labels().map((host) => host.parentElement?.textContent)).toEqual(['A LURE', 'An ODD one']);
    expect(counts).toEqual([{ note: 1, caution: 1, danger: 1 }]);
    expect(levels()).toEqual(['danger', 'caution', 'note']);
    expect(page.report()).toMatchObject({ looked: 4, partial: 0, pictures: 0, roughly: false });
  });

  it('is left byte for byte as it was where nothing is found', async () => {
    const html = article('An ordinary post') + article('A HINT');
    await open(html);
    expect(document.body.innerHTML).toBe(html);
    expect(document.documentElement.attributes).toHaveLength(0);
    expect(document.head.innerHTML).toBe('');
  });

  it('is left byte for byte as it was in toolbar mode', async () => {
    const html = article('A LURE') + article('An ODD one');
    await open(html, { mode: 'toolbar' });
    expect(document.body.innerHTML).toBe(html);
    expect(counts).toEqual([{ note: 0, caution: 1, danger: 1 }]);
    expect(page.show(page.report().posts[0]?.key ?? '')).toBe(true);
    expect(document.body.innerHTML).toBe(html);
  });

  it("loses one label at the popup's word and gets it back when the post is shown", async () => {
    const html = article('A LURE');
    await open(html);
    const key = page.report().posts[0]?.key ?? '';
    expect(page.hide(key)).toBe(true);
    expect(document.body.innerHTML).toBe(html);
    expect(page.report().posts).toHaveLength(1);
    expect(page.show(key)).toBe(true);
    expect(labels()).toHaveLength(1);
    expect(page.hide('unknown')).toBe(false);
  });

  it('gives its labels up when the reader switches them off, and gets them back', async () => {
    const html = article('A LURE');
    await open(html);
    page.use('toolbar');
    expect(document.body.innerHTML).toBe(html);
    page.use('label');
    expect(labels()).toHaveLength(1);
    page.stop();
    expect(document.body.innerHTML).toBe(html);
  });

  it('judges the post, not the comments in it', async () => {
    await open(article('An ordinary post', article('A LURE in a comment')));
    expect(levels()).toEqual([]);
    expect(detector.asked).toEqual(['An ordinary post']);
  });

  it('grows: what is added later is read, and what is known is not judged again', async () => {
    await open(article('An ordinary post'));
    find('article').insertAdjacentHTML('afterend', article('A LURE') + article('An ordinary post'));
    await clock.run();
    expect(labels()).toHaveLength(1);
    expect(detector.asked).toEqual(['An ordinary post', 'A LURE']);
    expect(page.report().looked).toBe(2);
  });
});

describe('a covered post', () => {
  it('is not seen until the reader wants to see it, and leaves no trace', async () => {
    const html = article('A LURE') + article('An ordinary post');
    await open(html, { mode: 'cover' });
    const [lure, other] = [...document.querySelectorAll('article')] as [HTMLElement, HTMLElement];
    expect(lure.style.visibility).toBe('hidden');
    expect(other.style.visibility).toBe('');
    const show = buttons(labels()[0])[0];
    expect(show?.textContent).toBe(t('label.uncover'));
    show?.click();
    await clock.run();
    expect(lure.hasAttribute('style')).toBe(false);
    page.use('toolbar');
    expect(document.body.innerHTML).toBe(html);
  });

  it('comes back into sight when its node is used for another post, with what the page had set', async () => {
    await open('<article style="visibility: visible; color: red"><p>A LURE</p></article>', { mode: 'cover' });
    expect(find('article').style.visibility).toBe('hidden');
    find('article p').textContent = 'An ordinary post';
    await clock.run();
    expect(find('article').style.cssText).toBe('visibility: visible; color: red;');
  });

  it('is hidden again when the page has shown it', async () => {
    await open(article('A LURE'), { mode: 'cover' });
    find('article').removeAttribute('style');
    find('article').insertAdjacentHTML('afterend', article('An ordinary post'));
    await clock.run();
    expect(find('article').style.visibility).toBe('hidden');
  });

  it('comes back into sight where the page lets no label stand', async () => {
    await open(article('A LURE'), { mode: 'cover' });
    for (let n = 0; n < 4; n++) {
      expect(find('article').style.visibility).toBe('hidden');
      labels()[0]?.remove();
      await clock.run();
    }
    expect(labels()).toEqual([]);
    expect(find('article').hasAttribute('style')).toBe(false);
  });

  it('stays hidden when the label is only opened', async () => {
    await open(article('A LURE'), { mode: 'cover' });
    buttons(labels()[0])[1]?.click();
    await clock.run();
    expect(find('article').style.visibility).toBe('hidden');
  });
});

describe('a tree of its own', () => {
  it('in an open shadow root is read, labelled and watched', async () => {
    document.body.innerHTML = '<my-feed></my-feed>';
    find('my-feed').attachShadow({ mode: 'open' }).innerHTML = article('A LURE');
    const html = document.body.innerHTML;
    await watch();
    const root = find('my-feed').shadowRoot as ShadowRoot;
    expect(levels()).toEqual(['danger']);
    expect(labels()[0]?.getRootNode()).toBe(root);
    expect(document.body.innerHTML).toBe(html);
    root.querySelector('article')?.insertAdjacentHTML('afterend', article('An ODD one'));
    await clock.run();
    expect(levels()).toEqual(['danger', 'caution']);
  });

  it('inside a post is part of its text, in order', async () => {
    document.body.innerHTML = '<article><p>before</p><my-text> after </my-text></article>';
    find('my-text').attachShadow({ mode: 'open' }).innerHTML = '<p>A LURE</p><slot></slot>';
    expect(readText(find('article'))).toBe('before\nA LURE\nafter');
  });

  it('in a frame of the same origin is read, and again when the frame loads', async () => {
    await open('<iframe></iframe>');
    const frame = find('iframe') as HTMLIFrameElement;
    (frame.contentDocument as Document).body.innerHTML = article('A LURE');
    frame.dispatchEvent(new Event('load'));
    await clock.run();
    expect(levels()).toEqual(['danger']);
    expect(labels()[0]?.ownerDocument).toBe(frame.contentDocument);
  });

  it('in a frame in a frame is read when that one loads', async () => {
    await open('<iframe></iframe>');
    const inner = (find('iframe') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = '<iframe></iframe>';
    find('iframe').dispatchEvent(new Event('load'));
    await clock.run();
    const frame = inner.querySelector('iframe') as HTMLIFrameElement;
    (frame.contentDocument as Document).body.innerHTML = article('A LURE');
    frame.dispatchEvent(new Event('load'));
    await clock.run();
    expect(levels()).toEqual(['danger']);
  });

  it('in a frame is read as anywhere: text behind a shadow root, small pictures, covers', async () => {
    await open('<iframe></iframe>', { mode: 'cover' });
    const inner = (find('iframe') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = `<article><p>before</p><my-text></my-text><p>A LURE</p></article><article><img width="20"></article>`;
    (inner.querySelector('my-text') as Element).attachShadow({ mode: 'open' }).innerHTML = '<p>in</p>';
    find('iframe').dispatchEvent(new Event('load'));
    await clock.run();
    expect(page.report().posts.map(({ post }) => post.text)).toEqual(['before\nin\nA LURE']);
    expect(page.report().pictures).toBe(0);
    expect((inner.querySelector('article') as HTMLElement).style.visibility).toBe('hidden');
  });
});

describe('a node', () => {
  it('that is used for another post is judged anew, and its label goes', async () => {
    await open(article('A LURE'));
    find('article p').textContent = 'An ordinary post';
    await clock.run();
    expect(labels()).toEqual([]);
    expect(document.body.innerHTML).toBe(article('An ordinary post'));
    expect(counts.at(-1)).toEqual({ note: 0, caution: 0, danger: 0 });
    (find('article p').firstChild as Text).data = 'Now an ODD one';
    await clock.run();
    expect(levels()).toEqual(['caution']);
    expect(rootOf(labels()[0]).textContent).toContain(t('level.caution'));
  });

  it('that is emptied loses its label, but its post stays listed until the address changes', async () => {
    await open(article('A LURE') + article('An ordinary post'));
    find('article').replaceChildren();
    await clock.run();
    expect(labels()).toEqual([]);
    expect(levels()).toEqual(['danger']);
    expect(page.show(page.report().posts[0]?.key ?? '')).toBe(false);
    place.href = 'https://other.example/next';
    find('article').textContent = 'Next page';
    await clock.run();
    expect(levels()).toEqual([]);
    expect(page.report().looked).toBe(2);
  });

  it('that is no card any more is let go', async () => {
    await open('<div data-card><p data-text>A LURE</p></div>', { host: 'site.example' });
    expect(labels()).toHaveLength(1);
    find('[data-text]').removeAttribute('data-text');
    find('p').textContent = 'A menu';
    await clock.run();
    expect(labels()).toEqual([]);
  });

  it('is forgotten with its post when many have left', async () => {
    await open('<div role="feed"></div>');
    for (let n = 0; n < 80; n++) {
      find('[role=feed]').innerHTML = article(`LURE number ${n}`);
      await clock.run();
    }
    expect(page.report().posts).toHaveLength(51);
    expect(page.report().posts.some(({ post }) => post.text === 'LURE number 79')).toBe(true);
    expect(page.report().posts.some(({ post }) => post.text === 'LURE number 3')).toBe(false);
  });
});

describe('a cut text', () => {
  it('is marked, and judged again when the rest is there', async () => {
    const card =
      '<div data-card><p data-text>A HINT at the beginning of a long text<a data-more>more</a></p></div>';
    await open(card, { host: 'site.example' });
    expect(page.report()).toMatchObject({ looked: 1, partial: 1, posts: [{ post: { partial: true } }] });
    find('[data-text]').textContent = 'A HINT at the beginning of a long text, and a LURE at the end';
    await clock.run();
    expect(page.report()).toMatchObject({ looked: 1, partial: 0 });
    expect(levels()).toEqual(['danger']);
  });

  it('is replaced by the whole text even when the site builds a new node for it', async () => {
    await open(
      '<div data-card><p data-text>A HINT at the beginning of a long text<a data-more>more</a></p></div>',
      { host: 'site.example' },
    );
    find('[data-card]').outerHTML =
      '<div data-card><p data-text>A HINT at the beginning of a long text, and a LURE at the end</p></div>';
    await clock.run();
    expect(levels()).toEqual(['danger']);
  });
});

describe('the same post', () => {
  const card = (author: string) => `<div data-card><b data-author>${author}</b><p data-text>A LURE</p></div>`;

  it('shown twice counts once and has one label, which follows it', async () => {
    await open(card('Example A') + card('Example A'), { host: 'site.example' });
    expect(labels()).toHaveLength(1);
    expect(counts).toEqual([{ note: 0, caution: 0, danger: 1 }]);
    find('[data-card]').remove();
    await clock.run();
    expect(labels()).toHaveLength(1);
  });

  it('put up by another has a label of its own', async () => {
    await open(card('Example A') + card('Example B'), { host: 'site.example' });
    expect(labels()).toHaveLength(2);
    expect(counts).toEqual([{ note: 0, caution: 0, danger: 1 }]);
  });
});

describe('a page that fights the label', () => {
  it('gets it back three times, then it keeps quiet while the count stays right', async () => {
    await open(article('A LURE'));
    const seen: number[] = [];
    for (let n = 0; n < 6; n++) {
      seen.push(labels().length);
      labels()[0]?.remove();
      await clock.run();
    }
    expect(seen).toEqual([1, 1, 1, 1, 0, 0]);
    expect(page.report().posts).toHaveLength(1);
    expect(counts).toEqual([{ note: 0, caution: 0, danger: 1 }]);
  });

  it('and takes it away at once, in an observer of its own, does not keep us busy', async () => {
    let removals = 0;
    const observer = new MutationObserver(() => {
      for (const host of labels()) {
        removals += 1;
        host.remove();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await open(article('A LURE'));
    observer.disconnect();
    expect(removals).toBe(4);
    expect(labels()).toEqual([]);
    expect(levels()).toEqual(['danger']);
  });

  it('learns nothing from it: no attributes, no text, a closed root', async () => {
    await open(article('A LURE'));
    const [host] = labels();
    expect(host?.outerHTML).toBe('<div></div>');
    expect(host?.shadowRoot).toBeNull();
  });

  it('does not make us read our own changes', async () => {
    await open(article('A LURE'));
    const asked = clock.now();
    await clock.run();
    expect(clock.now()).toBe(asked);
  });
});

describe('a label', () => {
  it('opens and closes a panel, by button and by Escape', async () => {
    await open(article('A LURE'));
    const [host] = labels();
    const [why] = buttons(host);
    expect(why?.getAttribute('aria-expanded')).toBe('false');
    why?.click();
    await clock.run();
    expect(why?.getAttribute('aria-expanded')).toBe('true');
    expect(rootOf(host).querySelector('#panel')?.textContent).toContain(t('label.help'));
    why?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await clock.run();
    expect(rootOf(host).querySelector('#panel')).toBeNull();
    expect(rootOf(host).activeElement).toBe(why);
  });

  it('says itself once to screen readers, and has a name', async () => {
    await open(article('A LURE'));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await clock.run();
    const root = rootOf(labels()[0]);
    expect(root.querySelector('[role=status]')?.textContent).toBe(
      t('label.said', { level: t('level.danger') }),
    );
    expect(root.querySelector('.label')?.getAttribute('aria-label')).toBe(t('label.region'));
  });

  it('is closed for this post and stays away, until the popup asks for it', async () => {
    await open(article('A LURE'));
    buttons(labels()[0])[1]?.click();
    await clock.run();
    expect(labels()).toEqual([]);
    find('article').insertAdjacentHTML('beforeend', '<p>x</p>');
    find('article p:last-child').remove();
    await clock.run();
    expect(labels()).toEqual([]);
    expect(page.show(page.report().posts[0]?.key ?? '')).toBe(true);
    await clock.run();
    expect(rootOf(labels()[0]).querySelector('#panel')).not.toBeNull();
  });

  it('does not obey clicks of the page and keeps its own from it', async () => {
    document.body.innerHTML = article('A LURE');
    let heard = 0;
    document.body.addEventListener('click', () => {
      heard += 1;
    });
    await watch();
    const [host] = labels();
    for (const button of buttons(host)) button.click();
    await clock.run();
    expect(labels()).toEqual([host]);
    expect(rootOf(host).querySelector('#panel')).toBeNull();
    expect(heard).toBe(0);
  });

  it('stands outside links and never in a text that is being written', async () => {
    await open(
      `<main><a href="#" id="link">${article('A LURE in a link')}</a></main><div contenteditable="true">${article('A LURE in a draft')}</div>`,
    );
    expect(labels()).toHaveLength(1);
    expect(labels()[0]?.nextElementSibling).toBe(find('#link'));
  });

  it('takes a line of its own below a row', async () => {
    await open(
      '<div role="feed"><div style="display: flex"><div class="side"></div><div class="main"><p>A LURE</p></div></div></div>',
    );
    expect(labels()[0]?.parentElement?.getAttribute('role')).toBe('feed');
  });
});

describe('a hostile page', () => {
  const clobber =
    '<img name="getElementById"><img name="createElement"><img name="body"><form><input name="parentNode"><input name="childNodes"><input name="firstChild"><input name="nextSibling"><input name="closest"><input name="isConnected"><input name="nodeType"><input name="attributes"></form>';

  it('cannot shadow what the readers use', async () => {
    await open(
      `<form class="card"><input name="parentNode"><input name="firstChild"><input name="closest"></form>${clobber}`,
    );
    find('.card').setAttribute('role', 'article');
    find('.card').insertAdjacentHTML('beforeend', '<p>A LURE in a form</p>');
    await clock.run();
    expect(page.report().posts.map(({ post }) => post.text)).toEqual(['A LURE in a form']);
    expect(labels()).toHaveLength(1);
  });

  it('that breaks drawing keeps the count', async () => {
    await open(`<img name="createElementNS">${article('A LURE')}`);
    expect(levels()).toEqual(['danger']);
  });

  it('with 50,000 siblings is read to the end', async () => {
    await open('');
    const box = document.createElement('div');
    for (let n = 0; n < 50_000; n++) box.appendChild(document.createElement('p')).textContent = 'x';
    box.appendChild(document.createElement('article')).textContent = 'A LURE';
    document.body.append(box);
    await clock.run();
    expect(levels()).toEqual(['danger']);
  });

  it('with 5,000 articles one in another is one post, read without recursion', () => {
    const top = document.createElement('article');
    let deep: Element = top;
    for (let n = 0; n < 5_000; n++)
      deep = deep.appendChild(document.createElement(n % 2 ? 'div' : 'article'));
    deep.textContent = 'at the bottom';
    // Not put into the page: jsdom itself recurses there.
    expect(findCards(top)).toEqual([top]);
    expect(readText(top)).toBe('at the bottom');
  });

  it('with a text of 10 MB is read up to a limit', async () => {
    await open(article('A LURE') + article(`HINT ${'filler words '.repeat(800_000)}`));
    expect(levels().sort()).toEqual(['danger', 'note']);
    expect(Math.max(...page.report().posts.map(({ post }) => post.text.length))).toBe(20_000);
  });

  it('with hostile attributes gives plain fields', async () => {
    const huge = 'x'.repeat(5_000_000);
    await open(
      `<article lang="${huge}"><h2><a href="javascript:alert(1)">${huge}</a></h2><img alt="${huge}"><p>A LURE</p></article>
       <article lang="en"><h2><a href="data:text/html,x">Title</a></h2><p>An ODD one</p></article>`,
    );
    const [first, second] = page.report().posts.map(({ post }) => post);
    expect(first?.title).toHaveLength(500);
    expect(first).not.toHaveProperty('url');
    expect(first?.text.length).toBeLessThanOrEqual(20_000);
    expect(second).toMatchObject({ title: 'Title', text: 'An ODD one' });
    expect(second).not.toHaveProperty('url');
  });

  it('with job data that is no JSON is read all the same', async () => {
    await open(
      `<script type="application/ld+json">{"@type": "JobPosting", "title": </script>${article('A LURE')}`,
    );
    expect(levels()).toEqual(['danger']);
  });

  it('that storms is looked at as a whole, once', async () => {
    await open('<div role="feed"></div>');
    for (let n = 0; n < 2_000; n++)
      find('[role=feed]').insertAdjacentHTML('beforeend', `<div>Post ${n}</div>`);
    find('[role=feed]').insertAdjacentHTML('beforeend', '<div>A LURE</div>');
    await clock.run();
    expect(page.report().looked).toBe(2_001);
    expect(levels()).toEqual(['danger']);
  });

  it('whose posts make the judge throw costs only those posts', async () => {
    const assess = detector.assess.bind(detector);
    detector.assess = (post) => {
      if (post.text.includes('BOMB')) throw new Error('no');
      return assess(post);
    };
    await open(article('A BOMB') + article('A LURE'));
    expect(levels()).toEqual(['danger']);
  });
});

describe('a site whose file has grown old', () => {
  const long = (word: string) =>
    article(
      `${word}: an ordinary text of some length that stands in an article, as posts do, and goes on for a while`,
    );

  it('is read roughly, until its own posts turn up', async () => {
    await open(`${long('First LURE')}${long('Second')}`, { host: 'site.example' });
    expect(page.report()).toMatchObject({ roughly: true, looked: 2 });
    expect(labels()).toHaveLength(1);
    document.body.insertAdjacentHTML('beforeend', '<div data-card><p data-text>An ODD one</p></div>');
    await clock.run();
    expect(page.report()).toMatchObject({ roughly: false, looked: 1 });
    expect(levels()).toEqual(['caution']);
    expect(labels()).toHaveLength(1);
  });

  it('is not read roughly where nothing looks like posts', async () => {
    await open(`<p>Settings</p>${article('Short')}`, { host: 'site.example' });
    expect(page.report()).toMatchObject({ roughly: false, looked: 0 });
  });
});

describe('an offer that is told to machines', () => {
  it('is labelled at its heading and read once', async () => {
    const text = 'LURE: you answer calls in an office abroad, flight and room are paid, no experience needed';
    const data = JSON.stringify({
      '@type': 'JobPosting',
      title: 'Call agent',
      description: `<p>${text}</p>`,
    });
    await open(
      `<script type="application/ld+json">${data}</script><main><div><h1>Call agent</h1></div>${article(text)}</main>`,
    );
    expect(counts).toEqual([{ note: 0, caution: 0, danger: 1 }]);
    expect(labels()).toHaveLength(1);
    expect(labels()[0]?.nextElementSibling).toBe(find('h1'));
  });

  it('is labelled when its heading comes after it', async () => {
    const data = JSON.stringify({ '@type': 'JobPosting', title: 'Call agent', description: '<p>A LURE</p>' });
    await open(`<script type="application/ld+json">${data}</script><main></main>`);
    expect(counts.at(-1)).toMatchObject({ danger: 1 });
    expect(labels()).toEqual([]);
    find('main').innerHTML = '<div><h1>Call agent</h1></div>';
    await clock.run();
    expect(labels().map((label) => label.nextElementSibling)).toEqual([find('h1')]);
  });

  it('has a label at each heading where one script tells several, and each is closed by itself', async () => {
    const offer = (title: string) => ({
      '@type': 'JobPosting',
      title,
      description: `<p>A LURE for ${title}</p>`,
    });
    const data = JSON.stringify(['Agent', 'Model', 'Typist'].map(offer));
    await open(
      `<script type="application/ld+json">${data}</script><div><h2>Agent</h2></div><div><h2>Model</h2></div><div><h2>Typist</h2></div>`,
    );
    expect(labels().map((label) => label.nextElementSibling?.textContent)).toEqual([
      'Agent',
      'Model',
      'Typist',
    ]);
    buttons(labels()[1]).at(-1)?.click();
    await clock.run();
    expect(labels().map((label) => label.nextElementSibling?.textContent)).toEqual(['Agent', 'Typist']);
  });
});

describe('a post in a language whose terms are not here yet', () => {
  it.each([
    ['waits for them', PACK],
    ['is judged without them where nobody can bring them', null],
  ])('%s', async (_what, pack) => {
    let arrive: (pack: Pack | null) => void = () => {};
    terms = new Promise((resolve) => {
      arrive = resolve;
    });
    detector.needs = ['xx'];
    await open(article('A LURE') + article('plain words'));
    expect(labels()).toHaveLength(0);
    let done = false;
    void page.read.then(() => {
      done = true;
    });
    await clock.run();
    expect(done).toBe(false);
    arrive(pack);
    await clock.run();
    await page.read;
    expect(labels()).toHaveLength(1);
    expect(counts.at(-1)).toMatchObject({ danger: 1 });
  });

  it('is judged without them where asking for them fails', async () => {
    let refuse = () => {};
    terms = new Promise((_, reject) => {
      refuse = () => reject(new Error('gone'));
    });
    detector.needs = ['xx'];
    await open(article('A LURE'));
    refuse();
    await clock.run();
    await page.read;
    expect(labels()).toHaveLength(1);
  });
});
