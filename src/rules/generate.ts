/** Writes the compiled rules to src/generated, which is never committed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSamples } from './checkSamples';
import { compileRules } from './compile';
import { compileHelp, helpWords, readHelp } from './compileHelp';
import { compileSites, siteMatches } from './compileSites';
import { explanations } from './explanations';
import { languageHeaders, toolbarWords } from './languages';
import { ROOT, RuleError } from './load';
import { ownNames } from './ownNames';
import { readRuleFiles } from './ruleFiles';

/** A short hash of all files below rules/: it names their version. */
export function rulesVersion(): string {
  const hash = createHash('sha256');
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) visit(path);
      else hash.update(name).update(readFileSync(path));
    }
  };
  visit(join(ROOT, 'rules'));
  return hash.digest('hex').slice(0, 8);
}

/**
 * Checks and compiles everything below rules/ and writes the results to src/generated.
 * Throws RuleError with all complaints; then nothing is written.
 */
export function writeGenerated(): {
  version: string;
  sizes: { name: string; bytes: number }[];
} {
  const version = rulesVersion();
  const files = readRuleFiles();
  const rules = compileRules(files, version);
  const complaints = checkSamples(files, rules);
  if (complaints.length > 0) throw new RuleError(complaints);
  const apart = rules.packs.filter(({ lang }) => lang >= 0);
  const terms = apart.map((pack) => [`terms/${rules.languages[pack.lang]?.id}.json`, pack] as const);
  const helpFiles = readHelp();
  const help = compileHelp(ROOT, helpFiles);
  const names = Object.entries(ownNames(help)).map(([lang, own]) => [`names/${lang}.json`, own] as const);
  const results = {
    'rules.json': {
      ...rules,
      packs: rules.packs.filter(({ lang }) => lang < 0),
      apart: apart.map(({ lang }) => lang),
    },
    ...Object.fromEntries(terms),
    'sites.json': compileSites(),
    'matches.json': siteMatches(),
    'help.json': help,
    ...Object.fromEntries(names),
    'explanations.en.json': { ...explanations(files), ...helpWords(helpFiles) },
    'languages.json': languageHeaders(),
    'toolbar.json': toolbarWords(),
  };
  const folder = join(ROOT, 'src', 'generated');
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['terms', 'names']) mkdirSync(join(folder, inner), { recursive: true });
  const sizes = Object.entries(results).map(([name, data]) => {
    const text = JSON.stringify(data);
    writeFileSync(join(folder, name), text);
    return { name, bytes: Buffer.byteLength(text) };
  });
  return { version, sizes };
}
