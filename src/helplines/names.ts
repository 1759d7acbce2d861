/** Which countries there are, and the first guess of where the reader is, from what the browser itself knows. */
import type { Zones } from './types';

const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Codes of ISO's user-assigned or reserved ranges, and of unions, that the browser has names for but nobody is a citizen of. */
const NO_COUNTRY = /^(?:A[AC]|CP|CQ|DG|E[AUZ]|IC|Q[M-Z]|TA|UN|X[^K]|ZZ)$/;

/** ISO 3166-1 alpha-2 codes of all countries and territories that the browser can name, in order of the codes. */
export function countryCodes(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return (
    ALPHABET.flatMap((first) => ALPHABET.map((second) => first + second))
      .filter((code) => !NO_COUNTRY.test(code) && names.of(code) !== undefined)
      // Withdrawn codes come back under their successor's name.
      .filter((code) => new Intl.Locale(`und-${code}`).region === code)
  );
}

/**
 * Where the reader probably is: by the time zone (IANA name), else by the first of `languages` (BCP 47 tags, as in
 * navigator.languages) that names a region, else by the home country of the first that has one. Null when unknown.
 */
export function guessCountry(zones: Zones, timeZone: string, languages: readonly string[]): string | null {
  const byZone = own(zones.zones, timeZone);
  if (byZone) return byZone;
  for (const tag of languages) {
    const region = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})(?:-|$)/.exec(tag)?.[1];
    if (region) return region;
  }
  for (const tag of languages) {
    const [language = '', script = ''] = tag.split('-');
    const home = own(zones.languages, `${language}-${script}`) ?? own(zones.languages, language);
    if (home) return home;
  }
  return null;
}

/** A zone named `constructor` must find nothing. */
function own(table: Record<string, string>, key: string): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
