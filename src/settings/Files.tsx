/** Settings as a file: to take them to another computer, or to set up a relative's. */
import { useState } from 'preact/hooks';
import { exportSettings, importSettings, type Settings } from '../browser/settings';
import { download } from '../ui/download';
import { t } from '../ui/messages';
import type { SettingsPatch } from '../ui/state';

export interface FilesProps {
  settings: Settings;
  /** Answers whether the store took it. */
  save: (patch: SettingsPatch) => Promise<boolean>;
}

export function Files({ settings, save }: FilesProps) {
  const [taken, setTaken] = useState<boolean | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const imported = importSettings(await file.text().catch(() => ''));
    if (!imported) return setTaken(false);
    const { version: _version, ...patch } = imported;
    // Of a refusal by the store the settings themselves speak: they are shown as they were.
    setTaken((await save(patch)) || null);
  };
  return (
    <section>
      <h2>{t('settings.files')}</h2>
      <p class="soft">{t('settings.files.about')}</p>
      <div class="buttons">
        <button
          type="button"
          onClick={() => download('lurelight-settings.json', 'application/json', exportSettings(settings))}
        >
          {t('settings.files.save')}
        </button>
        <label class="button">
          {t('settings.files.open')}
          <input
            class="unseen"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
      <p role="status">{taken !== null && t(taken ? 'settings.files.taken' : 'settings.files.refused')}</p>
    </section>
  );
}
