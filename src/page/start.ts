/** Starts and stops the reading of this page, as the reader's settings say. */
import type { CountMessage } from '../browser/messages';
import { answerRequests, sendCounts } from '../browser/runtime';
import { loadSettings, onSettings, pageMode, type Settings } from '../browser/settings';
import { loadTerms } from '../browser/terms';
import type { CompiledRules } from '../detect/compiled';
import { createDetector } from '../detect/detector';
import rules from '../generated/rules.json';
import sites from '../generated/sites.json?raw';
import { browserClock } from './clock';
import { Page } from './page';
import type { CompiledSites } from './read/siteFile';
import { learnWords } from './words';

const NOTHING: CountMessage['counts'] = { note: 0, caution: 0, danger: 0 };
/** The popup's first question waits this long for a page that is just being read, in ms; what is found later is told by counts. */
const PATIENCE_MS = 2_000;

/**
 * Reads this page from now on, unless the reader has switched its site off, and answers the popup. Resolves when
 * what stood on the page has been read. Never rejects.
 */
export async function start(): Promise<void> {
  let page: Page | null = null;
  let counts = NOTHING;
  const tell = (now: CountMessage['counts']) => {
    counts = now;
    sendCounts(now);
  };
  const use = async (settings: Settings) => {
    if (await learnWords(settings)) page?.redraw();
    const mode = pageMode(settings, location.hostname);
    if (mode === 'off') {
      page?.stop();
      if (page) tell(NOTHING);
      page = null;
    } else if (page) page.use(mode);
    else
      page = new Page({
        detector,
        terms: loadTerms,
        sites: () => JSON.parse(sites) as CompiledSites,
        mode,
        counted: tell,
      });
  };
  // One after the other: words that are on their way must not overtake those of a later choice.
  let turn: Promise<void> = Promise.resolve();
  let changed: Settings | null = null;
  const apply = (settings: Settings) => {
    turn = turn.then(() => use(settings)).catch(() => {});
    return turn;
  };
  onSettings((settings) => {
    changed = settings;
    void apply(settings);
  });
  const begun = loadSettings().then(({ settings }) => apply(changed ?? settings));
  answerRequests({
    report: async () => {
      await begun;
      await turn;
      if (page) await Promise.race([page.read, patience()]);
      return page?.report();
    },
    show: ({ key }) => page && { found: page.show(key) },
    hide: ({ key }) => page && { done: page.hide(key) },
  });
  // A page that comes back from the browser's store has lost its number on the icon.
  addEventListener('pageshow', ({ persisted }) => persisted && sendCounts(counts));
  await begun;
  await (page as Page | null)?.read;
}

function patience(): Promise<void> {
  return new Promise((resolve) => browserClock.later(resolve, PATIENCE_MS));
}

function detector() {
  return createDetector(rules as unknown as CompiledRules);
}
