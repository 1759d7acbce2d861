/** Which help lines may be shown: never a doubtful one, and an old one only where nothing newer helps. */
import type { HelpSource, LineFile } from './helpFiles';

/** A line whose newest source is of this year or later is shown plainly. */
const FRESH_FROM = '2023';

const undatedBy = (sources: readonly HelpSource[], by: HelpSource['by']): boolean =>
  sources.some((source) => source.by === by && source.date === undefined);

/** True when a source tells when, or when a government or the operator itself says it on a page without a date. */
export function isDated(line: LineFile): boolean {
  const { lastSeen, sources } = line;
  return lastSeen !== null || undatedBy(sources, 'government') || undatedBy(sources, 'operator');
}

/** True when the line can be shown without a warning about its age. */
function isFresh(line: LineFile): boolean {
  return (line.lastSeen ?? '') >= FRESH_FROM || undatedBy(line.sources, 'government');
}

/**
 * The lines of one country that may be shown, in their order. Lines of the same kind and place compete: an old one
 * is shown, with `mayHaveChanged`, only when no fresh one is there.
 */
export function shippedLines(lines: readonly LineFile[]): { line: LineFile; mayHaveChanged: boolean }[] {
  const confirmed = lines.filter((line) => line.status === 'confirmed');
  const group = (line: LineFile): string => `${line.kind} ${line.place ?? ''}`;
  const renewed = new Set(confirmed.filter(isFresh).map(group));
  return confirmed
    .filter((line) => isFresh(line) || !renewed.has(group(line)))
    .map((line) => ({ line, mayHaveChanged: line.mayHaveChanged === true || !isFresh(line) }));
}
