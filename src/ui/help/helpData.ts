/** The help data, read from the extension itself. */
import { guessCountry } from '../../helplines/names';
import type { CompiledHelp } from '../../helplines/types';

/** The compiled help data. */
export async function loadHelp(): Promise<CompiledHelp> {
  return (await import('../../generated/help.json')).default as unknown as CompiledHelp;
}

/** Where this browser seems to be, by its clock and its languages alone; null when they do not tell. */
export function guessHere(help: CompiledHelp): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return guessCountry(help.zones, timeZone, navigator.languages);
}
