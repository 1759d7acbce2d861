/** Whom to call: by the country that the post names, where the reader is, and the reader's nationality. */
import type { Settings } from '../../browser/settings';
import { chooseHelp, type HelpSection } from '../../helplines/choose';
import type { CompiledHelp } from '../../helplines/types';
import { countryName, t } from '../messages';
import { Places } from '../Places';
import { Rich } from '../Rich';
import type { SettingsPatch } from '../state';
import { guessHere } from './helpData';
import { LicencePlace } from './Licence';
import { Line } from './Line';

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
  const where = settings.country ?? guessHere(help);
  const sections = chooseHelp(help, { promised: promised ?? [], where, nationality: settings.nationality });
  return (
    <section class="help">
      <h2>{t('help.title')}</h2>
      <Places help={help} settings={settings} save={save} />
      {sections
        // With a post open, the licence stands in the first step.
        .filter(({ id }) => promised === null || id !== 'licence')
        .map((one) => (
          <Section key={`${one.id}-${one.country}`} section={one} from={where} />
        ))}
      <p class="soft closing">{t('help.caveat')}</p>
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
