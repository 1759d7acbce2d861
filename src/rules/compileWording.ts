/** Compiles rules/wording: a file a language, written by `npm run fit -- --wording` (src/tools/fitWording.ts). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { keyOfPiece, LARGEST, packWording } from '../detect/wording';
import { type Complaint, ROOT } from './load';

const WORDING_FOLDER = join('rules', 'wording');
const ENDING = '.tsv';
/** Stands for a blank in the files: pieces hold no such sign. */
export const SHOWN_BLANK = '_';

/** Lines of a file: `bias`, `scale`, then a whole weight and the pieces that have it, all parted by tabs. */
export interface WordingFile {
  bias: number;
  scale: number;
  weights: Map<string, number>;
}

/** The text of a wording file, heaviest pieces first, in the same order on every machine. */
export function formatWording({ bias, scale, weights }: WordingFile): string {
  const byWeight = new Map<number, string[]>();
  for (const [piece, weight] of weights) {
    const list = byWeight.get(weight) ?? [];
    list.push(piece.replaceAll(' ', SHOWN_BLANK));
    byWeight.set(weight, list);
  }
  const lines = [...byWeight]
    .sort(([a], [b]) => b - a)
    .map(([weight, pieces]) => [weight, ...pieces.sort()].join('\t'));
  return `${[`bias\t${bias.toFixed(4)}`, `scale\t${scale.toFixed(4)}`, ...lines].join('\n')}\n`;
}

/** Packed wordings (wording.ts) by language id. What is wrong with a file is added to `complaints`. */
export function compileWording(
  root: string,
  languages: readonly string[],
  complaints: Complaint[],
): Map<string, string> {
  const folder = join(root, WORDING_FOLDER);
  const packed = new Map<string, string>();
  if (!existsSync(folder)) return packed;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const complain = (field: string, reason: string) => {
      complaints.push({ file: relative(root, path), field, reason });
    };
    const lang = basename(name, ENDING);
    if (!name.endsWith(ENDING) || !languages.includes(lang))
      complain('', 'is named after no language of rules/languages');
    else packed.set(lang, packWordingFile(parseWording(readFileSync(path, 'utf8'), complain)));
  }
  return packed;
}

/** Reads the text of a wording file; `complain` is told of lines that are not right, which are left out. */
export function parseWording(text: string, complain: (field: string, reason: string) => void): WordingFile {
  const [biasLine = '', scaleLine = '', ...lines] = text.trimEnd().split('\n');
  const numberOf = (line: string, name: string): number => {
    const value = Number(line.split('\t')[1]);
    if (line.startsWith(`${name}\t`) && Number.isFinite(value)) return value;
    complain(name, `the line "${name}", a tab and a number are missing`);
    return 0;
  };
  const file: WordingFile = {
    bias: numberOf(biasLine, 'bias'),
    scale: numberOf(scaleLine, 'scale'),
    weights: new Map(),
  };
  lines.forEach((line, n) => {
    const [first = '', ...pieces] = line.split('\t');
    const weight = Number(first);
    const field = `line ${n + 3}`;
    if (!Number.isInteger(weight) || weight === 0 || Math.abs(weight) > LARGEST)
      complain(field, `"${first}" is no whole number from -${LARGEST} to ${LARGEST} but 0`);
    else if (pieces.length === 0 || pieces.includes('')) complain(field, 'an empty piece');
    else for (const piece of pieces) file.weights.set(piece.replaceAll(SHOWN_BLANK, ' '), weight);
  });
  return file;
}

/** Packed as the detector loads it. */
export function packWordingFile({ bias, scale, weights }: WordingFile): string {
  const byKey = new Map<number, number>();
  for (const [piece, weight] of weights) {
    const codes = Array.from(piece, (_, n) => piece.charCodeAt(n));
    byKey.set(keyOfPiece(codes, 0, codes.length), weight);
  }
  return packWording({ bias, scale, weights: byKey });
}

/** The project's own wording files are here. */
export const wordingPath = (lang: string): string => join(ROOT, WORDING_FOLDER, `${lang}${ENDING}`);
