/**
 * What a fresh machine needs before anything else of the project can run: npm packages and browsers.
 * Plain JavaScript without packages, since it runs before they are there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Programs by which each browser may be found, the Debian package that holds it, and the variable that names it. */
const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    debian: ['chromium'],
  },
  firefox: {
    variable: 'FIREFOX',
    programs: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: ['firefox-esr'],
  },
};

/** Fonts that the screenshots need; without them other scripts show as boxes. */
const FONTS = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** Runs a command and shows its output; throws when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status}`);
}

/** Installs the npm packages of the lock file when they are missing or not those of the lock file. */
export function ensurePackages() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && sameLock(installed)) return;
  console.log('Installing npm packages ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function sameLock(installed) {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a browser's program, or null. The variables CHROMIUM and FIREFOX name one to use. */
function findBrowser(name) {
  const { variable, programs, paths } = BROWSERS[name];
  const named = process.env[variable];
  if (named) return isProgram(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...programs.flatMap((program) => folders.map((folder) => join(folder, program))),
    ...paths,
  ];
  return candidates.find(isProgram) ?? null;
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Paths of the browsers named, installed with apt-get when that is allowed here.
 * Throws an Error that says exactly what to install when one cannot be had.
 */
export function ensureBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length > 0 && mayInstall()) {
    const packages = [...missing.flatMap((name) => BROWSERS[name].debian), ...FONTS];
    console.log(`Installing ${packages.join(', ')} ...`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }
  const still = names.filter((name) => !findBrowser(name));
  if (still.length > 0) {
    const lines = still.map(
      (name) =>
        `- ${name}: on Debian or Ubuntu "sudo apt-get install ${BROWSERS[name].debian.join(' ')}"; ` +
        `elsewhere install it from its maker and set ${BROWSERS[name].variable} to the program's path`,
    );
    throw new Error(`Missing, and not to be installed from here:\n${lines.join('\n')}`);
  }
  return Object.fromEntries(names.map((name) => [name, findBrowser(name)]));
}

/** True when a window can be shown. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Builds the extension for both browsers. */
export function build() {
  run('npm', ['run', '--silent', 'build']);
}

/** Major version of Node that runs this; the project needs 20.19 or newer. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed.`);
}

/** Commit or "unknown": printed with measurements. */
export function revision() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
