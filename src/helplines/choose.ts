/** Which help a reader sees, and in which order: where compounds are, the own embassy comes before anything local. */
import type { CompiledHelp, HelpCountry, HelpKind, HelpLine, HelpLink, LicenceCheck } from './types';

/** What is known of the reader. Countries are ISO codes; `promised` are those that the post names, likeliest first. */
export interface Situation {
  promised: readonly string[];
  where: string | null;
  nationality: string | null;
}

/** What a section says beside its lines; surfaces have the words. */
type Advice = 'embassy-first' | 'choose-nationality' | 'hub-police' | 'find-embassy';

export interface HelpSection {
  id: 'choose-nationality' | 'nationality' | 'promised' | 'where' | 'licence' | 'international';
  /** Null for choose-nationality and international. */
  country: string | null;
  /** True where the police are not the first to call: in a hub that is not the reader's own country. */
  policeLast: boolean;
  lines: HelpLine[];
  /** The general emergency number; null in hubs, where the police are never the first to call. */
  emergency: HelpLine | null;
  licenceCheck: LicenceCheck | null;
  links: HelpLink[];
  advice: Advice[];
}

const ORDER: readonly HelpKind[] = [
  'trafficking',
  'consular',
  'migrant-worker',
  'ngo',
  'child',
  'cybercrime',
  'police',
];

/** Help that a foreigner at the promised place has no use for. */
const FOR_RESIDENTS = new Set<string>(['cybercrime', 'job-seekers']);

/**
 * The sections for one reader, in the order in which they are shown. No line is in two of them.
 * Who is at home, or in no hub, has help there first; then, towards a hub as in it, come the lines for the reader's own citizens before
 * the hub's own. That the police of a hub come last is said once. Licence checks come last, then links where no line but the police was found.
 */
export function chooseHelp(help: CompiledHelp, situation: Situation): HelpSection[] {
  const { where, nationality } = situation;
  const promised = [...new Set(situation.promised)];
  const named = where === null ? promised : [...new Set([...promised, where])];
  const isHub = (country: string): boolean => help.countries[country]?.hub === true;
  const foreignHubs = named.filter((country) => isHub(country) && country !== nationality);
  const local = (country: string): HelpSection => localSection(help, country, situation);
  const citizens = citizenSection(help, situation, named, foreignHubs.length > 0);
  const own = isAtHome(named, nationality) && hasHelp(local(nationality)) ? [] : [citizens];
  const here = named.filter((country) => country === where && !foreignHubs.includes(country));
  const hubs = named.filter((country) => isHub(country) && !here.includes(country));
  const there = named.filter((country) => !isHub(country) && !here.includes(country));
  const sections =
    foreignHubs.length > 0
      ? [...here.map(local), ...own, ...hubs.map(local), ...there.map(local)]
      : [...here.map(local), ...hubs.map(local), ...there.map(local), ...own];
  sections.push(...licenceSections(help, situation, promised));
  const found = withoutRepeats(sections);
  const onlyPolice = found.every(({ lines }) => lines.every((line) => line.kind === 'police'));
  if (onlyPolice && help.links.length > 0) found.push(section('international', null, { links: help.links }));
  return found;
}

/** The number to dial, and whether it is known to work only inside the line's country. */
export function numberToDial(
  line: HelpLine,
  from: string | null,
): { number: string | null; onlyInside: boolean } {
  if (from === line.country || line.number === null) return { number: line.number, onlyInside: false };
  const abroad = line.fromAbroad ?? (line.number.startsWith('+') ? line.number : null);
  return { number: abroad ?? line.number, onlyInside: abroad === null };
}

function section(
  id: HelpSection['id'],
  country: HelpCountry | null,
  more: Partial<HelpSection>,
): HelpSection {
  return {
    id,
    country: country?.country ?? null,
    policeLast: false,
    lines: [],
    emergency: null,
    licenceCheck: null,
    links: [],
    advice: [],
    ...more,
  };
}

/** Nobody has an embassy at home. */
function isAtHome(named: readonly string[], nationality: string | null): nationality is string {
  return named.length > 0 && named.every((country) => country === nationality);
}

function hasHelp({ lines, emergency }: HelpSection): boolean {
  return lines.length > 0 || emergency !== null;
}

/** A country that nobody has looked up yet is still named, with the way to the embassy. */
function countryOf(help: CompiledHelp, country: string): HelpCountry {
  const known = Object.hasOwn(help.countries, country) ? help.countries[country] : undefined;
  return known ?? { country, hub: false, emergency: null, lines: [], licenceCheck: null };
}

function citizenSection(
  help: CompiledHelp,
  situation: Situation,
  places: string[],
  hub: boolean,
): HelpSection {
  const advice: Advice[] = hub ? ['embassy-first'] : [];
  if (situation.nationality === null)
    return section('choose-nationality', null, { advice: [...advice, 'choose-nationality'] });
  const country = countryOf(help, situation.nationality);
  const lines = country.lines.filter(
    (line) => line.audience === 'citizens-abroad' && !line.notFrom.some((place) => places.includes(place)),
  );
  const onTheSpot = places.flatMap((place) => lines.filter((line) => line.place === place));
  const central = lines.filter((line) => line.place === null).sort(byKind);
  const near = [...onTheSpot, ...central];
  const served = near.some((line) => line.kind === 'consular');
  // Out of a hub people flee across the border: there an embassy next door is better than none.
  const nextDoor = hub && !served ? lines.filter((line) => !near.includes(line)) : [];
  const chosen = [...nextDoor, ...near];
  return section('nationality', country, {
    lines: chosen,
    advice: chosen.length === 0 ? ['find-embassy'] : advice,
  });
}

function localSection(help: CompiledHelp, iso2: string, situation: Situation): HelpSection {
  const country = countryOf(help, iso2);
  const resident = iso2 === situation.where || iso2 === situation.nationality;
  const emergency = country.hub
    ? null
    : (country.lines.find((line) => line.id === country.emergency) ?? null);
  const lines = country.lines
    .filter((line) => line.audience !== 'citizens-abroad' && line !== emergency)
    .filter((line) => resident || !(FOR_RESIDENTS.has(line.kind) || FOR_RESIDENTS.has(line.audience)))
    .sort(byKind);
  // At home there is no embassy to go to, and the local police are the reader's own.
  const advice: Advice = lines.length === 0 ? 'find-embassy' : 'hub-police';
  const needed = iso2 !== situation.nationality && (lines.length === 0 || country.hub);
  return section(iso2 === situation.where ? 'where' : 'promised', country, {
    lines,
    emergency,
    policeLast: country.hub && iso2 !== situation.nationality,
    advice: needed ? [advice] : [],
  });
}

function licenceSections(
  help: CompiledHelp,
  situation: Situation,
  promised: readonly string[],
): HelpSection[] {
  const home = [situation.nationality, situation.where].filter((country) => country !== null);
  return [...new Set([...home, ...promised])].flatMap((iso2) => {
    const country = countryOf(help, iso2);
    const { licenceCheck } = country;
    // A register of those who send people away from the promised country says nothing about this job.
    if (!licenceCheck || !(home.includes(iso2) || licenceCheck.covers.includes('arriving'))) return [];
    return [section('licence', country, { licenceCheck })];
  });
}

/** By kind; of one kind, those that may have changed come last. */
function byKind(a: HelpLine, b: HelpLine): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Number(a.mayHaveChanged) - Number(b.mayHaveChanged);
}

/** Keeps the first of each line, by id, and of the warning about a hub's police. */
function withoutRepeats(sections: HelpSection[]): HelpSection[] {
  const seen = new Set<string>();
  const first = (what: string): boolean => {
    if (seen.has(what)) return false;
    seen.add(what);
    return true;
  };
  return sections.map((one) => ({
    ...one,
    lines: one.lines.filter(({ id }) => first(id)),
    advice: one.advice.filter((what) => what !== 'hub-police' || first(what)),
  }));
}
