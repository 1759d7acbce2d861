/** Compiles rules/help and rules/zones to what surfaces load: only lines that may be shown. */
import type { Source } from '../detect/types';
import type { CompiledHelp, HelpCountry, HelpLine, LicenceCheck, Zones } from '../helplines/types';
import { checkHelp } from './checkHelp';
import type { HelpFile, HelpSource, LicenceFile, LineFile, ZonesFile } from './helpFiles';
import { type Complaint, loadRules, ROOT, RuleError, type RuleFile } from './load';
import { shippedLines } from './shipping';

/** A surface shows one source and a second behind it; the rest is for those who maintain the data. */
const SOURCES_SHOWN = 2;

/** The files of rules/help below `root`. Throws RuleError where one does not fit the schema. */
export function readHelp(root: string = ROOT): RuleFile<HelpFile>[] {
  return loadRules<HelpFile>('help', 'help', root);
}

/**
 * Reads rules/help (one file a country, and INT) and rules/zones below `root` and returns the compiled help.
 * Throws RuleError with all complaints: schema, a line without source or date, ids used twice, excluded numbers
 * that come back, a zone that two countries claim.
 */
export function compileHelp(root: string = ROOT, files = readHelp(root)): CompiledHelp {
  const complaints = checkHelp(files);
  const zones = compileZones(loadRules<ZonesFile>('zones', 'zones', root), complaints);
  if (complaints.length > 0) throw new RuleError(complaints);
  const countries: Record<string, HelpCountry> = {};
  for (const { data } of files) {
    if (data.country.length === 2) countries[data.country] = compileCountry(data);
  }
  return {
    checked: files.map(({ data }) => data.checked).reduce((a, b) => (a > b ? a : b), ''),
    countries,
    links: files.flatMap(({ data }) => data.links ?? []),
    zones,
  };
}

/** The English words of notes and registers that are shown, as messages: `line.<country>/<id>.note`, `licence.<country>.what`. */
export function helpWords(files = readHelp()): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { data } of files) {
    const { country, licenceCheck } = data;
    if (country.length !== 2) continue;
    for (const { line } of shippedLines(data.lines)) if (line.note) words[noteKey(country, line)] = line.note;
    if (licenceCheck) words[whatKey(country)] = licenceCheck.what;
  }
  return words;
}

const noteKey = (country: string, { id }: LineFile): string => `line.${country}/${id}.note`;
const whatKey = (country: string): string => `licence.${country}.what`;

function compileCountry(file: HelpFile): HelpCountry {
  const { country, licenceCheck } = file;
  return {
    country,
    hub: file.hub === true,
    emergency: file.emergency === undefined ? null : `${country}/${file.emergency}`,
    lines: shippedLines(file.lines).map(({ line, mayHaveChanged }) =>
      compileLine(country, line, mayHaveChanged),
    ),
    licenceCheck: licenceCheck ? compileLicence(country, licenceCheck) : null,
  };
}

function compileLine(country: string, line: LineFile, mayHaveChanged: boolean): HelpLine {
  return {
    id: `${country}/${line.id}`,
    country,
    kind: line.kind,
    name: line.name,
    operator: line.operator,
    number: line.number,
    also: line.also ?? [],
    fromAbroad: line.fromAbroad,
    place: line.place ?? null,
    notFrom: line.notFrom ?? [],
    hours: line.hours,
    languages: line.languages,
    languagesAssumed: line.languagesAssumed === true,
    channels: line.channels ?? {},
    audience: line.audience,
    official: line.confidence === 'official',
    lastSeen: line.lastSeen,
    mayHaveChanged,
    note: line.note === undefined ? null : noteKey(country, line),
    sources: bestSources(line.sources, line.lastSeen),
  };
}

function compileLicence(country: string, check: LicenceFile): LicenceCheck {
  return {
    authority: check.authority,
    what: whatKey(country),
    covers: check.covers,
    forbidden: check.forbidden === true,
    url: check.url,
    second: check.second ?? null,
    jobOrders: check.jobOrders ?? null,
    lastSeen: check.lastSeen,
    sources: bestSources(check.sources, check.lastSeen),
  };
}

/** The source that gives `lastSeen` first, then a government's, then the newest, then the order of the file. */
function bestSources(sources: readonly HelpSource[], lastSeen: string | null): Source[] {
  const rank = (source: HelpSource): number =>
    (lastSeen !== null && source.date === lastSeen ? 4 : 0) +
    (source.by === 'government' ? 2 : source.by ? 1 : 0);
  return sources
    .toSorted((a, b) => rank(b) - rank(a) || (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, SOURCES_SHOWN)
    .map(({ title, url, date }) => (date === undefined ? { title, url } : { title, url, date }));
}

function compileZones(files: readonly { file: string; data: ZonesFile }[], complaints: Complaint[]): Zones {
  const compiled: Zones = { zones: {}, languages: {} };
  for (const { file, data } of files) {
    for (const [country, zones] of Object.entries(data.zones)) {
      for (const zone of zones) {
        const other = compiled.zones[zone];
        if (other)
          complaints.push({ file, field: `zones.${country}`, reason: `${zone} belongs to ${other} too` });
        compiled.zones[zone] = country;
      }
    }
    Object.assign(compiled.languages, data.languages);
  }
  return compiled;
}
