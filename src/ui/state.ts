/** What every surface knows: the reader's settings, and what turns an assessment into reasons. */
import { useEffect, useState } from 'preact/hooks';
import {
  defaultSettings,
  loadSettings,
  onSettings,
  type Settings,
  saveSettings,
  takeRepairNotice,
} from '../browser/settings';
import type { Explainer } from './explainer';

/** The explainer once it has loaded; it brings the rules with it, so it comes after the first picture. */
export function useExplainer(load: () => Promise<Explainer>): Explainer | null {
  const [explainer, setExplainer] = useState<Explainer | null>(null);
  useEffect(() => {
    void load().then(setExplainer);
  }, [load]);
  return explainer;
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
