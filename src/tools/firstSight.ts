/**
 * What the rules found in posts that they had not seen: tests/corpus/first-sight, a file for each set of posts, written
 * before anything was mended by it (`npm run fit -- --note SET.jsonl ...`). Later states of the rules know these posts too
 * well to learn from them. The word set
 * "you" (pronouns, made after the twentieth set) was added to earlier sets, and so is `sum:wording`, by wordings that were fitted
 * without them (refitWording.ts).
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Signals, signalsOf } from '../detect/odds';
import type { Level } from '../detect/types';
import { ROOT } from '../rules/load';
import { type CorpusRow, type Label, readCorpus } from './corpus';
import type { Loaded } from './detectorFromRules';
import { readJsonLines } from './jsonl';

const FOLDER = join(ROOT, 'tests', 'corpus', 'first-sight');

/** A post as the rules saw it first; no text. `ruled` is the level that the rules gave without odds, `score` theirs. */
export interface Sighting {
  id: string;
  lang: string;
  label: Label;
  difficulty?: CorpusRow['difficulty'];
  ruled: Level;
  score: number;
  signals: Signals;
}

/** Sets of plain job listings and everyday posts, which were not written to look like lures. */
export function isPlain(set: string): boolean {
  return set.startsWith('plain');
}

/** All sets in the order of their names. */
export function readSightings(): { set: string; sightings: Sighting[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({
      set: basename(name, '.jsonl'),
      sightings: readJsonLines<Sighting>(join(FOLDER, name)),
    }));
}

function fileOf(set: string): string {
  return join(FOLDER, `${set}.jsonl`);
}

/** Writes the sightings of a set in place of those that are there. Returns where. */
export function writeSightings(set: string, sightings: readonly Sighting[]): string {
  const file = fileOf(set);
  writeFileSync(file, `${sightings.map((one) => JSON.stringify(one)).join('\n')}\n`);
  return file;
}

/**
 * Notes what the rules find now in each corpus, under its name. Returns where. Throws an Error, and notes nothing, when one of
 * them is noted already.
 */
export function noteSightings(paths: readonly string[], { rules, detector }: Loaded): string[] {
  const corpora = paths.map((path) => ({ set: basename(path, '.jsonl'), rows: readCorpus(path) }));
  for (const { set } of corpora)
    if (existsSync(fileOf(set)))
      throw new Error(
        `${set} is noted already, and a first sight cannot be repeated: if the set was wrong, remove ${relative(ROOT, fileOf(set))} by hand`,
      );
  return corpora.map(({ set, rows }) => {
    const sightings = rows.map((row): Sighting => {
      const { ruled, score, found } = detector.trace(row).weighed;
      const signals = signalsOf(rules, found);
      const { id, lang, label, difficulty } = row;
      return { id, lang, label, difficulty, ruled, score, signals };
    });
    return writeSightings(set, sightings);
  });
}
