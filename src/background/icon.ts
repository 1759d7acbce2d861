/** The icon in the toolbar: its number, its picture, its name. */
import browser from '../browser/api';
import type { CountMessage } from '../browser/messages';
import { loadSettings, type Settings } from '../browser/settings';
import { t } from '../ui/messages';
import { speakToolbar } from './words';

/** Colours of tokens.css (light), with white text on them. */
const COLOURS = { danger: '#96292d', caution: '#744a00' };
/** A badge has room for three signs. */
const MOST = 99;

type Action = typeof browser.action;
type Setter = 'setBadgeText' | 'setBadgeBackgroundColor' | 'setBadgeTextColor' | 'setTitle' | 'setIcon';

/** Sets one thing of the icon. Browsers of phones have had parts of this late or not at all: the rest is shown all the same. */
async function set<Name extends Setter>(name: Name, details: Parameters<Action[Name]>[0]): Promise<void> {
  const setter = browser.action[name] as ((details: object) => Promise<void>) | undefined;
  await setter?.(details);
}

/** Shows how many posts of a tab's page have a label. Rejects when the tab is gone. */
export async function showCounts({ danger, caution }: CountMessage['counts'], tabId: number): Promise<void> {
  const count = danger + caution;
  const text = count === 0 ? '' : count > MOST ? `${MOST}+` : String(count);
  const { settings } = await loadSettings();
  speakToolbar(settings);
  const { neutral } = settings;
  await Promise.all([
    set('setBadgeText', { tabId, text }),
    set('setBadgeBackgroundColor', { tabId, color: danger > 0 ? COLOURS.danger : COLOURS.caution }),
    set('setBadgeTextColor', { tabId, color: '#ffffff' }),
    set('setTitle', { tabId, title: titleFor(count, neutral) }),
  ]);
}

function titleFor(count: number, neutral: boolean): string {
  return count === 0 || neutral ? nameFor(neutral) : t('toolbar.title', { count });
}

/** Gives the icon its own picture and name, or neutral ones that say nothing to whoever looks over a shoulder. */
export async function showLook(settings: Settings): Promise<void> {
  speakToolbar(settings);
  const { neutral } = settings;
  const path = Object.fromEntries([16, 32, 48, 128].map((size) => [size, iconFile(size, neutral)]));
  const tabs = await browser.tabs.query({});
  await Promise.allSettled([
    set('setIcon', { path }),
    set('setTitle', { title: nameFor(neutral) }),
    // A tab that was counted has a name of its own, which would go on saying what the icon no longer says.
    ...tabs.flatMap(({ id }) => (id === undefined ? [] : [renameTab(id, neutral)])),
  ]);
}

async function renameTab(tabId: number, neutral: boolean): Promise<void> {
  const text = await browser.action.getBadgeText({ tabId });
  const count = Number.parseInt(text, 10) || 0;
  await set('setTitle', { tabId, title: titleFor(count, neutral) });
}

function nameFor(neutral: boolean): string {
  return neutral ? t('toolbar.neutral') : t('toolbar.name');
}

function iconFile(size: number, neutral: boolean): string {
  return `/icons/${neutral ? 'neutral-' : ''}${size}.png`;
}
