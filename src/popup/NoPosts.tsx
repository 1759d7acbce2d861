/** The two states in which a page is not looked at: not one of ours, or switched off by the reader. */
import { siteOf } from '../browser/settings';
import { t } from '../ui/messages';

/** The page has no reader of ours in it. `sites` are the hosts that are read, `host` this page's, if known. */
export function Unread({ sites, host }: { sites: string[]; host: string | null }) {
  const site = host === null ? null : siteOf(host);
  const known = site !== null && sites.some((one) => site === one || site.endsWith(`.${one}`));
  return (
    <section>
      <h2>{t('unread.title')}</h2>
      <p class="nothing">{t('unread.text')}</p>
      {known ? (
        <p>{t('unread.reload')}</p>
      ) : (
        <p class="soft">{t('unread.sites', { sites: sites.join(', ') })}</p>
      )}
    </section>
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
