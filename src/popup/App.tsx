/** The popup: this page's posts, one post's reasons, what to do, whom to call. */
import { useState } from 'preact/hooks';
import type { Settings } from '../browser/settings';
import { pageMode } from '../browser/settings';
import type { CompiledHelp } from '../help/types';
import { Lamp } from '../ui/Lamp';
import { t } from '../ui/messages';
import { Detail } from './Detail';
import { Help } from './Help';
import { useHelp } from './helpData';
import { Licence } from './Licence';
import { Off, Unread } from './NoPosts';
import { PostList } from './PostList';
import type { Ports } from './ports';
import { Switches } from './Switches';
import { type Explain, type PageState, useExplain, usePage, useSettings } from './state';

export interface AppProps {
  ports: Ports;
  loadHelp: () => Promise<CompiledHelp>;
  loadExplainer: () => Promise<Explain>;
  /** True on the full page, which needs no link to itself. */
  full: boolean;
}

export function App({ ports, loadExplainer, loadHelp, full }: AppProps) {
  const page = usePage(ports);
  const explain = useExplain(loadExplainer);
  const help = useHelp(loadHelp);
  const { settings, repaired, save, forgetNotice } = useSettings();
  const [chosen, setChosen] = useState<string | null>(null);
  const item = page.kind === 'read' ? page.report.posts.find((post) => post.key === chosen) : undefined;
  return (
    <>
      <Top tab={page.tab?.id} full={full} />
      {repaired && <RepairNotice done={forgetNotice} />}
      <main>
        {item && page.kind === 'read' ? (
          <Detail
            key={item.key}
            item={item}
            reasons={explain?.(item.assessment) ?? []}
            back={() => setChosen(null)}
            show={() => ports.show(page.tab, item.key)}
            licence={<Licence help={help} settings={settings} promised={item.assessment.promised} />}
          />
        ) : (
          <Overview page={page} settings={settings} sites={ports.sites()} open={setChosen} />
        )}
        <Help help={help} settings={settings} save={save} promised={item ? item.assessment.promised : null} />
      </main>
      <footer>
        <Switches settings={settings} host={page.tab?.host ?? null} save={save} />
        <p class="soft">{t('popup.promise')}</p>
      </footer>
    </>
  );
}

interface OverviewProps {
  page: PageState;
  settings: Settings;
  sites: string[];
  open: (key: string) => void;
}

function Overview({ page, settings, sites, open }: OverviewProps) {
  const host = page.tab?.host ?? null;
  if (host !== null && pageMode(settings, host) === 'off') return <Off host={host} />;
  if (page.kind === 'asking') return <p class="asking soft">{t('popup.asking')}</p>;
  if (page.kind === 'unread') return <Unread sites={sites} host={host} />;
  return <PostList report={page.report} open={open} />;
}

function Top({ tab, full }: { tab: number | undefined; full: boolean }) {
  return (
    <header class="top">
      <Lamp />
      <h1>{t('popup.name')}</h1>
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

function RepairNotice({ done }: { done: () => void }) {
  return (
    <div class="notice" role="status">
      <p>{t('popup.repaired')}</p>
      <button type="button" onClick={done}>
        {t('popup.repaired.ok')}
      </button>
    </div>
  );
}
