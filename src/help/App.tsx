/** The help page: by the reader's situation, then by country. Usable without any warning before it. */
import { useState } from 'preact/hooks';
import type { CompiledHelp } from '../helplines/types';
import { CountryPicker } from '../ui/help/CountryPicker';
import { Help } from '../ui/help/Help';
import { NO_HELP, whereabouts } from '../ui/help/helpData';
import { Licence } from '../ui/help/Licence';
import { t } from '../ui/messages';
import { Rich } from '../ui/Rich';
import { Shell } from '../ui/Shell';
import { useLoaded, useSettings } from '../ui/state';
import { Leave } from './Leave';

/** Situations, each with its steps in order; the first is the one to begin with. */
const SITUATIONS = {
  offer: ['licence', 'ask', 'visa', 'talk', 'passport'],
  travel: ['tell', 'papers', 'embassy', 'border', 'doubt'],
  there: ['safe', 'embassy', 'write', 'place', 'police', 'blame'],
  someone: ['calm', 'embassy', 'facts', 'money', 'police'],
} as const;
type SituationId = keyof typeof SITUATIONS;

export interface HelpPageProps {
  loadHelp: () => Promise<CompiledHelp>;
  leave: () => Promise<void>;
}

export function HelpApp({ loadHelp, leave }: HelpPageProps) {
  const { settings, save } = useSettings();
  const help = useLoaded(loadHelp, true, NO_HELP);
  const [situation, setSituation] = useState<SituationId>('offer');
  // Kept nowhere but here: which country somebody asks for is nobody's business. Undefined: not asked yet; null: not said.
  const [place, setPlace] = useState<string | null>();
  const named = place ? [place] : [];
  // Who is held there is asked once where that is.
  const here = place === undefined ? whereabouts(settings, help) : place;
  const held = situation === 'there' || situation === 'someone';
  return (
    <Shell here="help" neutral={settings.neutral}>
      <Leave leave={leave} />
      <h1>{t('helppage.title')}</h1>
      <fieldset class="situations">
        <legend>{t('helppage.which')}</legend>
        {(Object.keys(SITUATIONS) as SituationId[]).map((id) => (
          <label key={id} class="situation">
            <input
              type="radio"
              name="situation"
              checked={id === situation}
              onChange={() => setSituation(id)}
            />
            <span>{t(`helppage.${id}`)}</span>
          </label>
        ))}
      </fieldset>
      <section>
        <h2>{t(`helppage.${situation}`)}</h2>
        <ol class="steps">
          {SITUATIONS[situation].map((step, index) => (
            <li key={step} class={index === 0 ? 'step-first' : ''}>
              <Rich words={t(`helppage.${situation}.${step}`)} />
              {step === 'licence' && <Licence help={help} settings={settings} promised={named} />}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <CountryPicker
          label={held ? t('helppage.place') : t('helppage.job')}
          none={t('help.where.none')}
          value={situation === 'there' ? here : (place ?? null)}
          change={setPlace}
        />
      </section>
      <Help
        help={help}
        settings={settings}
        save={save}
        promised={situation === 'there' ? [] : named}
        place={situation === 'there' ? here : undefined}
        ofPost={false}
      />
    </Shell>
  );
}
