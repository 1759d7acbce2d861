/**
 * `npm run evaluate -- [--tuned | --held-out] [--misses] [--grey] [--lang=xx,yy] [corpus.jsonl ...]`
 * Recall and false alarms by language and label. Default corpus: the project's own samples.
 */
import { relative } from 'node:path';
import type { Assessment } from '../detect/types';
import { ROOT } from '../rules/load';
import { type CorpusRow, isHeldOut, LABELS, ownCorpora, readCorpus } from './corpus';
import { loadDetector } from './detectorFromRules';

/** A row with what the detector said of it. */
export interface Judged {
  row: CorpusRow;
  assessment: Assessment;
}

const isWarned = ({ assessment }: Judged): boolean =>
  assessment.level === 'caution' || assessment.level === 'danger';
const isDanger = ({ assessment }: Judged): boolean => assessment.level === 'danger';

/** "12/15 80 %", or "-" for an empty group. */
export function share(group: readonly Judged[], test: (judged: Judged) => boolean): string {
  if (group.length === 0) return '-';
  const met = group.filter(test).length;
  return `${met}/${group.length} ${((100 * met) / group.length).toFixed(met > 0 && met * 50 < group.length ? 1 : 0)} %`;
}

function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => (row[n] ?? '').length)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  '));
}

function printSummary(judged: readonly Judged[]): void {
  const lures = judged.filter(({ row }) => row.label === 'lure');
  const rows = (['easy', 'medium', 'hard'] as const).map((difficulty) => {
    const group = lures.filter(({ row }) => (row.difficulty ?? 'medium') === difficulty);
    return [`lures, ${difficulty}`, share(group, isWarned), share(group, isDanger)];
  });
  for (const label of LABELS) {
    const group = judged.filter(({ row }) => row.label === label);
    rows.push([label === 'lure' ? 'lures, all' : label, share(group, isWarned), share(group, isDanger)]);
  }
  printTable(['group', 'warned', 'danger'], rows);
}

function printLanguages(judged: readonly Judged[]): void {
  const langs = [...new Set(judged.map(({ row }) => row.lang))].sort();
  const rows = langs.map((lang) => {
    const mine = judged.filter(({ row }) => row.lang === lang);
    return [
      lang,
      ...LABELS.map((label) =>
        share(
          mine.filter(({ row }) => row.label === label),
          isWarned,
        ),
      ),
    ];
  });
  console.log('\nwarned, by language');
  printTable(['lang', ...LABELS], rows);
}

/** Missed lures and flagged others, each with what was found. */
function printMisses(judged: readonly Judged[]): void {
  for (const one of judged) {
    const { row, assessment } = one;
    if ((row.label === 'lure') === isWarned(one)) continue;
    const found = assessment.findings.map(({ indicator, quote }) => `${indicator}«${quote.slice(0, 30)}»`);
    const against = assessment.counters.map(({ counter, quote }) => `-${counter}«${quote.slice(0, 30)}»`);
    console.log(
      `\n${row.label} ${row.id} ${row.lang} ${row.difficulty ?? ''} -> ${assessment.level} ${assessment.score}`,
    );
    console.log(`  ${row.text.replace(/\s+/g, ' ').slice(0, 600)}`);
    console.log(`  ${[...new Set(found), ...new Set(against)].join(' ')}`);
  }
}

/** The languages of `--lang=xx,yy`; empty for all. */
function wantedLanguages(flags: ReadonlySet<string>): string[] {
  const given = [...flags].find((flag) => flag.startsWith('--lang='));
  return given ? given.slice('--lang='.length).split(',') : [];
}

function main(): void {
  const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
  const paths = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const files = paths.length > 0 ? paths : ownCorpora();
  let rows = files.flatMap(readCorpus);
  const langs = wantedLanguages(flags);
  if (langs.length > 0) rows = rows.filter((row) => langs.includes(row.lang.split('-')[0] ?? ''));
  if (flags.has('--held-out')) rows = rows.filter(isHeldOut);
  if (flags.has('--tuned')) rows = rows.filter((row) => !isHeldOut(row));
  const { rules, detector } = loadDetector();
  const all = rows.map((row) => ({ row, assessment: detector.assess(row) }));
  const judged = all.filter(({ row }) => Boolean(row.grey) === flags.has('--grey'));
  console.log(
    `rules ${rules.version}; ${files.map((file) => relative(ROOT, file)).join(', ')}; ${judged.length} posts\n`,
  );
  printSummary(judged);
  printLanguages(judged);
  if (flags.has('--misses')) printMisses(judged);
}

main();
