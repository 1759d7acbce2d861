/** What the reader can switch off: this site, and the labels inside pages. */
import { useRef, useState } from 'preact/hooks';
import { type Mode, pageMode, type Settings, siteOf } from '../browser/settings';
import { t } from '../ui/messages';
import type { SettingsPatch } from '../ui/state';

export interface SwitchesProps {
  settings: Settings;
  /** Host of the page in front of the reader; null where nothing can be switched off. */
  host: string | null;
  /** Answers whether the store took it. */
  save: (patch: SettingsPatch) => Promise<boolean>;
}

export function Switches({ settings, host, save }: SwitchesProps) {
  const [changed, setChanged] = useState(false);
  const change = async (patch: SettingsPatch) => setChanged(await save(patch));
  // Covers that are switched off and on again come back as covers.
  const marks = useRef<Mode>('label');
  if (settings.mode !== 'toolbar') marks.current = settings.mode;
  return (
    <section class="switches">
      <h2>{t('switches.title')}</h2>
      {host !== null && (
        <Switch
          label={t('switches.site', { site: siteOf(host) })}
          on={pageMode(settings, host) !== 'off'}
          change={(on) => void change({ offSites: sitesWith(settings.offSites, siteOf(host), !on) })}
        />
      )}
      <Switch
        label={t('switches.labels')}
        hint={t('switches.labels.hint')}
        on={settings.mode !== 'toolbar'}
        change={(on) => void change({ mode: on ? marks.current : 'toolbar' })}
      />
      <p class="soft" role="status">
        {changed && t('switches.reload')}
      </p>
    </section>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  change: (on: boolean) => void;
}

function Switch({ label, hint, on, change }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span class="switch-hint">{hint}</span>}
      </span>
    </label>
  );
}

/** `sites` with `site` in it, or without it and without the parent hosts that would keep it off. */
function sitesWith(sites: string[], site: string, off: boolean): string[] {
  const others = sites.filter((one) => site !== one && !site.endsWith(`.${one}`));
  return off ? [...others, site] : others;
}
