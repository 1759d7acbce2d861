/** Corpora to measure on: JSON Lines of `{id, lang, label, text, difficulty?, grey?, source?}`. */
import { createHash } from 'node:crypto';
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
  source?: unknown;
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

/** Share of sources that are held out, in fifths. */
const HELD_OUT = 2;

/** True for rows that rules must not be tuned to: by source, so that a case and its variants stay together. */
export function isHeldOut(row: CorpusRow): boolean {
  const hash = createHash('sha1').update(stableJson(row.source)).digest('hex');
  return Number(BigInt(`0x${hash}`) % 5n) < HELD_OUT;
}

/** JSON with sorted keys and `, ` / `: ` between parts, so that the split does not depend on the order of keys. */
function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}: ${stableJson(part)}`);
  return `{${parts.join(', ')}}`;
}
