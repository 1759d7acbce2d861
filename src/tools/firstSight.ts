/**
 * What the rules found in posts that they had not seen: tests/corpus/first-sight, a file for each set of posts, written
 * before anything was mended by it (`npm run fit -- --note SET.jsonl ...`). Later states of the rules know these posts too
 * well to learn from them. Only the word set "you" (pronouns, made after the twentieth set) was added to earlier sets.
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

/** All sets in the order of their names. */
export function readSightings(): { set: string; sightings: Sighting[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({
      set: basename(name, '.jsonl'),
      sightings: readJsonLines<Sighting>(join(FOLDER, name)),
    }));
}

/** Notes what the rules find in a corpus now, under its name. Returns where. */
export function noteSightings(path: string, { rules, detector }: Loaded): string {
  const lines = readCorpus(path).map((row) => {
    const { ruled, score, found } = detector.trace(row).weighed;
    const signals = signalsOf(rules, found);
    const { id, lang, label, difficulty } = row;
    const sighting: Sighting = { id, lang, label, difficulty, ruled, score, signals };
    return JSON.stringify(sighting);
  });
  const file = join(FOLDER, basename(path));
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
