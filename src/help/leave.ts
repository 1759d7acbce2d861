/** Quick exit: a new empty tab of the browser's own, and this one is gone, with no way back to it. */
import browser from '../browser/api';

export async function leave(): Promise<void> {
  // Covered at once: closing can take a moment.
  document.body.replaceChildren();
  const own = await browser.tabs.getCurrent();
  await browser.tabs.create({});
  if (own?.id !== undefined) await browser.tabs.remove(own.id);
}
