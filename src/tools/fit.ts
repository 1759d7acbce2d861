/**
 * `npm run fit`: fits the odds (src/detect/odds.ts) to what the rules found in posts that they had not seen, prints what
 * they do to each set when fitted to the others, for several thresholds, and writes rules/odds/odds.yaml.
 *   --note SET.jsonl ...   first notes what the rules find now in these new sets, before anything is mended by them; a set that is
 *                          noted already is refused
 *   --wording              first fits how lures are worded (rules/wording) to the posts of tests/corpus
 */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CompiledRules } from '../detect/compiled';
import { groupBy } from '../detect/group';
import type { Odds } from '../detect/odds';
import { isWarning } from '../detect/types';
import { ROOT } from '../rules/load';
import { loadDetector } from './detectorFromRules';
import { isPlain, noteSightings, readSightings } from './firstSight';
import { fitOdds } from './fitOdds';
import { formatTable } from './measure';
import { readFitTask } from './options';
import { refitWording } from './refitWording';
import { levelOf, type Tried, tryAll } from './unseen';

const HOLDS = [-Infinity, -0.5, -0.25, 0, 0.25];
const RAISES = [0.75, 1, 1.25, 1.5, Infinity];
const GROUPS = ['easy', 'medium', 'hard', 'honest', 'warning', 'ordinary', 'plain'];

/** Whether a post is warned of with these thresholds. */
function isWarned(one: Tried, { weighing }: CompiledRules, holds: number, raises: number): boolean {
  const alone = Math.max(raises, weighing.odds.alone);
  return isWarning(levelOf(one, { ...weighing, odds: { ...weighing.odds, holds, raises, alone } }));
}

function groupOf({ set, label, difficulty }: Tried): string | undefined {
  if (isPlain(set)) return 'plain';
  return label === 'lure' ? difficulty : label;
}

/** Of each of GROUPS how many are warned of. */
function shares(tried: readonly Tried[], warned: (one: Tried) => boolean): string[] {
  return GROUPS.map((group) => {
    const mine = tried.filter((one) => groupOf(one) === group);
    return `${mine.filter(warned).length}/${mine.length}`;
  });
}

function thresholdRows(tried: readonly Tried[], rules: CompiledRules): string[][] {
  return HOLDS.flatMap((holds) =>
    RAISES.map((raises) => [
      String(holds),
      String(raises),
      ...shares(tried, (one) => isWarned(one, rules, holds, raises)),
    ]),
  );
}

/** Each set with the thresholds of weighing.yaml. */
function setRows(tried: readonly Tried[], rules: CompiledRules): string[][] {
  const { holds, raises } = rules.weighing.odds;
  return [...groupBy(tried, ({ set }) => set)].map(([set, mine]) => [
    set,
    ...shares(mine, (one) => isWarned(one, rules, holds, raises)),
  ]);
}

const FILE = join('rules', 'odds', 'odds.yaml');

function write({ bias, points }: Odds, sets: string): void {
  const lines = Object.entries(points)
    .sort(([, a], [, b]) => b - a)
    .map(([name, weight]) => `  "${name}": ${weight.toFixed(2)}`);
  const head = [
    '# yaml-language-server: $schema=../schema/odds.schema.json',
    `# Written by \`npm run fit\`, from what the rules found at first sight in the sets ${sets}.`,
    `bias: ${bias.toFixed(2)}`,
    'points:',
  ];
  writeFileSync(join(ROOT, FILE), `${[...head, ...lines].join('\n')}\n`);
}

function main(): void {
  const { wording, note } = readFitTask(process.argv.slice(2));
  const loaded = loadDetector();
  if (wording) refitWording(loaded.rules);
  for (const file of noteSightings(note, loaded)) console.log(`noted: ${relative(ROOT, file)}`);
  const sets = readSightings();
  console.log('warned by odds fitted to the other sets; -Infinity and Infinity: the rules alone');
  const tried = tryAll(sets);
  console.log(formatTable(['holds', 'raises', ...GROUPS], thresholdRows(tried, loaded.rules)));
  console.log('\neach set by odds fitted to the others, with the thresholds of weighing.yaml');
  console.log(formatTable(['set', ...GROUPS], setRows(tried, loaded.rules)));
  write(fitOdds(sets.flatMap(({ sightings }) => sightings)), sets.map(({ set }) => set).join(', '));
  console.log(`written: ${FILE}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
