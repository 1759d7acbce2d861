/**
 * `npm run evaluate -- [options] [corpus.jsonl ...]`: recall and false alarms by language and label, the posts nearest the
 * threshold, what each indicator contributes. Default corpus: the project's own samples.
 *   --tuned         only the part that rules may be tuned to, of corpora whose rows name their source
 *   --held-out      only the other part (split by source)
 *   --grey          only posts at which an expert would hesitate (otherwise they are left out)
 *   --lang=xx,yy    only these languages
 *   --brief         no posts at the threshold, and not what each indicator does
 *   --misses        as --brief; then every missed lure and every flagged other, with what was found
 *   --compare=REF   which posts change their level between the git revision REF and now
 *   --publish       writes the figures of unseen posts (unseen.ts), whatever the corpus, into the README
 */
import { relative } from 'node:path';
import { ROOT, RuleError } from '../rules/load';
import { levelsAt } from './compare';
import { type CorpusRow, isHeldOut, LABELS, ownCorpora, readCorpus } from './corpus';
import { type Loaded, loadDetector } from './detectorFromRules';
import {
  contributionRows,
  describePost,
  formatTable,
  isWarned,
  type Judged,
  judge,
  languageRows,
  nearThreshold,
  summaryRows,
} from './measure';
import { type Options, readOptions } from './options';
import { publish } from './publish';
import { judgeUnseen } from './unseen';

const NEAREST = 12;

const KNOWN = {
  flags: ['tuned', 'held-out', 'grey', 'misses', 'brief', 'publish'],
  values: ['lang', 'compare'],
};

function chooseRows({ flags, values, files }: Options): CorpusRow[] {
  const langs = values.get('lang')?.split(',');
  const rows = files.flatMap(readCorpus);
  if ((flags.has('held-out') || flags.has('tuned')) && rows.every(({ source }) => source === undefined))
    throw new Error('--tuned and --held-out split by source, and no row of these corpora names one');
  return rows
    .filter((row) => Boolean(row.grey) === flags.has('grey'))
    .filter((row) => !flags.has('held-out') || isHeldOut(row))
    .filter((row) => !flags.has('tuned') || !isHeldOut(row))
    .filter((row) => !langs || langs.includes(row.lang.split('-')[0] ?? ''));
}

function printFigures(judged: readonly Judged[], { rules }: Loaded, brief: boolean): void {
  console.log(formatTable(['group', 'warned', 'danger'], summaryRows(judged)));
  console.log(`\nwarned, by language\n${formatTable(['lang', ...LABELS], languageRows(judged))}`);
  if (brief) return;
  console.log('\nnearest the threshold, wrong ones first');
  for (const one of nearThreshold(judged, rules, NEAREST)) console.log(describePost(one));
  console.log('\nwhat each indicator does: found in lures, in others; warned lures and others without it');
  console.log(
    formatTable(
      ['id', 'lures', 'others', 'lures without', 'others without'],
      contributionRows(judged, rules),
    ),
  );
}

function printChanges(judged: readonly Judged[], revision: string): void {
  const before = levelsAt(
    revision,
    judged.map(({ row }) => row),
  );
  const changed = judged.filter(({ trace }, n) => before[n] !== trace.weighed.level);
  console.log(`\n${changed.length} of ${judged.length} posts have another level than at ${revision}`);
  judged.forEach((one, n) => {
    if (before[n] !== one.trace.weighed.level) console.log(`was ${before[n]}: ${describePost(one)}`);
  });
}

function main(): void {
  const { flags, values, files: given } = readOptions(process.argv.slice(2), KNOWN);
  const files = given.length > 0 ? given : ownCorpora();
  const loaded = loadDetector();
  const judged = judge(chooseRows({ flags, values, files }), loaded);
  const named = files.map((file) => relative(ROOT, file));
  const corpus = named.length > 4 ? `${named.length} files` : named.join(', ');
  console.log(`rules ${loaded.rules.version}; ${corpus}; ${judged.length} posts\n`);
  printFigures(judged, loaded, flags.has('brief') || flags.has('misses'));
  if (flags.has('misses')) {
    for (const one of judged)
      if ((one.row.label === 'lure') !== isWarned(one)) console.log(`\n${describePost(one)}`);
  }
  const revision = values.get('compare');
  if (revision !== undefined) printChanges(judged, revision);
  if (flags.has('publish')) publish(judgeUnseen(loaded.rules), loaded.rules.version);
}

try {
  main();
} catch (error) {
  if (error instanceof RuleError) console.error(`The rules are not right:\n${error.message}`);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
