/**
 * `npm run evaluate -- [options] [corpus.jsonl ...]`: recall and false alarms by language and label, the posts nearest the
 * threshold, what each indicator contributes. Default corpus: the project's own samples.
 *   --tuned | --held-out   only the part that rules may be tuned to, or only the other (split by source)
 *   --grey                 only posts at which an expert would hesitate (otherwise they are left out)
 *   --lang=xx,yy           only these languages
 *   --misses               every missed lure and every flagged other, with what was found
 *   --brief                no threshold and no contribution tables
 *   --compare=REF          which posts change their level between the git revision REF and now
 *   --publish              writes the figures of unseen posts (unseen.ts), whatever the corpus, into the README
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
import { publish } from './publish';
import { judgeUnseen } from './unseen';

const NEAREST = 12;

interface Options {
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
  files: string[];
}

function readOptions(words: readonly string[]): Options {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const word of words) {
    const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined) files.push(word);
    else if (value === undefined) flags.add(name);
    else values.set(name, value);
  }
  return { flags, values, files: files.length > 0 ? files : ownCorpora() };
}

function chooseRows({ flags, values, files }: Options): CorpusRow[] {
  const langs = values.get('lang')?.split(',');
  return files
    .flatMap(readCorpus)
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
  const options = readOptions(process.argv.slice(2));
  const { flags, values, files } = options;
  const loaded = loadDetector();
  const judged = judge(chooseRows(options), loaded);
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
  console.error(error instanceof RuleError ? `The rules are not right:\n${error.message}` : error);
  process.exitCode = 1;
}
