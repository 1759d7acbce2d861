/** Start of the welcome page. */
import { loadHelp } from '../ui/help/helpData';
import { startPage } from '../ui/startPage';
import { WelcomeApp } from './App';

void startPage(() => <WelcomeApp loadHelp={loadHelp} />);
