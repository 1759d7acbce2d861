/** Whom to call: by the country that the post names, where the reader is, and the reader's nationality. */
import type { Settings } from '../../browser/settings';
import { chooseHelp, type HelpSection } from '../../helplines/choose';
import type { CompiledHelp } from '../../helplines/types';
import { countryName, t } from '../messages';
import { Places } from '../Places';
import { Rich } from '../Rich';
import type { SettingsPatch } from '../state';
import { NO_HELP, whereabouts } from './helpData';
import { LicencePlace } from './Licence';
import { Line } from './Line';

/** Id of the heading. */
export const HELP = 'help';

export interface HelpProps {
  /** Null until it has loaded, NO_HELP where it cannot be. */
  help: CompiledHelp | null;
  settings: Settings;
  save: (patch: SettingsPatch) => void;
  /** Countries that the chosen post promises; null when no post is chosen. */
  promised: string[] | null;
  /** Where the reader is, where the surface has asked for it itself; null: not said. Undefined: the settings know, and are shown. */
  place?: string | null | undefined;
  /** False where no post names the countries: headings do not speak of one. */
  ofPost?: boolean;
}

export function Help({ help, settings, save, promised, place, ofPost = true }: HelpProps) {
  if (help === null) return <section class="help" aria-busy="true" />;
  if (help === NO_HELP) return <NoLines />;
  const where = place === undefined ? whereabouts(settings, help) : place;
  const sections = chooseHelp(help, { promised: promised ?? [], where, nationality: settings.nationality });
  return (
    <section class="help">
      <h2 id={HELP} tabIndex={-1}>
        {t('help.title')}
      </h2>
      <Places help={help} settings={settings} save={save} here={place === undefined} />
      {sections
        // With a post open, the licence stands in the first step.
        .filter(({ id }) => promised === null || id !== 'licence')
        .map((one) => (
          <Section key={`${one.id}-${one.country}`} section={one} from={where} ofPost={ofPost} />
        ))}
      <p class="soft closing">{t('help.caveat')}</p>
    </section>
  );
}

/** In place of the lines when the extension cannot read its own file of them: the way to the embassy is always open. */
function NoLines() {
  return (
    <section class="help">
      <h2 id={HELP} tabIndex={-1}>
        {t('help.title')}
      </h2>
      <p class="advice">
        <Rich words={t('help.advice.find-embassy')} />
      </p>
    </section>
  );
}

interface SectionProps {
  section: HelpSection;
  from: string | null;
  ofPost: boolean;
}

function Section({ section, from, ofPost }: SectionProps) {
  const { id, country, policeLast, advice, lines, emergency, licenceCheck, links } = section;
  const place = country === null ? '' : countryName(country);
  const title = id === 'promised' && !ofPost ? place : t(`help.section.${id}`, { country: place });
  return (
    <section class="help-section">
      <h3>{title}</h3>
      {advice.length > 0 && (
        <p class="advice">
          <Rich words={advice.map((one) => t(`help.advice.${one}`)).join(' ')} />
        </p>
      )}
      <ul class="lines">
        {lines.map((line) => (
          // Where compounds are, the police are not the first to call: their number must not look so.
          <Line key={line.id} line={line} from={from} quiet={policeLast && line.kind === 'police'} />
        ))}
        {emergency && <Line line={emergency} from={from} emergency />}
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
