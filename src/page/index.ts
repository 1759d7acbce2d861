/** The content script. */
import { start } from './start';

declare global {
  // The isolated world's own global: pages have another.
  var lurelightReads: boolean | undefined;
}

// A click on the icon brings the script into a page where it may run already.
if (!globalThis.lurelightReads) {
  globalThis.lurelightReads = true;
  void start();
}
