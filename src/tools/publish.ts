/** Writes the measured figures into the README, between two marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../rules/load';
import { LABELS } from './corpus';
import { type Levelled, languageRows, markdownTable, summaryRows } from './measure';

const BEGIN = '<!-- figures: written by `npm run evaluate -- --publish`, not by hand -->';
const END = '<!-- end of figures -->';

/** Replaces the figures in the README by those of unseen posts (unseen.ts). Throws when the marks are not there. */
export function publish(judged: readonly Levelled[], version: string): void {
  const path = join(ROOT, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md lacks the marks "${BEGIN}" and "${END}"`);
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const languages = languageRows(judged).map(([lang = '', ...cells]) => [names.of(lang) ?? lang, ...cells]);
  const figures = [
    BEGIN,
    `Measured on ${new Date().toISOString().slice(0, 10)} with rules ${version}, on ${judged.length} invented posts: each set of them by what the rules`,
    'found in it before they were mended by it, with odds and wording that were fitted without it.',
    '',
    markdownTable(['posts', 'warned (amber or red)', 'red'], summaryRows(judged)),
    '',
    'Warned, by language of the post:',
    '',
    markdownTable(['language', 'lures', ...LABELS.slice(1), 'plain'], languages),
    '',
  ].join('\n');
  writeFileSync(path, readme.slice(0, begin) + figures + readme.slice(end));
  console.log('\nwritten to README.md');
}
