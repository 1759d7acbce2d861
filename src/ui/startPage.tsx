/** How every surface begins: in the reader's language, then drawn. */
import { type ComponentChild, render } from 'preact';
import { loadSettings, onSettings, type Settings } from '../browser/settings';
import { speak } from './catalogues';
import { chooseLanguage } from './languages';
import { t } from './messages';

/**
 * Draws a surface into `#app`. `draw` is called again whenever the reader changes the language or the neutral name: the
 * tree stays, with the focus and whatever was typed, and every component asks for its words anew. So none keeps words.
 */
export async function startPage(draw: () => ComponentChild): Promise<void> {
  const app = document.getElementById('app');
  if (!app) return;
  const languageFor = ({ language }: Settings) => chooseLanguage(language, navigator.languages);
  let { settings } = await loadSettings();
  const show = async () => {
    await speak(languageFor(settings));
    document.title = settings.neutral ? t('toolbar.neutral') : t('popup.name');
    render(draw(), app);
  };
  // One after the other: of two languages chosen in a row, the later one may be loaded first.
  let shown = show();
  await shown;
  onSettings((changed) => {
    const same = languageFor(changed) === languageFor(settings) && changed.neutral === settings.neutral;
    settings = changed;
    if (!same) shown = shown.then(show);
  });
}
