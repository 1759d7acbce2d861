/** Start of the popup and of its full page. */
import { render } from 'preact';
import { language } from '../ui/messages';
import { App } from './App';
import { loadExplainer } from './explainer';
import { loadHelp } from './helpData';
import { browserPorts } from './ports';

const { lang, dir } = language();
document.documentElement.lang = lang;
document.documentElement.dir = dir;

const full = new URLSearchParams(location.search).get('page') === '1';
document.body.classList.toggle('page', full);

const app = document.getElementById('app');
if (app) {
  const ports = browserPorts(location.search);
  render(<App ports={ports} loadExplainer={loadExplainer} loadHelp={loadHelp} full={full} />, app);
}
