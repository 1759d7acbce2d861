/** Start of the demo feed: draws the invented posts, then reads them as any page is read. */
import { render } from 'preact';
import { loadSettings } from '../browser/settings';
import { start } from '../page/start';
import { loadCatalogue } from '../ui/catalogues';
import { chooseLanguage } from '../ui/languages';
import { useCatalogue } from '../ui/messages';
import { Feed } from './Feed';
import { chooseFeed, FEED_LANGUAGES, loadFeed } from './feed';

const { settings } = await loadSettings();
const spoken = chooseLanguage(settings.language, navigator.languages);
const lang = chooseFeed(location.search, [spoken]);
const feed = await loadFeed(lang);
document.documentElement.lang = lang;
document.documentElement.dir = FEED_LANGUAGES.find((one) => one.lang === lang)?.dir ?? 'ltr';
const app = document.getElementById('app');
const show = (other: string) => location.replace(`?lang=${other}`);
if (app) render(<Feed feed={feed} show={show} />, app);
// On a page of our own nobody has to bring the words of the labels.
useCatalogue(await loadCatalogue(spoken));
await start();
// Screenshots and tests wait for this.
document.documentElement.dataset.read = 'yes';
