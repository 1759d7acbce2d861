/** What a corpus says of the rules: shares by group and language, posts at the threshold, what each indicator does. */
import type { CompiledRules } from '../detect/compiled';
import type { Trace } from '../detect/detector';
import { weighOdds } from '../detect/odds';
import { isWarning, type Level } from '../detect/types';
import { weigh } from '../detect/weigh';
import { type CorpusRow, LABELS, type Label } from './corpus';
import type { Loaded } from './detectorFromRules';

/** A post and its level: what is counted. */
export interface Levelled {
  row: Pick<CorpusRow, 'lang' | 'label' | 'difficulty'>;
  /** True for what stands on the web by the thousand and resembles no lure. */
  plain?: boolean;
  level: Level;
}

/** A row with what the detector said of it, and how it came to say so. */
export interface Judged extends Levelled {
  row: CorpusRow;
  trace: Trace;
}

export type Row = string[];

export const isWarned = ({ level }: Levelled): boolean => isWarning(level);
const isDanger = ({ level }: Levelled): boolean => level === 'danger';

export function judge(rows: readonly CorpusRow[], { detector }: Loaded): Judged[] {
  return rows.map((row) => {
    const trace = detector.trace(row);
    return { row, trace, level: trace.weighed.level };
  });
}

/** "12/15 80 %", or "-" for an empty group; one decimal where the share is small. */
export function share<T>(group: readonly T[], test: (one: T) => boolean): string {
  if (group.length === 0) return '-';
  const met = group.filter(test).length;
  return `${met}/${group.length} ${((100 * met) / group.length).toFixed(met > 0 && met * 50 < group.length ? 1 : 0)} %`;
}

const PLAIN: Partial<Record<Label, string>> = { honest: 'plain job listings', ordinary: 'everyday posts' };

/** Rows of group, warned, danger: lures by difficulty, then every label, plain posts apart. */
export function summaryRows(all: readonly Levelled[]): Row[] {
  const judged = all.filter(({ plain }) => !plain);
  const lures = judged.filter(({ row }) => row.label === 'lure');
  const rows = (['easy', 'medium', 'hard'] as const).map((difficulty) => {
    const group = lures.filter(({ row }) => (row.difficulty ?? 'medium') === difficulty);
    return [`lures, ${difficulty}`, share(group, isWarned), share(group, isDanger)];
  });
  for (const label of LABELS) {
    const group = judged.filter(({ row }) => row.label === label);
    rows.push([label === 'lure' ? 'lures, all' : label, share(group, isWarned), share(group, isDanger)]);
  }
  for (const [label, name] of Object.entries(PLAIN)) {
    const group = all.filter(({ row, plain }) => plain && row.label === label);
    if (group.length > 0) rows.push([name, share(group, isWarned), share(group, isDanger)]);
  }
  return rows;
}

/** A language without its country or script. */
const bareLanguage = (lang: string): string => Intl.getCanonicalLocales(lang)[0]?.split('-')[0] ?? '';

/** Rows of language and the share warned of each label, and of plain posts where there are any. */
export function languageRows(judged: readonly Levelled[]): Row[] {
  const langs = [...new Set(judged.map(({ row }) => bareLanguage(row.lang)))].sort();
  const anyPlain = judged.some((one) => one.plain);
  return langs.map((lang) => {
    const mine = judged.filter(({ row }) => bareLanguage(row.lang) === lang);
    const byLabel = LABELS.map((label) =>
      share(
        mine.filter(({ row, plain }) => !plain && row.label === label),
        isWarned,
      ),
    );
    const plain = mine.filter((one) => one.plain);
    return [lang, ...byLabel, ...(anyPlain ? [share(plain, isWarned)] : [])];
  });
}

/** Posts whose score lies nearest to that of a warning, on the wrong side of it first. */
export function nearThreshold(judged: readonly Judged[], rules: CompiledRules, most: number): Judged[] {
  const { caution } = rules.weighing.thresholds;
  const wrong = (one: Judged) => (one.row.label === 'lure') !== isWarned(one);
  return judged
    .filter(({ trace }) => Math.abs(trace.weighed.score - caution) <= 1)
    .sort(
      (a, b) =>
        Number(wrong(b)) - Number(wrong(a)) ||
        Math.abs(a.trace.weighed.score - caution) - Math.abs(b.trace.weighed.score - caution),
    )
    .slice(0, most);
}

/**
 * For each indicator and counter-indicator: in how many lures and others it is found, and how many of each would be
 * warned more or less without it.
 */
export function contributionRows(judged: readonly Judged[], rules: CompiledRules): Row[] {
  const ids = [...rules.indicators.map(({ id }) => id), ...rules.counters.map(({ id }) => id)];
  return ids.map((id) => {
    const found = { lure: 0, other: 0 };
    const change = { lure: 0, other: 0 };
    for (const one of judged) {
      const { findings, counters } = one.trace.assessment;
      const fewer = findings.filter(({ indicator }) => indicator !== id);
      const less = counters.filter(({ counter }) => counter !== id);
      if (fewer.length === findings.length && less.length === counters.length) continue;
      const kind = one.row.label === 'lure' ? 'lure' : 'other';
      found[kind]++;
      const ruled = weigh(rules, fewer, less, one.trace.situation);
      const without = weighOdds(rules, ruled, one.trace.wording).level;
      change[kind] += Number(isWarning(without)) - Number(isWarned(one));
    }
    return [id, String(found.lure), String(found.other), signed(change.lure), signed(change.other)];
  });
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

/** Columns of equal width. */
export function formatTable(head: Row, rows: readonly Row[]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => (row[n] ?? '').length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function markdownTable(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A post with its level, its findings and what speaks against them, on three lines. */
export function describePost({ row, trace }: Judged): string {
  const { weighed, assessment } = trace;
  const found = assessment.findings.map(({ indicator, quote }) => `${indicator}«${quote.slice(0, 30)}»`);
  const against = assessment.counters.map(({ counter, quote }) => `-${counter}«${quote.slice(0, 30)}»`);
  return [
    `${row.label} ${row.id} ${row.lang} ${row.difficulty ?? ''} -> ${weighed.level} ${weighed.score} ${weighed.complete.join(',')}`,
    `  ${row.text.replace(/\s+/g, ' ').slice(0, 600)}`,
    `  ${[...new Set(found), ...new Set(against)].join(' ')}`,
  ].join('\n');
}
