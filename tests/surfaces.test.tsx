// @vitest-environment jsdom
/** The extension's own pages as they are used: focus, another language, what is not said, what cannot be loaded or kept. */
import { type ComponentChild, options, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PagePost } from '../src/browser/messages';
import type { Level } from '../src/detect/types';
import type { CompiledHelp, HelpCountry } from '../src/helplines/types';
import type { Ports } from '../src/popup/ports';
import { judged } from './judged';

type Changed = (changes: object, area: string) => void;

const api = vi.hoisted(() => ({
  data: {} as Record<string, unknown>,
  listeners: new Set<unknown>(),
  refuses: false,
  origins: [] as string[],
}));

vi.mock('../src/browser/api', () => {
  const write = async (entries: Record<string, unknown>) => {
    if (api.refuses) throw new Error('the store is full');
    Object.assign(api.data, structuredClone(entries));
    const changes = Object.fromEntries(Object.entries(entries).map(([key, newValue]) => [key, { newValue }]));
    for (const changed of api.listeners) (changed as Changed)(changes, 'local');
  };
  return {
    default: {
      runtime: { getManifest: () => ({ version: '1' }), getURL: (path: string) => path },
      extension: { inIncognitoContext: false },
      permissions: {
        getAll: async () => ({ origins: api.origins }),
        remove: async ({ origins }: { origins: string[] }) => {
          api.origins = api.origins.filter((one) => !origins.includes(one));
          return true;
        },
      },
      storage: {
        managed: { get: async () => ({}) },
        local: {
          get: async (key: string) => (Object.hasOwn(api.data, key) ? { [key]: api.data[key] } : {}),
          set: write,
          remove: async (key: string) => {
            delete api.data[key];
          },
        },
        onChanged: {
          addListener: (listener: unknown) => api.listeners.add(listener),
          removeListener: (listener: unknown) => api.listeners.delete(listener),
        },
      },
    },
  };
});

const { App } = await import('../src/popup/App');
const { SettingsApp } = await import('../src/settings/App');
const { HelpApp } = await import('../src/help/App');
const { CheckApp } = await import('../src/check/App');
const { WelcomeApp } = await import('../src/welcome/App');
const { startPage } = await import('../src/ui/startPage');
const { saveSettings } = await import('../src/browser/settings');
const { noteChoice } = await import('../src/ui/help/helpData');
const { t, useCatalogue } = await import('../src/ui/messages');

const country = (code: string): HelpCountry => ({
  country: code,
  hub: false,
  emergency: null,
  lines: [],
  licenceCheck: null,
});

/** By its clock every device of these tests is in Thailand. */
const HELP: CompiledHelp = {
  checked: '2026-01-01',
  countries: { TH: country('TH'), LA: country('LA') },
  links: [],
  zones: { zones: { [Intl.DateTimeFormat().resolvedOptions().timeZone]: 'TH' }, languages: {} },
};

const loadHelp = async () => HELP;
const loadExplainer = async () => ({ explain: () => [], version: '7' });
const broken = () => Promise.reject(new Error('the file is gone'));
const given = async () => '';

const post = (key: string, level: Level): PagePost => ({
  key,
  post: { text: key },
  assessment: judged(level),
});
const loadJudge = async () => async () => judged('none');

let app: HTMLElement;

beforeEach(() => {
  api.data = {};
  api.refuses = false;
  api.origins = [];
  document.body.replaceChildren();
  app = document.body.appendChild(document.createElement('div'));
  app.id = 'app';
});

afterEach(() => {
  render(null, app);
  api.listeners.clear();
  noteChoice('TH');
  useCatalogue(null);
});

/** Draws a surface; answered when its settings and data have come. */
async function draw(surface: ComponentChild): Promise<void> {
  render(surface, app);
  await settled();
}

// Without waiting for frames, effects come in turns that can be counted, however busy the machine is.
options.requestAnimationFrame = (done) => void setTimeout(done, 0);

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((done) => setTimeout(done, 2));
}

const find = <T extends HTMLElement>(selector: string) => app.querySelector(selector) as T;
const all = <T extends HTMLElement>(selector: string) => [...app.querySelectorAll<T>(selector)];
const button = (words: string) => all<HTMLButtonElement>('button').find((one) => one.textContent === words);
const selectNamed = (words: string) =>
  all('.picker')
    .find((one) => one.textContent?.startsWith(words))
    ?.querySelector('select') as HTMLSelectElement;
const stored = () => api.data.settings as Record<string, unknown> | undefined;

async function press(element: HTMLElement | undefined): Promise<void> {
  element?.focus();
  element?.click();
  await settled();
}

async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

function popup(posts: PagePost[], counted: { now?: () => void } = {}) {
  const ports: Ports = {
    findTab: async () => ({ id: 1, host: 'feed.example' }),
    ask: async () => ({ posts, looked: 3, partial: 0, pictures: 0, roughly: false }),
    show: async () => false,
    hide: async () => true,
    onCount: (_tab, now) => {
      counted.now = now;
      return () => {};
    },
    sites: () => [],
    read: async () => true,
    allow: async () => true,
  };
  return { ports, surface: <App {...{ ports, loadExplainer, loadHelp }} full={false} /> };
}

describe('the switch for labels', () => {
  const labels = () => all<HTMLInputElement>('.switches input').at(-1) as HTMLInputElement;

  it('is on where posts are covered, and brings the covers back', async () => {
    await saveSettings({ mode: 'cover' });
    await draw(popup([]).surface);
    expect(labels().checked).toBe(true);
    await press(labels());
    expect(stored()?.mode).toBe('toolbar');
    await press(labels());
    expect(stored()?.mode).toBe('cover');
    expect(labels().checked).toBe(true);
  });

  it('brings labels where nothing was drawn before', async () => {
    await saveSettings({ mode: 'toolbar' });
    await draw(popup([]).surface);
    await press(labels());
    expect(stored()?.mode).toBe('label');
  });
});

describe('the focus', () => {
  const posts = [post('a', 'danger'), post('b', 'caution'), post('c', 'note')];

  it.each([0, 1, 2])('goes back to the button of post %i', async (n) => {
    await draw(popup(posts).surface);
    const details = find<HTMLDetailsElement>('.small-signs');
    if (n === 2) details.open = true;
    const opener = all('.post')[n] as HTMLElement;
    await press(opener);
    expect(document.activeElement).toBe(find('.detail h2'));
    expect(opener.closest('[hidden]')).not.toBeNull();
    await press(button(t('detail.back')));
    expect(document.activeElement).toBe(opener);
    expect(opener.closest('[hidden]')).toBeNull();
    expect(details.open).toBe(n === 2);
  });

  it('goes to the list when the post that is read has gone, and nowhere from other places', async () => {
    const left = [...posts];
    const counted: { now?: () => void } = {};
    await draw(popup(left, counted).surface);
    await press(all('.post')[0]);
    left.shift();
    counted.now?.();
    await settled();
    expect(document.activeElement).toBe(find('h2'));
    find('footer input').focus();
    counted.now?.();
    await settled();
    expect(document.activeElement).toBe(find('footer input'));
  });

  it('goes to the heading when a site is taken off a list', async () => {
    await saveSettings({ offSites: ['one.example', 'two.example'] });
    api.origins = ['*://*.mine.example/*'];
    await draw(<SettingsApp loadHelp={loadHelp} loadExplainer={loadExplainer} />);
    const [one, , mine] = all<HTMLButtonElement>('.sites button');
    await press(one);
    expect(stored()?.offSites).toEqual(['two.example']);
    expect(document.activeElement?.textContent).toBe(t('settings.sites.off'));
    await press(mine);
    expect(api.origins).toEqual([]);
    expect(document.activeElement?.textContent).toBe(t('settings.sites.added'));
    await press(find('.sites button'));
    expect(document.activeElement?.textContent).toBe(t('settings.sites.off'));
  });

  it('goes to the heading when the notes are deleted', async () => {
    api.data.wrongWarnings = [{ day: '2026-01-01', note: 'a note' }];
    await draw(<SettingsApp loadHelp={loadHelp} loadExplainer={loadExplainer} />);
    await press(button(t('settings.wrong.forget')));
    expect(document.activeElement?.textContent).toBe(t('settings.wrong'));
    expect(document.activeElement?.tagName).toBe('H2');
  });
});

describe('a country that is not said', () => {
  it('is not guessed again in the settings', async () => {
    await draw(<SettingsApp loadHelp={loadHelp} loadExplainer={loadExplainer} />);
    const here = () => selectNamed(t('help.where'));
    expect(here().value).toBe('TH');
    await choose(here(), '');
    expect(here().value).toBe('');
    expect(app.textContent).not.toContain(t('help.where.guessed'));
    await choose(here(), 'LA');
    expect(here().value).toBe('LA');
    await choose(here(), '');
    expect(here().value).toBe('');
    expect(stored()).toEqual({ version: 1, country: null });
  });

  it('leaves no lines of the guessed country on the help page', async () => {
    await draw(<HelpApp loadHelp={loadHelp} leave={async () => {}} />);
    await press(all<HTMLInputElement>('.situation input')[2]);
    const place = () => selectNamed(t('helppage.place'));
    const sections = () => all('.help-section h3').map((heading) => heading.textContent);
    const thai = t('help.section.where', { country: 'Thailand' });
    expect(place().value).toBe('TH');
    expect(sections()).toContain(thai);
    await choose(place(), '');
    expect(place().value).toBe('');
    expect(sections()).not.toContain(thai);
  });
});

describe('another language', () => {
  const many = popup([post('a', 'danger'), post('b', 'note')]).ports;
  const surfaces: Record<string, () => ComponentChild> = {
    settings: () => <SettingsApp {...{ loadHelp, loadExplainer }} />,
    help: () => <HelpApp loadHelp={loadHelp} leave={leave} />,
    check: () => <CheckApp {...{ loadHelp, loadExplainer, loadJudge, given }} />,
    welcome: () => <WelcomeApp loadHelp={loadHelp} />,
    popup: () => <App ports={many} {...{ loadExplainer, loadHelp }} full />,
  };
  const leave = async () => {};

  /** What was done before: a list of what must say something else afterwards. */
  const use: Record<string, () => Promise<void>> = {
    check: async () => {
      await type('some words');
      await press(button(t('check.button')));
    },
    popup: async () => {
      await press(all('.post')[0]);
      await press(button(t('detail.show')));
      for (const details of all<HTMLDetailsElement>('.more details')) {
        details.open = true;
        details.dispatchEvent(new Event('toggle'));
      }
    },
  };

  it.each(Object.keys(surfaces))('reaches every word of: %s', async (name) => {
    // Names of countries too, so that none is found in its old order.
    api.data.settings = { version: 1, language: 'en', country: 'TH', nationality: 'LA' };
    await startPage(surfaces[name] as () => ComponentChild);
    await settled();
    await use[name]?.();
    await saveSettings({ language: 'es' });
    await vi.waitFor(() => expect(document.documentElement.lang).toBe('es'));
    await settled();
    const inPlace = app.innerHTML;
    const values = all<HTMLSelectElement>('select').map(({ value }) => value);
    render(null, app);
    render(surfaces[name]?.(), app);
    await settled();
    await use[name]?.();
    expect(inPlace).toBe(app.innerHTML);
    expect(values).toEqual(all<HTMLSelectElement>('select').map(({ value }) => value));
  });

  it('and a neutral name leave the focus and a typed text where they are', async () => {
    await startPage(surfaces.check as () => ComponentChild);
    await settled();
    await type('a text that took long to paste');
    find('textarea').focus();
    for (const patch of [{ language: 'th' }, { neutral: true }]) {
      await saveSettings(patch);
      await settled();
    }
    await vi.waitFor(() => expect(document.title).toBe(t('toolbar.neutral')));
    expect(document.documentElement.lang).toBe('th');
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('a text that took long to paste');
    expect(document.activeElement).toBe(find('textarea'));
  });
});

async function type(words: string): Promise<void> {
  const area = find<HTMLTextAreaElement>('textarea');
  area.value = words;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

describe('what cannot be kept', () => {
  it('is not shown as if it were', async () => {
    await draw(<SettingsApp loadHelp={loadHelp} loadExplainer={loadExplainer} />);
    api.refuses = true;
    const neutral = () => find<HTMLInputElement>('input[type=checkbox]');
    await press(neutral());
    expect(neutral().checked).toBe(false);
    await choose(selectNamed(t('help.nationality')), 'LA');
    expect(selectNamed(t('help.nationality')).value).toBe('');
  });

  it('does not take back what was chosen after it', async () => {
    await draw(<SettingsApp loadHelp={loadHelp} loadExplainer={loadExplainer} />);
    const seen: string[] = [];
    for (const country of ['LA', 'KH', 'TH']) {
      const select = selectNamed(t('help.nationality'));
      select.value = country;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    for (let turn = 0; turn < 40; turn++) {
      await Promise.resolve();
      seen.push(selectNamed(t('help.nationality')).value);
    }
    await settled();
    seen.push(selectNamed(t('help.nationality')).value);
    expect(new Set(seen)).toEqual(new Set(['TH']));
    expect(stored()?.nationality).toBe('TH');
  });

  it('asks for no reload of the page', async () => {
    await draw(popup([]).surface);
    api.refuses = true;
    const labels = all<HTMLInputElement>('.switches input').at(-1) as HTMLInputElement;
    await press(labels);
    expect(labels.checked).toBe(true);
    expect(find('.switches [role=status]').textContent).toBe('');
    api.refuses = false;
    await press(labels);
    expect(find('.switches [role=status]').textContent).toBe(t('switches.reload'));
  });
});

describe('what cannot be loaded', () => {
  it('leaves the way to the embassy in place of the lines', async () => {
    await draw(<HelpApp loadHelp={broken} leave={async () => {}} />);
    expect(find('[aria-busy]')).toBeNull();
    expect(find('.help').textContent).toContain(t('help.advice.find-embassy'));
  });

  it('leaves help beside a text that cannot be checked', async () => {
    await draw(<CheckApp {...{ loadHelp, loadExplainer, given }} loadJudge={broken} />);
    await type('some words');
    await press(button(t('check.button')));
    expect(find('[role=status]').textContent).toBe(t('steps.talk').replace(/<[^>]+>/g, ''));
    expect(find('.help')).not.toBeNull();
    expect(app.textContent).not.toContain(t('check.nothing'));
    await press(button(t('check.clear')));
    expect(find('[role=status]').textContent).toBe('');
    expect(find('.help')).toBeNull();
  });
});

describe('the check page', () => {
  beforeEach(() => draw(<CheckApp {...{ loadHelp, loadExplainer, loadJudge, given }} />));

  it('forgets that there was no text when it is cleared', async () => {
    await press(button(t('check.button')));
    expect(find('[role=status]').textContent).toBe(t('check.empty'));
    await press(button(t('check.clear')));
    expect(find('[role=status]').textContent).toBe('');
  });

  it('says each time anew that nothing was found, and not while somebody types', async () => {
    await type('some words');
    for (const _time of [1, 2]) {
      await press(button(t('check.button')));
      expect(document.activeElement?.textContent).toBe(t('check.nothing'));
    }
    find('textarea').focus();
    await type('some more words');
    expect(document.activeElement).toBe(find('textarea'));
  });
});
