/** A tiny project of invented rules: small enough to know by heart, complete enough to compile. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledRules } from '../../src/detect/compiled';
import { compileRules } from '../../src/rules/compile';
import { ROOT } from '../../src/rules/load';
import { readRuleFiles } from '../../src/rules/ruleFiles';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface Project {
  root: string;
  /** Replaces the first `from` in a rule file by `to`; fails when it is not there. */
  edit(file: string, from: string | RegExp, to: string): void;
  compile(): CompiledRules;
  remove(): void;
}

/** Copies the small rules, with the real schemas, into a folder of their own. */
export function smallProject(): Project {
  const root = mkdtempSync(join(tmpdir(), 'lurelight-small-'));
  mkdirSync(join(root, 'rules'));
  cpSync(join(HERE, 'rules'), join(root, 'rules'), { recursive: true });
  cpSync(join(ROOT, 'rules', 'schema'), join(root, 'rules', 'schema'), { recursive: true });
  return {
    root,
    edit(file, from, to) {
      const path = join(root, 'rules', file);
      const text = readFileSync(path, 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} does not hold "${from}"`);
      writeFileSync(path, changed);
    },
    compile: () => compileRules(readRuleFiles(root), 'test', root),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The small rules, compiled. */
export function smallRules(): CompiledRules {
  const project = smallProject();
  try {
    return project.compile();
  } finally {
    project.remove();
  }
}
