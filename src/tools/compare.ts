/** Levels that an earlier revision of the project gives, for `npm run evaluate -- --compare=REF`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../rules/load';
import type { CorpusRow } from './corpus';

/** The level of each row by the rules and the code of git revision `revision`. Throws when git does not know it. */
export function levelsAt(revision: string, rows: readonly CorpusRow[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lurelight-compare-'));
  const tree = join(folder, 'tree');
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  git('worktree', 'add', '--detach', '--quiet', tree, revision);
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'), 'junction');
    const input = rows.map((row) => JSON.stringify(row)).join('\n');
    const output = execFileSync('npx', ['tsx', 'src/tools/assess.ts'], {
      cwd: tree,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    return output
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { level: string }).level);
  } finally {
    git('worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true });
  }
}
