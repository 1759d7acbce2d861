/**
 * `npm run new-rule -- indicator|counter|profile|word <id> [family]`: writes the frame of a rule file, to be filled in.
 * `npm run rules` then says what is still missing.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILIES } from '../detect/types';
import { ROOT } from '../rules/load';

const SAMPLES = `samples:
  match:
    - text: A sentence in which it must be found.
  miss:
    - text: An honest sentence that looks like it.
`;
const REFERENCES = `references:
  - title: Who says so, and what
    url: https://
    date: "2026"
lookalikes: [ What honest people write that looks like it. ]
`;
const TERMS = `terms:
  en: [ words as people write them, (this|that) word, begin*, one … gap ]
`;

const FRAMES: Record<string, { folder: string; frame: (id: string, family: string) => string }> = {
  indicator: {
    folder: 'indicators',
    frame: (id, family) => `# yaml-language-server: $schema=../schema/indicator.schema.json
id: ${id}
family: ${family}
weight: 1
meaning: What one can see in the post, in a sentence.
explain:
  says: What the words mean, in plain words.
  why: Why honest employers do not write so.
  better: it said what would make it less worrying
${REFERENCES}${TERMS}${SAMPLES}`,
  },
  counter: {
    folder: 'counter',
    frame: (id) => `# yaml-language-server: $schema=../schema/counter.schema.json
id: ${id}
kind: proof
weight: 0.75
meaning: What one can see in an honest offer, or in a text about lures (then kind is about).
${REFERENCES}${TERMS}${SAMPLES}`,
  },
  profile: {
    folder: 'profiles',
    frame: (id) => `# yaml-language-server: $schema=../schema/profile.schema.json
id: ${id}
level: caution
name: The pattern in a few words
meaning: The pattern in a sentence that the reader is shown.
needs:
  - [ role-vague ]
  - [ destination-hub, destination-area ]
atLeast:
  count: 2
  of: [ "family:all-inclusive", "family:pay", "family:contact" ]
references:
  - title: Who says so, and what
    url: https://
${SAMPLES}`,
  },
  word: {
    folder: 'words',
    frame: (id) => `# yaml-language-server: $schema=../schema/word.schema.json
id: ${id}
meaning: What these words stand for.
${TERMS}`,
  },
};

function main([kind = '', id = '', family = 'role']: string[]): void {
  const frame = FRAMES[kind];
  if (!frame) throw new Error(`say what to write: one of ${Object.keys(FRAMES).join(', ')}`);
  if (!/^[a-z][a-z0-9-]+$/.test(id)) throw new Error(`"${id}" is no id: small letters, digits and hyphens`);
  if (!FAMILIES.some((known) => known === family))
    throw new Error(`"${family}" is no family: one of ${FAMILIES.join(', ')}`);
  const file = join('rules', frame.folder, `${id}.yaml`);
  if (existsSync(join(ROOT, file))) throw new Error(`${file} is there already`);
  writeFileSync(join(ROOT, file), frame.frame(id, family));
  console.log(`wrote ${file}: fill it in, then run "npm run rules"`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
