/** Start of the check page. `?text=N` names a text that waits to be checked. */
import { takeOver } from '../browser/handover';
import { loadExplainer, loadJudge } from '../ui/explainer';
import { loadHelp } from '../ui/help/helpData';
import { startPage } from '../ui/startPage';
import { CheckApp } from './App';

const id = new URLSearchParams(location.search).get('text');
const given = () => (id === null ? Promise.resolve('') : takeOver(id));

void startPage(() => <CheckApp {...{ loadHelp, loadExplainer, loadJudge, given }} />);
