/** What the popup knows about the page, from asking it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageReport } from '../browser/messages';
import {
  defaultSettings,
  loadSettings,
  onSettings,
  type Settings,
  saveSettings,
  takeRepairNotice,
} from '../browser/settings';
import type { Assessment, Reason } from '../detect/types';
import type { Ports, Tab } from './ports';

/** `asking` until the page has answered; `unread` when nothing of ours runs there. */
export type PageState =
  | { kind: 'asking'; tab: Tab | null }
  | { kind: 'unread'; tab: Tab | null }
  | { kind: 'read'; tab: Tab; report: PageReport };

/** The page's state, kept fresh: asked at once, and again whenever the page has counted anew. */
export function usePage(ports: Ports): PageState {
  const [state, setState] = useState<PageState>({ kind: 'asking', tab: null });
  const askTab = useCallback(
    async (tab: Tab) => {
      const report = await ports.ask(tab);
      setState(report ? { kind: 'read', tab, report } : { kind: 'unread', tab });
    },
    [ports],
  );
  useEffect(() => {
    let closed = false;
    let stop = () => {};
    const start = async () => {
      const tab = await ports.findTab();
      if (closed) return;
      if (tab === null) return setState({ kind: 'unread', tab });
      setState({ kind: 'asking', tab });
      stop = ports.onCount(tab, () => void askTab(tab));
      await askTab(tab);
    };
    void start();
    return () => {
      closed = true;
      stop();
    };
  }, [ports, askTab]);
  return state;
}

export type Explain = (assessment: Assessment) => Reason[];

/** The explainer once it has loaded; it brings the rules with it, so it comes after the first picture. */
export function useExplain(load: () => Promise<Explain>): Explain | null {
  const [explain, setExplain] = useState<Explain | null>(null);
  useEffect(() => {
    void load().then((loaded) => setExplain(() => loaded));
  }, [load]);
  return explain;
}

export type SettingsPatch = Partial<Omit<Settings, 'version'>>;

/** The settings, their defaults until they have been read; `repaired` is true until the reader has seen the notice. */
export function useSettings() {
  const [settings, setSettings] = useState(defaultSettings);
  const [repaired, setRepaired] = useState(false);
  useEffect(() => {
    const load = async () => {
      setSettings((await loadSettings()).settings);
      setRepaired(await takeRepairNotice());
    };
    void load();
    return onSettings(setSettings);
  }, []);
  const save = (patch: SettingsPatch) => {
    // Shown at once; the store's own answer comes through onSettings.
    setSettings((old) => ({ ...old, ...patch }));
    void saveSettings(patch);
  };
  return { settings, repaired, save, forgetNotice: () => setRepaired(false) };
}
