/**
 * `npm run bench -- page [posts a frame] [rounds]`: what the built extension costs a page. Chromium scrolls through
 * one feed without an extension, with ours, and with a naive reader. The page is lighter than a real one, so shares
 * come out higher than in life. Times are those of the processor, and the least of all rounds counts: other work on the
 * machine makes caches cold and only ever adds.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession } from 'puppeteer-core';
import { formatTable } from '../measure';
import { ADDRESS, answer, launch } from './browser';
import { pageHtml, postText } from './feed';

const POSTS = 5_000;
/** Cards of the feed, used again and again. */
const ALIVE = 30;
/** Posts that come with each frame: more than anybody reads, so that a run takes some 30 s. */
const PER_FRAME = 3;
const ROUNDS = 3;
/** Time for a reader to start before the feed moves, and to finish after it, in ms. */
const SETTLE_MS = 1_500;
/** A first draft of such an extension: it scans all words of the page at every change. */
const NAIVE = {
  manifest: { content_scripts: [{ js: ['naive.js'], matches: [`${ADDRESS}*`], run_at: 'document_idle' }] },
  files: {
    'naive.js': `
const signs = /free (flight|ticket|accommodation)|no experience|telegram|call cent(re|er)|usd (a|per) month|包机票|无需经验|月薪/giu;
let found = 0;
const scan = () => { found = (document.body.innerText.match(signs) ?? []).length; };
new MutationObserver(scan).observe(document.body, { childList: true, characterData: true, subtree: true });
scan();
`,
  },
};

const KINDS = ['alone', 'ours', 'naive'] as const;
type Kind = (typeof KINDS)[number];

/** What the page saw of the lures that it showed. */
interface Seen {
  labelled: number;
  lures: number;
}

/** One run: times in ms, the heap in MB. */
interface Figures {
  loading: number;
  scrolling: number;
  script: number;
  layout: number;
  style: number;
  layouts: number;
  heap: number;
  longTasks: number;
  longest: number;
  labelled: number;
  lures: number;
}

type Rounds = Record<Kind, Figures[]>;

async function metrics(session: CDPSession): Promise<(name: string) => number> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  return (name) => all.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

/** Array buffers that one collection lets go of are given back by the next. */
const COLLECTIONS = 3;

/** MB that are in use after collections: objects, and the array buffers that hold compiled rules. */
async function usedHeap(session: CDPSession): Promise<number> {
  for (let n = 0; n < COLLECTIONS; n++) await session.send('HeapProfiler.collectGarbage');
  const used = (await metrics(session))('JSHeapUsedSize');
  const { backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (used + backingStorageSize) / 2 ** 20;
}

/** Scrolls through the feed in a new page and measures it. */
async function measurePage(browser: Browser, html: string): Promise<Figures> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, html));
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(ADDRESS);
  await page.bringToFront();
  await sleep(SETTLE_MS);
  const before = await metrics(session);
  const { labelled, lures } = (await page.evaluate('scrollFeed()')) as Seen;
  await sleep(SETTLE_MS);
  const after = await metrics(session);
  const longTasks = (await page.evaluate('longTasks')) as number[];
  const spent = (name: string) => (after(name) - before(name)) * 1_000;
  return {
    loading: before('TaskDuration') * 1_000,
    scrolling: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration'),
    style: spent('RecalcStyleDuration'),
    layouts: after('LayoutCount') - before('LayoutCount'),
    heap: await usedHeap(session),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    labelled,
    lures,
  };
}

async function run(kind: Kind, html: string): Promise<Figures> {
  const { browser, close } = await launch({ ours: kind === 'ours', other: kind === 'naive' ? NAIVE : null });
  try {
    return await measurePage(browser, html);
  } finally {
    await close();
  }
}

/** The least of a figure over all rounds of a kind. */
function least(rounds: readonly Figures[], figure: (figures: Figures) => number): number {
  return Math.min(...rounds.map(figure));
}

/** Rows of what was measured. */
function measuredRows(rounds: Rounds): string[][] {
  const row = (title: string, figure: (figures: Figures) => number, digits = 0) => [
    title,
    ...KINDS.map((kind) => least(rounds[kind], figure).toFixed(digits)),
  ];
  return [
    row('main thread until the feed moves, ms', ({ loading }) => loading),
    row('main thread while it moves, ms', ({ scrolling }) => scrolling),
    row('  script, ms', ({ script }) => script),
    row('  layout, ms', ({ layout }) => layout),
    row('  style, ms', ({ style }) => style),
    row('layouts', ({ layouts }) => layouts),
    row('tasks over 50 ms', ({ longTasks }) => longTasks),
    row('longest of them, ms', ({ longest }) => longest),
    row('heap after collection, MB', ({ heap }) => heap, 1),
    row('lures labelled before they left, %', ({ labelled, lures }) => (100 * labelled) / lures),
  ];
}

/** Rows of what a reader adds to the page alone. */
function addedRows(rounds: Rounds): string[][] {
  const row = (
    title: string,
    figure: (figures: Figures) => number,
    added: (reader: number, alone: number) => number,
  ) => [
    title,
    '',
    ...(['ours', 'naive'] as const).map((kind) =>
      added(least(rounds[kind], figure), least(rounds.alone, figure)).toFixed(1),
    ),
  ];
  const share = (reader: number, alone: number) => 100 * (reader / alone - 1);
  return [
    row('added main thread while it moves, % (aim: at most 5)', ({ scrolling }) => scrolling, share),
    row(
      // Whatever the pace of the processor in a run, the page's own layout and painting had the same.
      'added script, told by the rest of the same run, %',
      ({ script, scrolling }) => scrolling / (scrolling - script),
      share,
    ),
    row('added main thread in all, %', ({ loading, scrolling }) => loading + scrolling, share),
    row('added layouts, %', ({ layouts }) => layouts, share),
    row(
      'added heap, MB (aim: at most 5)',
      ({ heap }) => heap,
      (reader, alone) => reader - alone,
    ),
  ];
}

/** Measures and prints. Throws when the extension is not built or no browser can be had. */
export async function benchPage(perFrame = PER_FRAME, count = ROUNDS): Promise<void> {
  if (!(perFrame >= 1 && count >= 1))
    throw new Error('npm run bench -- page [posts a frame] [rounds]: numbers from 1.');
  const posts = Array.from({ length: POSTS }, (_, n) => postText(n));
  const html = pageHtml({ posts, alive: ALIVE, perFrame });
  const rounds: Rounds = { alone: [], ours: [], naive: [] };
  for (let n = 0; n < count; n++) for (const kind of KINDS) rounds[kind].push(await run(kind, html));
  console.log(
    `${POSTS} posts scrolled through, ${ALIVE} at a time, ${perFrame} a frame; the least of ${count} rounds`,
  );
  console.log(
    formatTable(
      ['', 'page alone', 'with Lurelight', 'with a naive reader'],
      [...measuredRows(rounds), ...addedRows(rounds)],
    ),
  );
}
