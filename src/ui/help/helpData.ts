/** The help data, read from the extension itself. */
import type { Settings } from '../../browser/settings';
import { guessCountry } from '../../helplines/names';
import type { CompiledHelp } from '../../helplines/types';

/** The compiled help data. */
export async function loadHelp(): Promise<CompiledHelp> {
  return (await import('../../generated/help.json')).default as unknown as CompiledHelp;
}

/** Where the reader is: as the settings say, else as the browser seems to be; null while `help` is missing or nothing tells. */
export function whereabouts({ country }: Settings, help: CompiledHelp | null): string | null {
  return country ?? (help && guessHere(help));
}

/** Where this browser seems to be, by its clock and its languages alone; null when they do not tell. */
function guessHere(help: CompiledHelp): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return guessCountry(help.zones, timeZone, navigator.languages);
}
