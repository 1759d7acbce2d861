/** The first page: three questions, what the extension can see and cannot, what it never does, how to turn it off. */
import type { CompiledHelp } from '../helplines/types';
import { LanguagePicker } from '../ui/LanguagePicker';
import { LevelMark } from '../ui/LevelMark';
import { t } from '../ui/messages';
import { Places } from '../ui/Places';
import { Promises } from '../ui/Promises';
import { Rich } from '../ui/Rich';
import { Shell } from '../ui/Shell';
import { useLoaded, useSettings } from '../ui/state';

export function WelcomeApp({ loadHelp }: { loadHelp: () => Promise<CompiledHelp> }) {
  const { settings, save } = useSettings();
  const help = useLoaded(loadHelp);
  return (
    <Shell here="welcome" neutral={settings.neutral}>
      <h1>{t('welcome.title')}</h1>
      <p>{t('welcome.about')}</p>
      <section>
        <h2>{t('welcome.questions')}</h2>
        <p class="soft">{t('welcome.questions.why')}</p>
        <LanguagePicker value={settings.language} change={(language) => save({ language })} />
        <Places help={help} settings={settings} save={save} />
      </section>
      <section>
        <h2>{t('welcome.labels')}</h2>
        <ul class="legend">
          <li>
            <LevelMark level="danger" />
            <p>{t('welcome.labels.danger')}</p>
          </li>
          <li>
            <LevelMark level="caution" />
            <p>{t('welcome.labels.caution')}</p>
          </li>
        </ul>
        <p class="nothing">
          <Rich words={t('nothing.text')} />
        </p>
        <p>
          <a class="button main-button" href="/src/demo/index.html">
            {t('welcome.demo')}
          </a>
        </p>
      </section>
      <Promises />
    </Shell>
  );
}
