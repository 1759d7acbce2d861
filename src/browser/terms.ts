/** The terms of one language, brought when a text first asks for them: most pages need one or two languages of thirty. */
import type { Pack } from '../detect/compiled';
import browser from './api';
import { askFor } from './runtime';

declare global {
  // The isolated world's own global, or an extension page's: web pages have another.
  var lurelightTerms: ((lang: string, pack: Pack) => void) | undefined;
}

const coming = new Map<string, Promise<Pack | null>>();
const brought = new Map<string, Pack>();

/**
 * The pack of a language (its id), or null when nobody can bring it. Never rejects. It is not kept here: who asks again has
 * it brought again.
 */
export function loadTerms(lang: string): Promise<Pack | null> {
  const known = coming.get(lang);
  if (known) return known;
  const pack = bring(lang).finally(() => {
    brought.delete(lang);
    coming.delete(lang);
  });
  coming.set(lang, pack);
  return pack;
}

async function bring(lang: string): Promise<Pack | null> {
  globalThis.lurelightTerms ??= (id, pack) => brought.set(id, pack);
  try {
    await (location.href.startsWith(browser.runtime.getURL('')) ? runHere(lang) : askFor('terms', lang));
  } catch {
    // The extension was updated under a page that stays open: nobody can bring anything there any more.
  }
  return brought.get(lang) ?? null;
}

/** On a page of our own the file can be run as it is. */
function runHere(lang: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = browser.runtime.getURL(`terms/${lang}.js`);
    script.onload = () => resolve();
    script.onerror = () => resolve();
    document.head.append(script);
  });
}
