/** Start of the help page. */
import { loadHelp } from '../ui/help/helpData';
import { startPage } from '../ui/startPage';
import { HelpApp } from './App';
import { leave } from './leave';

void startPage(() => <HelpApp loadHelp={loadHelp} leave={leave} />);
