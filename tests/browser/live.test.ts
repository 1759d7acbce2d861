/** A feed that adds, reuses, empties and edits posts as fast as a person scrolls: every lure labelled in time, no other post ever. */
import { describe, expect, it } from 'vitest';
import { LURE_EN, LURE_ZH, ORDINARY } from './feed';
import { useChromium } from './here';

const HOST = 'www.facebook.com';
/** Posts that come by: what a person scrolls past in some ten minutes. */
const POSTS = 600;
/** A label may take this long after its post has come into sight, in ms. */
const IN_TIME = 1_000;

const here = useChromium();

/**
 * Runs in the page: cards that are used again and again. Our labels are the only elements without a `data-own`
 * attribute, so the page can tell where they stand.
 */
async function scroll(posts: number, lures: string[], ordinary: string, inTime: number) {
  const feed = document.querySelector('[role=feed]') as HTMLElement;
  const cards = Array.from({ length: 8 }, () => {
    const card = document.createElement('div');
    card.dataset.own = '';
    card.innerHTML =
      '<div data-own role="article"><div data-own data-ad-rendering-role="story_message"></div></div>';
    feed.append(card);
    return card;
  });
  const isLabelled = (card: Element) => card.querySelector(':not([data-own])') !== null;
  const shown = new Map<Element, { lure: boolean; since: number; labelled: boolean }>();
  const late: string[] = [];
  const wrong: string[] = [];
  const look = () => {
    for (const [card, state] of shown) {
      if (isLabelled(card)) {
        if (state.lure) state.labelled = true;
        else if (performance.now() - state.since > inTime) wrong.push(card.textContent ?? '');
      } else if (state.lure && !state.labelled && performance.now() - state.since > inTime) {
        late.push(card.textContent ?? '');
        state.labelled = true;
      }
    }
  };
  let count = 0;
  for (let n = 0; n < posts; n++) {
    const card = cards[n % cards.length] as HTMLElement;
    const lure = n % 5 === 2;
    if (lure) count++;
    const words = lure ? `${lures[n % lures.length]} (${n})` : `${ordinary} (${n})`;
    const text = card.querySelector('[data-ad-rendering-role]') as HTMLElement;
    if (n % 7 === 0) text.replaceChildren();
    text.textContent = words;
    // A post that is edited after it came: it must be judged by what it says now.
    if (n % 11 === 0 && lure) text.textContent = `Edited: ${words}`;
    shown.set(card, { lure, since: performance.now(), labelled: false });
    // Half the feed stands still at any time, as when somebody reads.
    for (let wait = 0; wait < 3; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      look();
    }
  }
  await new Promise((resolve) => setTimeout(resolve, inTime * 1.5));
  look();
  return { late, wrong, count };
}

describe('a feed that never stands still', () => {
  it('has every lure labelled in time, and no label on any other post', { timeout: 240_000 }, async () => {
    here.stand.serve(
      HOST,
      '/live',
      '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><main><div role="feed"></div></main>',
    );
    const page = await here.launched.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`https://${HOST}/live`);
    await page.bringToFront();
    const { late, wrong, count } = await page.evaluate(scroll, POSTS, [LURE_EN, LURE_ZH], ORDINARY, IN_TIME);
    expect(count).toBe(POSTS / 5);
    expect(late).toEqual([]);
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
