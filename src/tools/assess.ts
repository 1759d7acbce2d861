/**
 * `npm run assess`: JSON Lines in (`{id, text, title?, company?, place?, pay?, url?, lang?}`), one assessment a line out
 * (`{id, level, whole, score, profile, findings: [{indicator, family, quote, start, end, field}],
 * counters: [{counter, kind, quote}], promised, lang}`; as Assessment of src/detect/types.ts). Reads standard input or the files
 * named.
 */
import type { Post } from '../detect/types';
import { loadDetector } from './detectorFromRules';
import { readJsonLines } from './jsonl';

interface Row extends Partial<Post> {
  id?: string | number;
}

const FIELDS = ['title', 'company', 'place', 'pay', 'url', 'lang', 'author'] as const;

/** A post from a row of unknown make: only strings are taken over. */
function toPost(row: Row): Post {
  const post: Post = { text: typeof row.text === 'string' ? row.text : '' };
  for (const field of FIELDS) {
    const value = row[field];
    if (typeof value === 'string') post[field] = value;
  }
  return post;
}

function main(paths: string[]): void {
  const { detector } = loadDetector();
  for (const path of paths) {
    for (const row of readJsonLines<Row>(path)) {
      const { level, whole, score, profile, findings, counters, promised, lang } = detector.assess(
        toPost(row),
      );
      const short = findings.map(({ indicator, family, quote, start, end, field }) => ({
        indicator,
        family,
        quote,
        start,
        end,
        field,
      }));
      const against = counters.map(({ counter, kind, quote }) => ({ counter, kind, quote }));
      console.log(
        JSON.stringify({
          id: row.id ?? null,
          level,
          whole,
          score,
          profile,
          findings: short,
          counters: against,
          promised,
          lang,
        }),
      );
    }
  }
}

try {
  const paths = process.argv.slice(2);
  main(paths.length > 0 ? paths : ['-']);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
