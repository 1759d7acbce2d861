/** Start of the demo feed: draws the invented posts, then reads them as any page is read. */
import { render } from 'preact';
import { start } from '../page/start';
import { Feed } from './Feed';
import { chooseFeed } from './feed';

const feed = chooseFeed(location.search, navigator.language);
document.documentElement.lang = feed.lang;
const app = document.getElementById('app');
if (app) render(<Feed feed={feed} />, app);
await start();
// Screenshots and tests wait for this.
document.documentElement.dataset.read = 'yes';
