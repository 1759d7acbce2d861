/** The popup: this page's posts, one post's reasons, what to do, whom to call. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PagePost } from '../browser/messages';
import type { Settings } from '../browser/settings';
import { pageMode } from '../browser/settings';
import { isWarning } from '../detect/types';
import type { CompiledHelp } from '../helplines/types';
import { Detail } from '../ui/Detail';
import type { Explainer } from '../ui/explainer';
import { focusHeading, isFocusLost } from '../ui/focus';
import { Help } from '../ui/help/Help';
import { NO_HELP } from '../ui/help/helpData';
import { Licence } from '../ui/help/Licence';
import { More } from '../ui/More';
import { t } from '../ui/messages';
import { RepairNotice } from '../ui/RepairNotice';
import { Name, PageLinks } from '../ui/Shell';
import { useLoaded, useSettings } from '../ui/state';
import { Off, Unread } from './NoPosts';
import { PostList } from './PostList';
import type { Ports } from './ports';
import { Switches } from './Switches';
import { type PageState, usePage } from './state';

export interface AppProps {
  ports: Ports;
  loadHelp: () => Promise<CompiledHelp>;
  loadExplainer: () => Promise<Explainer>;
  /** True on the full page, which needs no link to itself. */
  full: boolean;
}

export function App({ ports, loadExplainer, loadHelp, full }: AppProps) {
  const { page, again } = usePage(ports);
  // The posts come first; rules and help lines are large.
  const answered = page.kind !== 'asking';
  const explainer = useLoaded(loadExplainer, answered);
  const help = useLoaded(loadHelp, answered, NO_HELP);
  const { settings, repaired, save, forgetNotice } = useSettings();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const item = page.kind === 'read' ? page.report.posts.find((post) => post.key === chosen) : undefined;
  const reasons = (item && explainer?.explain(item.assessment)) ?? [];
  const opened = useWayBack(list, item !== undefined);
  const open = (key: string) => {
    opened();
    setChosen(key);
  };
  return (
    <>
      <Top tab={page.tab?.id} full={full} neutral={settings.neutral} />
      {repaired && <RepairNotice done={forgetNotice} />}
      <main>
        {item && page.kind === 'read' && (
          <Detail
            key={item.key}
            item={item}
            reasons={reasons}
            back={() => setChosen(null)}
            show={() => ports.show(page.tab, item.key)}
            hide={isLabelled(item, settings) ? () => ports.hide(page.tab, item.key) : undefined}
            more={<More item={item} reasons={reasons} rules={explainer?.version ?? ''} />}
            licence={<Licence help={help} settings={settings} promised={item.assessment.promised} />}
          />
        )}
        {/* Kept behind the post: its buttons and what was unfolded are still there on the way back. */}
        <div ref={list} hidden={item !== undefined}>
          <Overview page={page} settings={settings} ports={ports} open={open} again={again} />
        </div>
        <Help help={help} settings={settings} save={save} promised={item ? item.assessment.promised : null} />
      </main>
      <footer>
        <PageLinks here="popup" />
        <Switches settings={settings} host={page.tab?.host ?? null} save={save} />
        <p class="soft">{t('popup.promise')}</p>
      </footer>
    </>
  );
}

/**
 * Gives the focus back to the button that opened a post when the post is closed or gone, else to the heading of the list.
 * `away` is true while a post is open; to be told by the answered function when one is opened.
 */
function useWayBack(list: RefObject<HTMLElement | null>, away: boolean): () => void {
  const opener = useRef<Element | null>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !away && isFocusLost()) {
      const button = opener.current;
      if (button instanceof HTMLElement && list.current?.contains(button)) button.focus();
      else focusHeading(list.current?.querySelector('h2'));
    }
    wasAway.current = away;
  }, [list, away]);
  return () => {
    opener.current = document.activeElement;
  };
}

/** Whether the page bears a label for the post; a single small sign gets none. */
function isLabelled({ assessment: { level } }: PagePost, { mode }: Settings): boolean {
  return mode !== 'toolbar' && isWarning(level);
}

interface OverviewProps {
  page: PageState;
  settings: Settings;
  ports: Ports;
  open: (key: string) => void;
  /** Asks the page once more. */
  again: () => void;
}

function Overview({ page, settings, ports, open, again }: OverviewProps) {
  const host = page.tab?.host ?? null;
  if (host !== null && pageMode(settings, host) === 'off') return <Off host={host} />;
  if (page.kind === 'asking') return <p class="asking soft">{t('popup.asking')}</p>;
  if (page.kind === 'unread') return <Unread ports={ports} tab={page.tab} again={again} />;
  return <PostList report={page.report} open={open} />;
}

function Top({ tab, full, neutral }: { tab: number | undefined; full: boolean; neutral: boolean }) {
  return (
    <header class="top">
      <Name neutral={neutral} heading />
      {!full && (
        <a
          href={`?page=1${tab === undefined ? '' : `&tab=${tab}`}`}
          target="_blank"
          rel="noreferrer noopener"
        >
          {t('popup.full')}
        </a>
      )}
    </header>
  );
}
