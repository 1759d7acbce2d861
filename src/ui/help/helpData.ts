/** The help data, read from the extension itself. */
import type { Settings } from '../../browser/settings';
import { guessCountry } from '../../helplines/names';
import type { CompiledHelp } from '../../helplines/types';

/** The compiled help data. */
export async function loadHelp(): Promise<CompiledHelp> {
  return (await import('../../generated/help.json')).default as unknown as CompiledHelp;
}

/** What stands in place of the help data where they cannot be loaded. */
export const NO_HELP: CompiledHelp = {
  checked: '',
  countries: {},
  links: [],
  zones: { zones: {}, languages: {} },
};

/** True once the reader has chosen no country on this page: then none is guessed for as long as the page is open. */
let unsaid = false;

/** Notes what the reader has chosen as the own whereabouts; the settings keep only countries. */
export function noteChoice(country: string | null): void {
  unsaid = country === null;
}

/**
 * Where the reader is: as the settings say, else as the browser seems to be; null while `help` is missing, where nothing
 * tells, and where the reader does not want to say.
 */
export function whereabouts({ country }: Settings, help: CompiledHelp | null): string | null {
  return country ?? (unsaid ? null : help && guessHere(help));
}

/** Where this browser seems to be, by its clock and its languages alone; null when they do not tell. */
function guessHere(help: CompiledHelp): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return guessCountry(help.zones, timeZone, navigator.languages);
}
