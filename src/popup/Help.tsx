/** Whom to call: by the country that the post names, where the reader is, and the reader's nationality. */
import type { Settings } from '../browser/settings';
import { chooseHelp, type HelpSection } from '../help/choose';
import type { CompiledHelp } from '../help/types';
import { countryName, t } from '../ui/messages';
import { Rich } from '../ui/Rich';
import { CountryPicker } from './CountryPicker';
import { guessHere } from './helpData';
import { LicencePlace } from './Licence';
import { Line } from './Line';
import type { SettingsPatch } from './state';

export interface HelpProps {
  /** Null until it has loaded. */
  help: CompiledHelp | null;
  settings: Settings;
  save: (patch: SettingsPatch) => void;
  /** Countries that the chosen post promises; null when no post is chosen. */
  promised: string[] | null;
}

export function Help({ help, settings, save, promised }: HelpProps) {
  if (help === null) return <section class="help" aria-busy="true" />;
  const guessed = settings.country === null ? guessHere(help) : null;
  const where = settings.country ?? guessed;
  const sections = chooseHelp(help, { promised: promised ?? [], where, nationality: settings.nationality });
  return (
    <section class="help">
      <h2>{t('help.title')}</h2>
      <div class="pickers">
        <CountryPicker
          label={t('help.where')}
          none={t('help.where.none')}
          hint={guessed ? t('help.where.guessed') : undefined}
          value={where}
          change={(country) => save({ country })}
        />
        <CountryPicker
          label={t('help.nationality')}
          none={t('help.nationality.none')}
          value={settings.nationality}
          change={(nationality) => save({ nationality })}
        />
      </div>
      {sections
        // With a post open, the licence stands in the first step.
        .filter(({ id }) => promised === null || id !== 'licence')
        .map((one) => (
          <Section key={`${one.id}-${one.country}`} section={one} from={where} />
        ))}
      <p class="soft">{t('help.caveat')}</p>
    </section>
  );
}

function Section({ section, from }: { section: HelpSection; from: string | null }) {
  const { id, country, advice, lines, emergency, licenceCheck, links } = section;
  const place = country === null ? '' : countryName(country);
  return (
    <section class="help-section">
      <h3>{t(`help.section.${id}`, { country: place })}</h3>
      {advice && (
        <p class="advice">
          <Rich words={t(`help.advice.${advice}`)} />
        </p>
      )}
      <ul class="lines">
        {(emergency ? [...lines, emergency] : lines).map((line) => (
          <Line key={line.id} line={line} from={from} />
        ))}
      </ul>
      {licenceCheck && <LicencePlace check={licenceCheck} />}
      {links.length > 0 && (
        <ul class="links">
          {links.map(({ name, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer noopener">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
