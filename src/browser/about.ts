/** What the extension says of itself. */
import browser from './api';

/** Version of the extension, as its manifest has it. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
