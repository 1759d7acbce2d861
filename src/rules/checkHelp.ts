/** What a help file must keep beyond its schema; every complaint names file, field and reason. */
import type { HelpFile, HelpSource, LineFile } from './helpFiles';
import type { Complaint, RuleFile } from './load';
import { isDated, shippedLines } from './shipping';

/** From this many digits on, a number is one of a kind: excluded in one country, it is excluded in all. */
const WORLDWIDE = 9;
/** The end of such a number is the same with and without country code. */
const SAME_END = 8;
const PHONES = ['whatsapp', 'telegram', 'signal', 'sms'] as const;

/** Digits that tell a number from all others, however it is written. */
function digits(number: string): string {
  const all = number.replace(/\D/g, '');
  return all.length >= WORLDWIDE ? `…${all.slice(-SAME_END)}` : all;
}

/** All complaints about the help files, as loaded; an empty list when they are right. */
export function checkHelp(files: readonly RuleFile<HelpFile>[]): Complaint[] {
  const everywhere = files.flatMap(({ data }) => excludedIn(data)).filter((number) => number.startsWith('…'));
  return files.flatMap(({ id, file, data }) => {
    const complaints: Complaint[] = [];
    const complain = (field: string, reason: string): void => {
      complaints.push({ file, field, reason });
    };
    if (data.country !== id) complain('country', `the file is named ${id}`);
    checkIds(data, complain);
    const excluded = new Set([...everywhere, ...excludedIn(data)]);
    data.lines.forEach((line, i) => {
      checkLine(line, `lines.${i}`, data.checked, complain);
      if (line.status !== 'confirmed') return;
      for (const number of numbersOf(line)) {
        if (excluded.has(digits(number))) complain(`lines.${i}.number`, `${number} is excluded`);
      }
    });
    if (data.licenceCheck) {
      checkDates(data.licenceCheck, 'licenceCheck', data.checked, complain);
    }
    return complaints;
  });
}

type Complain = (field: string, reason: string) => void;

function excludedIn(file: HelpFile): string[] {
  return (file.excluded ?? []).flatMap(({ numbers }) => numbers.map(digits));
}

function numbersOf(line: LineFile): string[] {
  const channels = PHONES.map((channel) => line.channels?.[channel]);
  const all = [line.number, ...(line.also ?? []), line.fromAbroad, ...channels];
  return all.filter((number) => typeof number === 'string');
}

function checkIds(file: HelpFile, complain: Complain): void {
  const seen = new Set<string>();
  file.lines.forEach(({ id, kind }, i) => {
    if (seen.has(id)) complain(`lines.${i}.id`, `"${id}" is used twice`);
    if (!id.startsWith(`${kind}-`)) complain(`lines.${i}.id`, `does not start with "${kind}-"`);
    seen.add(id);
  });
  if (file.emergency === undefined) return;
  const shipped = shippedLines(file.lines).find(({ line }) => line.id === file.emergency);
  if (shipped?.line.kind !== 'police')
    complain('emergency', `no police line "${file.emergency}" that is shown`);
}

function checkLine(line: LineFile, field: string, checked: string, complain: Complain): void {
  if (line.number === null && Object.keys(line.channels ?? {}).length === 0) {
    complain(`${field}.number`, 'neither a number nor a channel');
  }
  checkDates(line, field, checked, complain);
  if (line.status !== 'confirmed') return;
  if (line.confidence === 'single') complain(`${field}.status`, 'one source confirms nothing');
  if (line.sources.length === 0) complain(`${field}.sources`, 'no source');
  else if (!isDated(line))
    complain(`${field}.lastSeen`, 'no date, and no page of a government or of the operator');
}

function checkDates(
  item: { lastSeen: string | null; sources: HelpSource[] },
  field: string,
  checked: string,
  complain: Complain,
): void {
  const dates = item.sources.flatMap(({ date }) => (date === undefined ? [] : [date]));
  if (item.lastSeen !== null && !dates.includes(item.lastSeen)) {
    complain(`${field}.lastSeen`, `no source is of ${item.lastSeen}`);
  }
  for (const date of dates) {
    if (date > checked || !isDate(date)) complain(`${field}.sources`, `date ${date} cannot be`);
  }
}

/** True for a year, month or day of the calendar: Date takes 31 February for a day of March. */
function isDate(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
