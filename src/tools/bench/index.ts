/**
 * `npm run bench`: all parts, or the one that is named. Figures are for people to read, as ratios within one run; no
 * test passes or fails by them.
 */
import { benchJudging } from './judging';
import { benchPage } from './page';
import { benchPopup } from './popup';

const parts: Record<string, (...numbers: number[]) => void | Promise<void>> = {
  judging: benchJudging,
  popup: benchPopup,
  page: benchPage,
};

const [name, ...numbers] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(parts) : [parts[name]];
for (const part of chosen) {
  if (!part)
    throw new Error(`npm run bench: one of ${Object.keys(parts).join(', ')}, or nothing for all of them.`);
  await part(...numbers.map(Number));
}
