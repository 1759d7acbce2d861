/** A text on its way from the menu to the check page. It waits in memory only, and is gone once it was taken. */
import browser from './api';

const PREFIX = 'text-';
/** More than the check page reads. */
const LIMIT = 100_000;

/** Lays a text down; answers the number under which it waits. */
export async function handOver(text: string): Promise<string> {
  const id = String(crypto.getRandomValues(new Uint32Array(1))[0]);
  await browser.storage.session.set({ [PREFIX + id]: text.slice(0, LIMIT) });
  return id;
}

/** Takes a text away; '' when there is none. */
export async function takeOver(id: string): Promise<string> {
  const key = PREFIX + id;
  const found: unknown = (await browser.storage.session.get(key))[key];
  await browser.storage.session.remove(key);
  return typeof found === 'string' ? found : '';
}
