/** Starts and stops the reading of this page, as the reader's settings say. */
import type { CountMessage } from '../browser/messages';
import { answerRequests, sendCounts } from '../browser/runtime';
import { loadSettings, onSettings, pageMode, type Settings } from '../browser/settings';
import { loadTerms } from '../browser/terms';
import type { CompiledRules } from '../detect/compiled';
import { createDetector } from '../detect/detector';
import rules from '../generated/rules.json';
import sites from '../generated/sites.json';
import { Page } from './page';
import type { CompiledSites } from './read/siteFile';
import { learnWords } from './words';

const NOTHING: CountMessage['counts'] = { note: 0, caution: 0, danger: 0 };

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
  const apply = async (settings: Settings) => {
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
        sites: sites as unknown as CompiledSites,
        mode,
        counted: tell,
      });
  };
  answerRequests({
    report: () => page?.report(),
    show: ({ key }) => page && { found: page.show(key) },
    hide: ({ key }) => page && { done: page.hide(key) },
  });
  // A page that comes back from the browser's store has lost its number on the icon.
  addEventListener('pageshow', ({ persisted }) => persisted && sendCounts(counts));
  await apply((await loadSettings()).settings);
  onSettings((settings) => void apply(settings));
  await (page as Page | null)?.read;
}

function detector() {
  return createDetector(rules as unknown as CompiledRules);
}
