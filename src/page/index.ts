/** The content script. */
import { start } from './start';

void start();
