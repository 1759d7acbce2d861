/** Start of the demo feed: draws the invented posts, then reads them as any page is read. */
import { render } from 'preact';
import { loadSettings } from '../browser/settings';
import { start } from '../page/start';
import { loadCatalogue } from '../ui/catalogues';
import { chooseLanguage } from '../ui/languages';
import { useCatalogue } from '../ui/messages';
import { Feed } from './Feed';
import { chooseFeed } from './feed';

const feed = chooseFeed(location.search, navigator.language);
document.documentElement.lang = feed.lang;
const app = document.getElementById('app');
if (app) render(<Feed feed={feed} />, app);
// On a page of our own nobody has to bring the words of the labels.
const { settings } = await loadSettings();
useCatalogue(await loadCatalogue(chooseLanguage(settings.language, navigator.languages)));
await start();
// Screenshots and tests wait for this.
document.documentElement.dataset.read = 'yes';
