/** What every surface knows: the reader's settings, and data that is loaded late. */
import { useEffect, useState } from 'preact/hooks';
import {
  defaultSettings,
  loadSettings,
  onSettings,
  type Settings,
  saveSettings,
  takeRepairNotice,
} from '../browser/settings';

/** What `load` brings, null until it has: large data, loaded after the first picture, and not before `wanted`. */
export function useLoaded<T>(load: () => Promise<T>, wanted = true): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (wanted) void load().then((value) => setLoaded(() => value));
  }, [load, wanted]);
  return loaded;
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
