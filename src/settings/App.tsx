/** All settings on one page. */
import { extensionVersion } from '../browser/about';
import { MODES, type Settings } from '../browser/settings';
import type { CompiledHelp } from '../helplines/types';
import type { Explainer } from '../ui/explainer';
import { LanguagePicker } from '../ui/LanguagePicker';
import { t } from '../ui/messages';
import { Places } from '../ui/Places';
import { Promises } from '../ui/Promises';
import { RepairNotice } from '../ui/RepairNotice';
import { Shell } from '../ui/Shell';
import { type SettingsPatch, useLoaded, useSettings } from '../ui/state';
import { Files } from './Files';
import { Sites } from './Sites';
import { WrongNotes } from './WrongNotes';

export interface SettingsProps {
  loadHelp: () => Promise<CompiledHelp>;
  loadExplainer: () => Promise<Explainer>;
}

export function SettingsApp({ loadHelp, loadExplainer }: SettingsProps) {
  const { settings, repaired, save, forgetNotice } = useSettings();
  const help = useLoaded(loadHelp);
  const rules = useLoaded(loadExplainer)?.version ?? '';
  return (
    <Shell here="settings" neutral={settings.neutral}>
      <h1>{t('settings.title')}</h1>
      {repaired && <RepairNotice done={forgetNotice} />}
      <section>
        <h2>{t('settings.you')}</h2>
        <LanguagePicker value={settings.language} change={(language) => save({ language })} />
        <Places help={help} settings={settings} save={save} />
      </section>
      <Marks settings={settings} save={save} />
      <Sites off={settings.offSites} save={save} />
      <Files settings={settings} save={save} />
      <WrongNotes />
      <Promises />
      <p class="soft closing">{t('settings.version', { version: extensionVersion(), rules })}</p>
    </Shell>
  );
}

/** How marked posts look, and how the icon does. */
function Marks({ settings, save }: { settings: Settings; save: (patch: SettingsPatch) => void }) {
  return (
    <>
      <fieldset class="choices">
        <legend>{t('settings.mode')}</legend>
        {MODES.map((mode) => (
          <label key={mode} class="switch">
            <input
              type="radio"
              name="mode"
              checked={settings.mode === mode}
              onChange={() => save({ mode })}
            />
            <span>
              {t(`settings.mode.${mode}`)}
              <span class="switch-hint">{t(`settings.mode.${mode}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{t('settings.icon')}</legend>
        <label class="switch">
          <input
            type="checkbox"
            checked={settings.neutral}
            onChange={(event) => save({ neutral: event.currentTarget.checked })}
          />
          <span>
            {t('settings.neutral')}
            <span class="switch-hint">{t('settings.neutral.hint')}</span>
          </span>
        </label>
      </fieldset>
    </>
  );
}
