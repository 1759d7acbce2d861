/** How every surface begins: in the reader's language, then drawn. */
import { type ComponentChild, render } from 'preact';
import { loadSettings, onSettings, type Settings } from '../browser/settings';
import { speak } from './catalogues';
import { chooseLanguage } from './languages';
import { t } from './messages';

/**
 * Draws a surface into `#app`. `draw` is called again, with a new tree, whenever the reader changes the language or
 * the neutral name.
 */
export async function startPage(draw: () => ComponentChild): Promise<void> {
  const app = document.getElementById('app');
  if (!app) return;
  const languageFor = ({ language }: Settings) => chooseLanguage(language, navigator.languages);
  let { settings } = await loadSettings();
  const show = async () => {
    await speak(languageFor(settings));
    document.title = settings.neutral ? t('toolbar.neutral') : t('popup.name');
    render(null, app);
    render(draw(), app);
  };
  await show();
  onSettings((changed) => {
    const same = languageFor(changed) === languageFor(settings) && changed.neutral === settings.neutral;
    settings = changed;
    if (!same) void show();
  });
}
