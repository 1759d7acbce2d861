/** Start of the popup and of its full page. */
import { loadExplainer } from '../ui/explainer';
import { loadHelp } from '../ui/help/helpData';
import { startPage } from '../ui/startPage';
import { App } from './App';
import { browserPorts } from './ports';

const full = new URLSearchParams(location.search).get('page') === '1';
document.body.classList.toggle('page', full);
const ports = browserPorts(location.search);

void startPage(() => <App ports={ports} loadExplainer={loadExplainer} loadHelp={loadHelp} full={full} />);
