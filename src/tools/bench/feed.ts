/** The feed that `npm run bench -- page` scrolls through: a page that makes its posts itself. */
import { HONEST, LURE_EN, LURE_ZH, WARNING } from '../../../tests/browser/feed';

/** One post in so many is a lure; as many are an honest offer or a warning. */
const LURE_EVERY = 50;
/** Sentences of a post, one length after the other. */
const LENGTHS = [1, 3, 1, 2, 8, 1, 4, 2, 20];
const SENTENCES = [
  'We walked up to the old mill this morning, and the fog only lifted at ten.',
  'Same again on Sunday!',
  'Does anybody know a plumber who answers the phone?',
  'My sister has moved to the coast and sends pictures of the harbour every day.',
  'The bus was late, the coffee was cold, and still it was a good day at work.',
  'Happy birthday to the best neighbour in the street.',
  'For sale: two garden chairs, hardly used, 40 for both, to be fetched.',
  'The school looks for parents who can help with the summer fair.',
  'I finished the book that you lent me, and now I want the second part.',
  'Congratulations to the team, three wins in a row and only one card.',
  'Our train to the mountains leaves at six, so no long evening for us.',
  'Grandmother made her plum cake again, and nothing was left after ten minutes.',
  'They have dug up the road by the station for the third time this year.',
  'Lost: a grey cat with one white paw, last seen behind the bakery.',
  'What a concert, my ears are still ringing.',
  'New shift plan at the hospital: I work nights until Friday and then have a week off.',
  'If you travel to the lake, take the small road, the view is worth it.',
];

export interface Feed {
  posts: string[];
  alive: number;
  perFrame: number;
}

/** The text of post `n`. The number at its end makes it a text that nobody has judged before. */
export function postText(n: number): string {
  const lures = [LURE_EN, LURE_ZH];
  const special: Record<number, string | undefined> = {
    0: lures[(n / LURE_EVERY) % 2],
    15: HONEST,
    35: WARNING,
  };
  const length = LENGTHS[n % LENGTHS.length] as number;
  const sentences = Array.from({ length }, (_, k) => SENTENCES[(n * 7 + k * 5) % SENTENCES.length]);
  return `${special[n % LURE_EVERY] ?? sentences.join(' ')} (${n})`;
}

/**
 * Runs in the page: builds the feed and the function that scrolls through it. Labels are the only elements without a
 * `data-own` attribute, so the page can tell where one stands.
 */
function buildFeed({ posts, alive, perFrame, lureEvery }: Feed & { lureEvery: number }): void {
  const feed = document.querySelector('[role=feed]') as HTMLElement;
  const space = document.querySelector('.space') as HTMLElement;
  const isLabelled = (card: Element) => card.querySelector(':not([data-own])') !== null;

  // Big sites wrap every part many times over: a card has some 150 elements.
  const wrap = (times: number, inner: string) =>
    `${'<div class="wrap">'.repeat(times)}${inner}${'</div>'.repeat(times)}`;
  const control = (words: string) =>
    wrap(
      5,
      `<div role="button" tabindex="-1">${wrap(3, '<svg viewBox="0 0 9 9"><path d="M1 1h7v5H4L1 8z"/></svg>')}<span>${words}</span></div>`,
    );
  const comment = (author: string, words: string) =>
    `<div role="article">${wrap(6, `<i class="face"></i><a href="/example.${author}">Example ${author}</a><div dir="auto">${words}</div>`)}</div>`;
  const makeCard = (): HTMLElement => {
    const card = document.createElement('div');
    card.innerHTML = `<div role="article">${wrap(
      8,
      `<div class="head"><i class="face"></i><div>${wrap(4, '<h3><a></a></h3><small></small>')}</div>${control('')}</div>
      <div class="message" data-ad-rendering-role="story_message"></div>
      ${wrap(6, '<div class="picture"></div>')}
      <div class="row">${control('Like')}${control('Comment')}${control('Share')}</div>
      ${comment('C', 'Lovely!')}${comment('D', 'Where is that?')}`,
    )}</div>`;
    for (const element of card.querySelectorAll<HTMLElement>('*')) element.dataset.own = '';
    return card;
  };

  const fill = (card: HTMLElement, n: number) => {
    const author = card.querySelector('h3 a') as HTMLAnchorElement;
    author.href = `/example.${n}`;
    author.textContent = `Example ${n}`;
    (card.querySelector('small') as HTMLElement).textContent = `${n % 24} h`;
    const words = document.createElement('div');
    words.dir = 'auto';
    words.dataset.own = '';
    words.textContent = posts[n] as string;
    (card.querySelector('.message') as HTMLElement).replaceChildren(words);
  };

  const cards = Array.from({ length: alive }, makeCard);
  cards.forEach((card, n) => {
    fill(card, n);
    feed.append(card);
  });

  const seen = { labelled: 0, lures: 0 };
  /** Lures of which it can be told whether they are labelled; the first post of all is one. */
  const waited = new Set([0]);

  /** Post `n` takes the place of the one that has been there longest. */
  const turn = (n: number) => {
    const old = cards[n % alive] as HTMLElement;
    if (waited.has(n - alive)) {
      seen.lures++;
      if (isLabelled(old)) seen.labelled++;
    }
    // Half of the posts come in nodes of their own, half in nodes that held another.
    const card = n % 2 === 0 ? old : makeCard();
    if (card !== old) old.remove();
    cards[n % alive] = card;
    // Where a label is left from an earlier post, nobody can tell whether a new one comes.
    if (n % lureEvery === 0 && !isLabelled(card)) waited.add(n);
    fill(card, n);
    feed.append(card);
  };

  // A callback, not a promise: what runs after a promise is not counted as script.
  const scroll = () =>
    new Promise((resolve) => {
      let next = alive;
      const frame = () => {
        const end = Math.min(next + perFrame, posts.length);
        while (next < end) turn(next++);
        // What has gone past keeps its room, or the page would not scroll.
        space.style.height = `${next * 500}px`;
        scrollTo(0, document.documentElement.scrollHeight);
        if (next < posts.length) requestAnimationFrame(frame);
        else resolve(seen);
      };
      requestAnimationFrame(frame);
    });
  Object.assign(globalThis, { scrollFeed: scroll });
}

/** The page that is served; it notes its long tasks from the start. */
export function pageHtml(feed: Feed): string {
  const input = JSON.stringify({ ...feed, lureEvery: LURE_EVERY }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example feed</title><link rel="icon" href="data:,">
    <style>
      body { margin: 0; font: 15px/1.4 sans-serif; background: #f0f2f5 }
      main { max-width: 600px; margin: auto }
      [role=feed] > div { margin: 16px 0; padding: 12px; background: #fff; border-radius: 8px; box-shadow: 0 1px 2px #0003 }
      .head, .row { display: flex; gap: 8px; justify-content: space-between }
      .face { width: 40px; height: 40px; border-radius: 50%; background: #99b }
      .wrap { display: flex; flex-direction: column; min-width: 0; position: relative }
      .message { margin: 12px 0 }
      .picture { height: 240px; background: linear-gradient(#9ab, #cde) }
      svg { width: 16px; height: 16px; fill: #667 }
    </style></head>
    <body><main><div class="space"></div><div role="feed"></div></main>
    <script>
      // The compiler of this tool wraps named functions in a helper that the page lacks.
      globalThis.__name = (made) => made;
      globalThis.longTasks = [];
      new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((task) => task.duration))).observe({ type: 'longtask' });
      (${buildFeed})(${input});
    </script></body></html>`;
}
