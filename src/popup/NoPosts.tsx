/** The two states in which a page is not looked at: not one of ours, or switched off by the reader. */
import { useState } from 'preact/hooks';
import { siteOf } from '../browser/settings';
import { t } from '../ui/messages';
import type { Ports, Tab } from './ports';

export interface UnreadProps {
  ports: Ports;
  tab: Tab | null;
  /** Asks the page once more, after it has been read. */
  again: () => void;
}

/** The page has no reader of ours in it; the reader can have it read now, or its site for good. */
export function Unread({ ports, tab, again }: UnreadProps) {
  const [refused, setRefused] = useState(false);
  const site = tab?.host ? siteOf(tab.host) : null;
  const readNow = async () => {
    if (tab === null) return;
    const done = await ports.read(tab);
    setRefused(!done);
    if (done) again();
  };
  return (
    <section>
      <h2>{t('unread.title')}</h2>
      <p class="nothing">{t('unread.text')}</p>
      {tab !== null && (
        <button type="button" class="main-button" onClick={() => void readNow()}>
          {t('unread.now')}
        </button>
      )}
      <p role="status">{refused && t('unread.refused')}</p>
      {site !== null && <Always ports={ports} site={site} again={again} />}
      <details>
        <summary>{t('unread.which')}</summary>
        <p class="soft">{t('unread.sites', { sites: ports.sites().join(', ') })}</p>
      </details>
    </section>
  );
}

/** A site of the reader's own choice, for good: what that means stands beside the button, before the browser asks. */
function Always({ ports, site, again }: { ports: Ports; site: string; again: () => void }) {
  const allow = async () => {
    if (await ports.allow(site)) again();
  };
  return (
    <details>
      <summary>{t('unread.always', { site })}</summary>
      <p>{t('unread.always.means', { site })}</p>
      <button type="button" onClick={() => void allow()}>
        {t('unread.always.ask', { site })}
      </button>
    </details>
  );
}

/** The reader has switched this site off. */
export function Off({ host }: { host: string }) {
  return (
    <section>
      <h2>{t('off.title')}</h2>
      <p>{t('off.text', { site: siteOf(host) })}</p>
    </section>
  );
}
