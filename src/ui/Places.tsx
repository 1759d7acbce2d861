/** Where the reader is and what passport the reader has: guessed from the device, never from the network. */
import type { Settings } from '../browser/settings';
import type { CompiledHelp } from '../helplines/types';
import { CountryPicker } from './help/CountryPicker';
import { noteChoice, whereabouts } from './help/helpData';
import { t } from './messages';
import type { SettingsPatch } from './state';

export interface PlacesProps {
  /** Null until it has loaded. */
  help: CompiledHelp | null;
  settings: Settings;
  save: (patch: SettingsPatch) => void;
  /** False where the surface itself has asked where the reader is. */
  here?: boolean;
}

export function Places({ help, settings, save, here = true }: PlacesProps) {
  const where = whereabouts(settings, help);
  const chooseHere = (country: string | null) => {
    noteChoice(country);
    save({ country });
  };
  return (
    <div class="pickers">
      {here && (
        <CountryPicker
          label={t('help.where')}
          none={t('help.where.none')}
          hint={where !== null && settings.country === null ? t('help.where.guessed') : undefined}
          value={where}
          change={chooseHere}
        />
      )}
      <CountryPicker
        label={t('help.nationality')}
        none={t('help.nationality.none')}
        value={settings.nationality}
        change={(nationality) => save({ nationality })}
      />
    </div>
  );
}
