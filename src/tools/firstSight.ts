/**
 * What the rules found in posts that they had not seen: tests/corpus/first-sight, a file for each set of posts, written
 * before anything was mended by it (`npm run fit -- --note SET.jsonl ...`). Later states of the rules know these posts too
 * well to learn from them. The word set
 * "you" (pronouns, made after the twentieth set) was added to earlier sets, and so is `sum:wording`, by wordings that were fitted
 * without them (refitWording.ts).
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** Writes the sightings of a set in place of those that are there. Returns where. */
export function writeSightings(set: string, sightings: readonly Sighting[]): string {
  const file = join(FOLDER, `${set}.jsonl`);
  writeFileSync(file, `${sightings.map((one) => JSON.stringify(one)).join('\n')}\n`);
  return file;
}

/** Notes what the rules find in a corpus now, under its name. Returns where. */
export function noteSightings(path: string, { rules, detector }: Loaded): string {
  const sightings = readCorpus(path).map((row): Sighting => {
    const { ruled, score, found } = detector.trace(row).weighed;
    const signals = signalsOf(rules, found);
    const { id, lang, label, difficulty } = row;
    return { id, lang, label, difficulty, ruled, score, signals };
  });
  return writeSightings(basename(path, '.jsonl'), sightings);
}
