/** `npm run fit -- --wording`: fits rules/wording anew, and notes what it says of each set when fitted without that set. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CompiledRules } from '../detect/compiled';
import { Reader } from '../detect/read';
import { FIELDS, type Post } from '../detect/types';
import { Wording } from '../detect/wording';
import { formatWording, packWordingFile, wordingPath } from '../rules/compileWording';
import { type CorpusRow, independentCorpora, ownCorpora, readCorpus, wordingCorpora } from './corpus';
import { readSightings, writeSightings } from './firstSight';
import { fitWording, Pieces, type WordedPost } from './fitWording';

/** Sets are left out in so many groups, one group at a time. */
const GROUPS = 4;

/** Contacts of invented posts are invented alike: nothing is to be learned from them. */
const CONTACTS = [/https?:\/\/\S+/g, /\S*@\S+/g, /\S*example\S*/gi];

function withoutContacts(text: string): string {
  return CONTACTS.reduce((left, contact) => left.replace(contact, ' '), text);
}

/** A post of a set, `''` for posts that belong to none or were written to mend what a set had shown. */
interface Source extends WordedPost {
  set: string;
  mends: boolean;
}

function readPosts(rules: CompiledRules, pieces: Pieces): Source[] {
  const reader = new Reader(rules);
  const posts: Source[] = [];
  const add = (path: string, set: string, mends: boolean): void => {
    for (const row of readCorpus(path)) {
      const { texts, lang } = reader.read(bare(row));
      const language = rules.languages[lang];
      if (language)
        posts.push({ id: row.id, label: row.label, lang: language.id, pieces: pieces.of(texts), set, mends });
    }
  };
  for (const path of independentCorpora()) add(path, basename(path, '.jsonl'), false);
  for (const path of wordingCorpora()) add(path, '', false);
  for (const path of ownCorpora()) add(path, '', true);
  return posts;
}

/** A row as a post whose contacts are left out. */
function bare(row: CorpusRow): Post {
  const post: Post = { text: withoutContacts(row.text) };
  for (const field of FIELDS) {
    const words = row[field];
    if (words) post[field] = withoutContacts(words);
  }
  return post;
}

/** Notes of each set what wordings say of its posts that were fitted to other sets, and to no post that mends anything. */
function noteSets(rules: CompiledRules, posts: readonly Source[], names: readonly string[]): void {
  const reader = new Reader(rules);
  const sets = readSightings();
  for (let group = 0; group < GROUPS; group++) {
    const left = sets.filter((_, n) => n % GROUPS === group);
    const out = new Set(left.map(({ set }) => set));
    const files = fitWording(
      posts.filter(({ set, mends }) => !mends && !out.has(set)),
      names,
    );
    const wordings = new Map([...files].map(([lang, file]) => [lang, new Wording(packWordingFile(file))]));
    for (const { set, sightings } of left) {
      const path = independentCorpora().find((one) => basename(one, '.jsonl') === set);
      if (!path) throw new Error(`no posts of the set "${set}" in tests/corpus/independent`);
      const rows = new Map(readCorpus(path).map((row) => [row.id, row]));
      for (const { id, signals } of sightings) {
        const row = rows.get(id);
        if (!row) throw new Error(`${path}: no post "${id}"`);
        delete signals['sum:wording'];
        // As the detector does: where no sign is found, wording is not asked.
        if (!Object.keys(signals).some((name) => name.startsWith('indicator:'))) continue;
        const { texts, lang } = reader.read(row);
        const worded = round(wordings.get(rules.languages[lang]?.id ?? '')?.weigh(texts) ?? 0);
        if (worded !== 0) signals['sum:wording'] = worded;
      }
      writeSightings(set, sightings);
    }
  }
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Fits the wording of every language to all posts of tests/corpus and writes rules/wording; notes it in the sightings. */
export function refitWording(rules: CompiledRules): void {
  const pieces = new Pieces();
  const posts = readPosts(rules, pieces);
  noteSets(rules, posts, pieces.names);
  for (const [lang, file] of fitWording(posts, pieces.names)) {
    mkdirSync(dirname(wordingPath(lang)), { recursive: true });
    writeFileSync(wordingPath(lang), formatWording(file));
  }
  console.log(`wording fitted to ${posts.length} posts, ${pieces.names.length} pieces`);
}
