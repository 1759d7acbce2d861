/**
 * The number on the icon. Keeps nothing: what it shows belongs to a tab, and browsers clear that by themselves
 * when the tab goes to another page.
 */
import browser from '../browser/api';
import type { CountMessage } from '../browser/messages';
import { onCounts } from '../browser/runtime';
import { t } from '../ui/messages';

/** Colours of tokens.css (light), with white text on them. */
const COLOURS = { danger: '#96292d', caution: '#744a00' };
/** A badge has room for three signs. */
const MOST = 99;

onCounts((counts, tab) => {
  // A tab that was closed in the meantime is no error.
  showCounts(counts, tab).catch(() => {});
});

async function showCounts({ danger, caution }: CountMessage['counts'], tabId: number): Promise<void> {
  const count = danger + caution;
  const text = count === 0 ? '' : count > MOST ? `${MOST}+` : String(count);
  const title = count === 0 ? t('popup.name') : t('badge.title', { count });
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: danger > 0 ? COLOURS.danger : COLOURS.caution }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
