/** Reads rule files (YAML) and checks them against their schema; every complaint names file, field and reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { parseDocument } from 'yaml';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One thing that is wrong with a rule file. */
export interface Complaint {
  /** Path from the project's root. */
  file: string;
  /** Dotted path of the field, '' for the file as a whole. */
  field: string;
  reason: string;
}

/** Thrown when rule files are wrong; its message lists every complaint, a line each. */
export class RuleError extends Error {
  constructor(readonly complaints: Complaint[]) {
    super(complaints.map((c) => `${c.file}: ${c.field || '(file)'}: ${c.reason}`).join('\n'));
    this.name = 'RuleError';
  }
}

export interface RuleFile<T> {
  /** File name without `.yaml`. */
  id: string;
  file: string;
  data: T;
}

function describe(error: ErrorObject): Omit<Complaint, 'file'> {
  const field = error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params.additionalProperty);
    return { field: field ? `${field}.${name}` : name, reason: 'unknown field' };
  }
  if (error.keyword === 'required') {
    const name = String(error.params.missingProperty);
    return { field: field ? `${field}.${name}` : name, reason: 'missing' };
  }
  return { field, reason: error.message ?? error.keyword };
}

/** Reads one file of `rules/` and checks it as loadRules does. Throws RuleError. */
export function loadRule<T>(path: string, schema: string, root: string = ROOT): RuleFile<T> {
  const folder = path.split('/').slice(0, -1).join('/');
  const name = `${basename(path)}.yaml`;
  return loadRules<T>(folder, schema, root, (file) => file === name)[0] as RuleFile<T>;
}

/**
 * Reads all `*.yaml` of `rules/<folder>` and checks each against `rules/schema/<schema>.schema.json`.
 * `root` is the project's root (a test may pass another); `wanted` picks files by name. Returns them sorted by name.
 * Throws RuleError with every complaint of every file.
 */
export function loadRules<T>(
  folder: string,
  schema: string,
  root: string = ROOT,
  wanted: (name: string) => boolean = () => true,
): RuleFile<T>[] {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(
    JSON.parse(readFileSync(join(root, 'rules', 'schema', `${schema}.schema.json`), 'utf8')),
  );
  const folderPath = join(root, 'rules', folder);
  const complaints: Complaint[] = [];
  const files: RuleFile<T>[] = [];
  for (const name of readdirSync(folderPath).sort()) {
    if (!name.endsWith('.yaml') || !wanted(name)) continue;
    const path = join(folderPath, name);
    const file = relative(root, path);
    const document = parseDocument(readFileSync(path, 'utf8'));
    if (document.errors.length > 0) {
      for (const e of document.errors) complaints.push({ file, field: '', reason: e.message });
      continue;
    }
    const data: unknown = document.toJS();
    if (validate(data)) files.push({ id: basename(name, '.yaml'), file, data: data as T });
    else for (const e of validate.errors ?? []) complaints.push({ file, ...describe(e) });
  }
  if (complaints.length > 0) throw new RuleError(complaints);
  return files;
}
