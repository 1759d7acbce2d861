/**
 * `npm run why -- "text"` (or a text on standard input): what matched, what did not quite, and how the level came about.
 * For rule authors; readers are never shown numbers.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { CompiledRules } from '../detect/compiled';
import type { Trace } from '../detect/detector';
import { signalsOf } from '../detect/odds';
import { factsOf } from '../detect/profiles';
import { Reader } from '../detect/read';
import { parseWording, SHOWN_BLANK, wordingPath } from '../rules/compileWording';
import { loadDetector } from './detectorFromRules';
import { Pieces } from './fitWording';
import { formatTable } from './measure';

function matched({ assessment }: Trace): string[] {
  return [
    ...assessment.findings.map(
      ({ indicator, family, weight, quote, start }) =>
        `  +${weight}  ${indicator} (${family}) at ${start}: «${quote}»`,
    ),
    ...assessment.counters.map(
      ({ counter, kind, weight, quote, start }) =>
        `  -${weight}  ${counter} (${kind}) at ${start}: «${quote}»`,
    ),
  ];
}

/** Pairs of which only one half was found, or both too far apart. */
function halfPairs(rules: CompiledRules, { fields, assessment }: Trace): string[] {
  const met = new Map<number, string[]>();
  for (const { words, original } of fields) {
    for (const { of, start, end } of words) {
      const quotes = met.get(of) ?? [];
      quotes.push(original.slice(start, end));
      met.set(of, quotes);
    }
  }
  const found = new Set([
    ...assessment.findings.map(({ indicator }) => indicator),
    ...assessment.counters.map(({ counter }) => counter),
  ]);
  const lines: string[] = [];
  for (const { id, near } of [...rules.indicators, ...rules.counters]) {
    for (const { sets, within } of found.has(id) ? [] : near) {
      const [left, right] = sets.map((of) => met.get(of)?.slice(0, 3).join('», «'));
      if (!left && !right) continue;
      const half = (of: number, quote: string | undefined) =>
        `${rules.wordSets[of]}${quote ? ` «${quote}»` : ' (not found)'}`;
      lines.push(`  ${id}: ${half(sets[0], left)} + ${half(sets[1], right)}, at most ${within} apart`);
    }
  }
  return lines;
}

/** Profiles that lack one thing. */
function nearlyComplete(rules: CompiledRules, trace: Trace): string[] {
  const facts = factsOf(trace.assessment.findings, trace.situation.hubs);
  return rules.profiles.flatMap(({ id, needs, count, of }) => {
    if (trace.weighed.complete.includes(id)) return [];
    const open = needs.filter((group) => !group.some((fact) => facts.has(fact)));
    const met = of.filter((fact) => facts.has(fact)).length;
    const missing = [
      ...open.map((group) => `one of ${group.join(', ')}`),
      ...(met < count ? [`${count - met} more of ${of.filter((fact) => !facts.has(fact)).join(', ')}`] : []),
    ];
    return missing.length === 1 ? [`  ${id}: ${missing[0]}`] : [];
  });
}

function howItCame({ weighing }: CompiledRules, { weighed }: Trace): string[] {
  const families = Object.entries(weighed.families).map(([family, points]) => [family, points.toFixed(2)]);
  const { thresholds } = weighing;
  return [
    formatTable(['family', 'points'], families)
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
    `  complete profiles: ${weighed.complete.join(', ') || 'none'}`,
    `  proof of an honest offer: -${weighed.proof} (at most a note from ${weighing.proofStops}, where nothing is decisive and the score is below ${weighing.thresholds.danger}); about such offers: -${weighed.about} (at most a note from ${weighing.aboutStops.least}, and ${weighing.aboutStops.share} of what speaks for a lure)`,
    `  ${weighed.offered ? 'something is offered' : `nothing is offered: counts ${weighing.withoutOffer}`}`,
    `  ${weighed.drawn ? 'something draws the reader away or binds them' : 'nothing draws the reader away or binds them: at most a note'}`,
    `  score ${weighed.score}: note from ${thresholds.note}, caution from ${thresholds.caution}, danger from ${thresholds.danger}`,
    `  by the rules alone: ${weighed.ruled}; odds ${weighed.odds}: a warning is a note below ${weighing.odds.holds}, a note a warning from ${weighing.odds.raises} (from ${weighing.odds.alone} where one sign stands alone or the score is below 0), and nothing danger below ${weighing.odds.danger}`,
    `  level: ${weighed.level}`,
  ];
}

/** What each signal adds to the odds or takes from them. */
function oddsRows(rules: CompiledRules, { weighed }: Trace): string[] {
  return Object.entries(signalsOf(rules, weighed.found))
    .map(([name, amount]) => ({ name, amount, adds: (rules.odds.points[name] ?? 0) * amount }))
    .sort((a, b) => b.adds - a.adds)
    .map(
      ({ name, amount, adds }) =>
        `  ${adds.toFixed(2).padStart(6)}  ${name}${amount === 1 ? '' : ` (${Math.round(amount * 100) / 100})`}`,
    );
}

/** Pieces of wording that are shown, of each side. */
const SHOWN_PIECES = 12;

/** What the wording rests on: the pieces that weigh most for a lure and against it, a blank as it stands in the files. */
function wordingRows(rules: CompiledRules, text: string, lang: string | null): string[] {
  if (lang === null || !existsSync(wordingPath(lang))) return ['  nothing was fitted for this language'];
  const { weights } = parseWording(readFileSync(wordingPath(lang), 'utf8'), () => undefined);
  const names = new Pieces();
  names.of(new Reader(rules).read({ text }).texts);
  const known = names.names
    .flatMap((piece) => {
      const weight = weights.get(piece);
      return weight === undefined ? [] : [{ piece: piece.replaceAll(' ', SHOWN_BLANK), weight }];
    })
    .sort((a, b) => b.weight - a.weight);
  const row = (found: typeof known) =>
    `  ${found.map(({ piece, weight }) => `${piece} ${weight}`).join(', ')}`;
  return [
    `  ${known.length} of ${names.names.length} pieces are known; the more there are, the less each of them counts`,
    row(known.slice(0, SHOWN_PIECES)),
    row(known.slice(SHOWN_PIECES).slice(-SHOWN_PIECES)),
  ];
}

function main(): void {
  const text = process.argv.slice(2).join(' ') || readFileSync(0, 'utf8');
  const { rules, detector } = loadDetector();
  const trace = detector.trace({ text });
  const { lang, promised } = trace.assessment;
  const sections: [string, string[]][] = [
    [`language ${lang ?? 'unknown'}; work is said to be in: ${promised.join(', ') || 'not said'}`, []],
    ['matched', matched(trace)],
    ['not quite: halves of pairs', halfPairs(rules, trace)],
    ['not quite: profiles that lack one thing', nearlyComplete(rules, trace)],
    ['how the level came about', howItCame(rules, trace)],
    [`the odds, from ${rules.odds.bias}`, oddsRows(rules, trace)],
    ['wording', wordingRows(rules, text, lang)],
  ];
  for (const [title, lines] of sections) console.log([title, ...lines].join('\n'));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
