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

/** Date of the newest change that shapes judgement is not known to a build; the hash of the files names a version. */
export function rulesVersion(root: string = ROOT): string {
  const hash = createHash('sha256');
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) visit(path);
      else hash.update(name).update(readFileSync(path));
    }
  };
  visit(join(root, 'rules'));
  return hash.digest('hex').slice(0, 8);
}

/**
 * Checks and compiles everything below `root`/rules and writes the results to `root`/src/generated.
 * Throws RuleError with all complaints; then nothing is written.
 */
export function writeGenerated(root: string = ROOT): {
  version: string;
  sizes: { name: string; bytes: number }[];
} {
  const version = rulesVersion(root);
  const files = readRuleFiles(root);
  const rules = compileRules(files, version, root);
  const complaints = checkSamples(files, rules);
  if (complaints.length > 0) throw new RuleError(complaints);
  const apart = rules.packs.filter(({ lang }) => lang >= 0);
  const terms = apart.map((pack) => [`terms/${rules.languages[pack.lang]?.id}.json`, pack] as const);
  const helpFiles = readHelp(root);
  const help = compileHelp(root, helpFiles);
  const names = Object.entries(ownNames(help, root)).map(
    ([lang, own]) => [`names/${lang}.json`, own] as const,
  );
  const results = {
    'rules.json': {
      ...rules,
      packs: rules.packs.filter(({ lang }) => lang < 0),
      apart: apart.map(({ lang }) => lang),
    },
    ...Object.fromEntries(terms),
    'sites.json': compileSites(root),
    'matches.json': siteMatches(root),
    'help.json': help,
    ...Object.fromEntries(names),
    'explanations.en.json': { ...explanations(files), ...helpWords(helpFiles) },
    'languages.json': languageHeaders(root),
    'toolbar.json': toolbarWords(root),
  };
  const folder = join(root, 'src', 'generated');
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['terms', 'names']) mkdirSync(join(folder, inner), { recursive: true });
  const sizes = Object.entries(results).map(([name, data]) => {
    const text = JSON.stringify(data);
    writeFileSync(join(folder, name), text);
    return { name, bytes: Buffer.byteLength(text) };
  });
  return { version, sizes };
}
