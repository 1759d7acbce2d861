/** Corpora to measure on: JSON Lines of `{id, lang, label, text, difficulty?, grey?}`; what else a row holds is left aside. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../rules/load';
import { readJsonLines } from './jsonl';

export const LABELS = ['lure', 'honest', 'warning', 'ordinary'] as const;
export type Label = (typeof LABELS)[number];

export interface CorpusRow {
  id: string;
  lang: string;
  label: Label;
  text: string;
  title?: string;
  company?: string;
  place?: string;
  pay?: string;
  difficulty?: 'easy' | 'medium' | 'hard';
  /** True where an expert would hesitate: judged apart. */
  grey?: boolean;
}

/** Rows whose label is not one of LABELS (unlabelled classifieds) are taken as ordinary: a flag there is to be read. */
export function readCorpus(path: string): CorpusRow[] {
  return readJsonLines<CorpusRow>(path).map((row) => ({
    ...row,
    label: LABELS.includes(row.label) ? row.label : 'ordinary',
  }));
}

/** The project's own samples, one file a language. */
export const ownCorpora = (): string[] => corpora();

/** Sets that were written by others than those who wrote the rules. */
export const independentCorpora = (): string[] => corpora('independent');

/** Posts that were written for wording to learn from (fitWording.ts). */
export const wordingCorpora = (): string[] => corpora('wording');

/** The corpora in a folder of tests/corpus, in the order of their names. */
function corpora(inner = ''): string[] {
  const folder = join(ROOT, 'tests', 'corpus', inner);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}
