/** Sites that are switched off, and sites that the reader has added. */
import { useEffect, useState } from 'preact/hooks';
import { chosenSites, giveBackSite } from '../browser/pages';
import { t } from '../ui/messages';
import type { SettingsPatch } from '../ui/state';

export interface SitesProps {
  off: string[];
  save: (patch: SettingsPatch) => void;
}

export function Sites({ off, save }: SitesProps) {
  const [added, setAdded] = useState<string[]>([]);
  useEffect(() => {
    void chosenSites().then(setAdded);
  }, []);
  const giveBack = async (site: string) => {
    await giveBackSite(site);
    setAdded(await chosenSites());
  };
  return (
    <section>
      <h2>{t('settings.sites')}</h2>
      <h3>{t('settings.sites.off')}</h3>
      <SiteList
        sites={off}
        none={t('settings.sites.off.none')}
        action={t('settings.sites.on')}
        act={(site) => save({ offSites: off.filter((one) => one !== site) })}
      />
      <h3>{t('settings.sites.added')}</h3>
      <SiteList
        sites={added}
        none={t('settings.sites.added.none')}
        action={t('settings.sites.remove')}
        act={(site) => void giveBack(site)}
      />
    </section>
  );
}

interface SiteListProps {
  sites: string[];
  none: string;
  action: string;
  act: (site: string) => void;
}

function SiteList({ sites, none, action, act }: SiteListProps) {
  if (sites.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="sites">
      {sites.map((site) => (
        <li key={site}>
          <bdi dir="ltr">{site}</bdi>
          <button type="button" onClick={() => act(site)} aria-label={`${action}: ${site}`}>
            {action}
          </button>
        </li>
      ))}
    </ul>
  );
}
