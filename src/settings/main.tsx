/** Start of the settings page. */
import { loadExplainer } from '../ui/explainer';
import { loadHelp } from '../ui/help/helpData';
import { startPage } from '../ui/startPage';
import { SettingsApp } from './App';

void startPage(() => <SettingsApp loadHelp={loadHelp} loadExplainer={loadExplainer} />);
