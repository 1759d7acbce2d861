/** JSON Lines: one JSON value a line, blank lines ignored. */
import { readFileSync } from 'node:fs';

/** Parses `text`; throws an Error that names `from` and the line when a line is not an object. */
function parseJsonLines<T extends object>(text: string, from: string): T[] {
  const rows: T[] = [];
  text.split('\n').forEach((line, n) => {
    if (line.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new Error(`${from}, line ${n + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Error(`${from}, line ${n + 1}: not an object`);
    }
    rows.push(value as T);
  });
  return rows;
}

/** Reads a JSON Lines file ('-' for standard input). */
export function readJsonLines<T extends object>(path: string): T[] {
  return parseJsonLines<T>(readFileSync(path === '-' ? 0 : path, 'utf8'), path);
}
