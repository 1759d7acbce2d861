/** `npm test`: installs what is missing, checks everything, and closes with "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBrowsers, ensurePackages, ROOT } from './bootstrap.mjs';

const tally = { passed: 0, failed: 0 };

/** One check that is a command: counts as one test. */
function step(name, command, args, env = {}) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status === 0) tally.passed++;
  else tally.failed++;
  console.log(status === 0 ? `ok: ${name}` : `FAILED: ${name}`);
  return status === 0;
}

/** Runs one project of vitest and counts its tests. */
function vitest(project, env = {}) {
  console.log(`\n== ${project} tests`);
  const report = join(tmpdir(), `lurelight-${process.pid}-${project}.json`);
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync('npx', args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    tally.passed += numPassedTests;
    tally.failed += numFailedTests;
    // A file that does not even load fails without a failed test.
    if (status !== 0 && numFailedTests === 0) tally.failed++;
  } catch {
    tally.failed++;
  }
  rmSync(report, { force: true });
}

function main() {
  checkNode();
  ensurePackages();
  const browsers = ensureBrowsers(['chromium', 'firefox']);
  const ready = step('rules compile', 'npm', ['run', '--silent', 'rules']);
  step('types', 'npx', ['tsc', '--noEmit']);
  step('lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
  vitest('unit');
  if (ready && step('build', 'npm', ['run', '--silent', 'build'])) {
    step('add-on lint', 'npx', ['tsx', 'src/tools/lintAddon.ts']);
    const programs = { CHROMIUM: browsers.chromium, FIREFOX: browsers.firefox };
    vitest('browser', programs);
    vitest('surfaces', programs);
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  tally.failed++;
}
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
