/** Options of commands: words that begin with `--`. What a command does not know is refused: a slip would be a run of something else. */

/** Options by name: flags that stand alone, and those that have a value (`--name=value`). */
export interface Options {
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
  files: string[];
}

/** Reads the words of a command line; all others are files. Throws an Error that names what is not in `known`, and what is. */
export function readOptions(
  words: readonly string[],
  known: Record<'flags' | 'values', readonly string[]>,
): Options {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const word of words) {
    const [, name, value] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) files.push(word);
    else if (value === undefined && known.flags.includes(name)) flags.add(name);
    else if (value && known.values.includes(name)) values.set(name, value);
    else throw new Error(`unknown option ${word}; known are ${namesOf(known)}`);
  }
  return { flags, values, files };
}

function namesOf({ flags, values }: Record<'flags' | 'values', readonly string[]>): string {
  return [...flags.map((name) => `--${name}`), ...values.map((name) => `--${name}=...`)].join(', ');
}

/** What `npm run fit` is asked to do first: sets to note, or the wording to fit. Throws an Error for anything else. */
export function readFitTask(words: readonly string[]): { note: string[]; wording: boolean } {
  const { flags, files } = readOptions(words, { flags: ['note', 'wording'], values: [] });
  if (flags.size > 1 || flags.has('note') !== files.length > 0)
    throw new Error('npm run fit, npm run fit -- --wording, or npm run fit -- --note SET.jsonl ...');
  return { note: files, wording: flags.has('wording') };
}
