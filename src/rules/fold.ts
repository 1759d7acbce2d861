/** Makes the folding tables from rules/fold, with traditional Chinese added for the characters that terms use. */
import * as OpenCC from 'opencc-js';
import type { FoldPairs } from '../detect/fold';
import type { Disguises } from '../detect/unmask';
import type { FoldFile } from './files';
import type { RuleFile } from './load';

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/** Pairs of rules/fold. Each character of `from` folds to `to`. */
export function variantPairs(files: RuleFile<FoldFile>[]): FoldPairs {
  const pairs: FoldPairs = {};
  for (const { data } of files) {
    for (const { from, to } of data.pairs ?? []) for (const char of from) pairs[char] = to;
  }
  return pairs;
}

/** Every traditional character with its simplified form, from the OpenCC dictionary. */
export function traditionalPairs(): FoldPairs {
  const convert = OpenCC.Converter({ from: 't', to: 'cn' });
  const pairs: FoldPairs = {};
  for (let point = FIRST_HAN; point <= LAST_HAN; point++) {
    const char = String.fromCodePoint(point);
    const simplified = convert(char);
    if (simplified !== char && simplified.length === 1) pairs[char] = simplified;
  }
  return pairs;
}

/** The pairs whose result some term holds: the others would cost room on every page and match nothing. */
export function usedPairs(pairs: FoldPairs, used: ReadonlySet<string>): FoldPairs {
  return Object.fromEntries(Object.entries(pairs).filter(([, folded]) => used.has(folded)));
}

/** Disguises of rules/fold in the form that the detector loads. */
export function disguises(files: RuleFile<FoldFile>[]): Disguises {
  const result: Disguises = {
    lookalikes: [],
    leet: {},
    separators: '',
    blanks: '',
    fillers: '',
    strokes: {},
  };
  for (const { data } of files) {
    for (const { latin, cyrillic, greek } of data.lookalikes ?? []) {
      result.lookalikes.push([latin, cyrillic ?? '', greek ?? '']);
    }
    for (const { from, to } of data.leet ?? []) result.leet[from] = to;
    result.separators += data.separators ?? '';
    result.blanks += data.blanks ?? '';
    result.fillers += data.fillers ?? '';
    for (const { from, to } of data.strokes ?? []) result.strokes[from] = to;
  }
  return result;
}
