/** Sites that are switched off, and sites that the reader has added. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { chosenSites, giveBackSite } from '../browser/pages';
import { focusHeading, isFocusLost } from '../ui/focus';
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
      <SiteList
        title={t('settings.sites.off')}
        sites={off}
        none={t('settings.sites.off.none')}
        action={t('settings.sites.on')}
        act={(site) => save({ offSites: off.filter((one) => one !== site) })}
      />
      <SiteList
        title={t('settings.sites.added')}
        sites={added}
        none={t('settings.sites.added.none')}
        action={t('settings.sites.remove')}
        act={(site) => void giveBack(site)}
      />
    </section>
  );
}

interface SiteListProps {
  title: string;
  sites: string[];
  none: string;
  action: string;
  act: (site: string) => void;
}

function SiteList({ title, sites, none, action, act }: SiteListProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pressed.current === null || sites.includes(pressed.current)) return;
    pressed.current = null;
    // The button that was pressed has gone with its site.
    if (isFocusLost()) focusHeading(heading.current);
  }, [sites]);
  const press = (site: string) => {
    pressed.current = site;
    act(site);
  };
  return (
    <>
      <h3 ref={heading}>{title}</h3>
      {sites.length === 0 && <p class="soft">{none}</p>}
      {sites.length > 0 && (
        <ul class="sites">
          {sites.map((site) => (
            <li key={site}>
              <bdi dir="ltr">{site}</bdi>
              <button type="button" onClick={() => press(site)} aria-label={`${action}: ${site}`}>
                {action}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
