/** What every surface knows: the reader's settings, and data that is loaded late. */
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  defaultSettings,
  loadSettings,
  onSettings,
  type Settings,
  saveSettings,
  takeRepairNotice,
} from '../browser/settings';

/**
 * What `load` brings, null until it has: large data, loaded after the first picture, and not before `wanted`. `instead` is
 * what stands in its place where it cannot be loaded.
 */
export function useLoaded<T>(load: () => Promise<T>, wanted = true, instead: T | null = null): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    const keep = (value: T | null) => setLoaded(() => value);
    if (wanted) void load().then(keep, () => keep(instead));
  }, [load, wanted, instead]);
  return loaded;
}

export type SettingsPatch = Partial<Omit<Settings, 'version'>>;

/**
 * The settings, their defaults until they have been read; `repaired` is true until the reader has seen the notice. `save`
 * answers whether the store took the change; where it did not, the stored settings are shown again. It never rejects.
 */
export function useSettings() {
  const [settings, setSettings] = useState(defaultSettings);
  const [repaired, setRepaired] = useState(false);
  // Who goes through a list by keyboard is faster than the store: what it says in between would turn the list back.
  const pending = useRef(0);
  useEffect(() => {
    const load = async () => {
      setSettings((await loadSettings()).settings);
      setRepaired(await takeRepairNotice().catch(() => false));
    };
    void load();
    return onSettings((stored) => {
      if (pending.current === 0) setSettings(stored);
    });
  }, []);
  const save = async (patch: SettingsPatch): Promise<boolean> => {
    pending.current++;
    // Shown at once, whatever the store will say.
    setSettings((old) => ({ ...old, ...patch }));
    const saved = await saveSettings(patch).catch(() => null);
    const now = saved ?? (await loadSettings()).settings;
    pending.current--;
    if (pending.current === 0) setSettings(now);
    return saved !== null;
  };
  return { settings, repaired, save, forgetNotice: () => setRepaired(false) };
}
