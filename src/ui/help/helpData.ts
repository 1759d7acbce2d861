/** Loads the help data after the popup's first picture; the data is read from the extension itself. */
import { useEffect, useState } from 'preact/hooks';
import { guessCountry } from '../../helplines/names';
import type { CompiledHelp } from '../../helplines/types';

/** The compiled help data. */
export async function loadHelp(): Promise<CompiledHelp> {
  return (await import('../../generated/help.json')).default as unknown as CompiledHelp;
}

/** The help data once it has loaded, else null. */
export function useHelp(load: () => Promise<CompiledHelp>): CompiledHelp | null {
  const [help, setHelp] = useState<CompiledHelp | null>(null);
  useEffect(() => {
    void load().then(setHelp);
  }, [load]);
  return help;
}

/** Where this browser seems to be, by its clock and its languages alone; null when they do not tell. */
export function guessHere(help: CompiledHelp): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return guessCountry(help.zones, timeZone, navigator.languages);
}
