/** `npm run build [chrome|firefox]`: compiles the rules, then builds dist/chrome and dist/firefox. */
import { run } from './bootstrap.mjs';

const asked = process.argv.slice(2);
const targets = asked.length > 0 ? asked : ['chrome', 'firefox'];
try {
  run('npx', ['tsx', 'src/tools/rules.ts']);
  for (const target of targets) {
    run('npx', ['vite', 'build', '--logLevel', 'warn'], { env: { ...process.env, TARGET: target } });
    console.log(`built dist/${target}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
