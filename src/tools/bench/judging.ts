/**
 * `npm run bench -- judging`: what judging costs, as ratios within one run, so that the machine does not matter much.
 * The floor is a bare loop of charCodeAt over the same text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDetector } from '../../detect/detector';
import type { Post } from '../../detect/types';
import { ROOT } from '../../rules/load';
import { ownCorpora, readCorpus } from '../corpus';
import { loadDetector } from '../detectorFromRules';
import { formatTable } from '../measure';
import { median } from './median';
import { plainMatcher } from './plainMatcher';

/** UTF-16 units of a measured post. */
const LENGTH = 500;
const ROUNDS = 9;
const WARM_UP = 300;
/** A hostile text: UTF-16 units. */
const HOSTILE = 100_000;

/** Median microseconds of one call of `run`, over ROUNDS rounds of at least `least` ms each. */
function time(run: () => void, least = 30): number {
  for (let n = 0; n < WARM_UP; n++) run();
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    let calls = 0;
    while (performance.now() - begun < least) {
      run();
      calls++;
    }
    rounds.push(((performance.now() - begun) * 1_000) / calls);
  }
  return median(rounds);
}

let sink = 0;

function floor(texts: readonly string[]): () => void {
  return () => {
    // A sum of its own: one outside the function would make the floor several times slower than it is.
    let sum = 0;
    for (const text of texts) for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
    sink = sum;
  };
}

/** Texts of LENGTH units: posts of one kind joined and cut. */
function stretch(texts: readonly string[]): string[] {
  const all = texts.join('\n');
  const cuts: string[] = [];
  for (let at = 0; at + LENGTH <= all.length && cuts.length < 20; at += LENGTH)
    cuts.push(all.slice(at, at + LENGTH));
  return cuts;
}

function benchPosts(
  detector: { assess(post: Post): { findings: readonly unknown[] } },
  plain: (text: string) => unknown,
): void {
  const rows = ownCorpora().flatMap(readCorpus);
  const groups = new Map<string, string[]>();
  for (const { lang, label, text } of rows) {
    const kind = label === 'lure' ? 'lures' : label === 'ordinary' ? 'ordinary' : null;
    if (kind === null) continue;
    const key = `${lang.split('-')[0]} ${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  const results = [...groups].sort().flatMap(([key, texts]) => {
    const cuts = stretch(texts);
    if (cuts.length === 0) return [];
    const base = time(floor(cuts), 10) / cuts.length;
    const assess =
      time(() => {
        for (const text of cuts) detector.assess({ text });
      }) / cuts.length;
    const naive =
      time(() => {
        for (const text of cuts) plain(text);
      }, 10) / cuts.length;
    const found =
      cuts.reduce((sum, text) => sum + detector.assess({ text }).findings.length, 0) / cuts.length;
    return [
      [
        key,
        found.toFixed(1),
        base.toFixed(2),
        assess.toFixed(1),
        (assess / base).toFixed(0),
        (naive / base).toFixed(0),
      ],
    ];
  });
  console.log(`posts of ${LENGTH} units; us are microseconds a post; ratios are to the bare loop`);
  console.log(
    formatTable(
      ['posts', 'findings', 'bare loop us', 'assess us', 'assess ratio', 'plain matcher ratio'],
      results,
    ),
  );
}

/** The compiled rules of a page: what every page loads, and the terms of the one language that most pages ask for. */
function benchLoading(language: string): void {
  const read = (name: string) => readFileSync(join(ROOT, 'src', 'generated', name), 'utf8');
  const rules = read('rules.json');
  const terms = read(`terms/${language}.json`);
  const times: number[] = [];
  let heap = 0;
  for (let n = 0; n < 15; n++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const begun = performance.now();
    const detector = createDetector(JSON.parse(rules));
    detector.add(JSON.parse(terms));
    detector.assess({ text: 'first post' });
    times.push(performance.now() - begun);
    globalThis.gc?.();
    // The judge of the round before may be let go of only now: the largest difference is the true one.
    const now = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    heap = Math.max(heap, now - before);
    sink += detector.assess({ text: 'kept' }).score;
  }
  const kept = globalThis.gc
    ? `${(heap / 2 ** 20).toFixed(1)} MB of heap`
    : 'heap: run with node --expose-gc';
  const size = ((rules.length + terms.length) / 2 ** 20).toFixed(1);
  console.log(
    `\nloading ${size} MB of rules (terms: ${language}) and judging a first post: first ${times[0]?.toFixed(1)} ms, median ${median(times).toFixed(1)} ms; ${kept}`,
  );
}

function benchHostile(detector: { assess(post: Post): unknown }): void {
  const lure = ownCorpora()
    .flatMap(readCorpus)
    .filter(({ label }) => label === 'lure');
  const mixed = lure.map(({ text }) => text).join('\n');
  const texts: Record<string, string> = {
    'one letter': 'a'.repeat(HOSTILE),
    'one letter and blank': 'a '.repeat(HOSTILE / 2),
    'one term': 'free ticket '.repeat(HOSTILE / 12),
    'one Chinese term': '柬埔寨'.repeat(HOSTILE / 3),
    'digits and signs': '$1,000-2,000 '.repeat(HOSTILE / 13),
    'all lures one after the other': mixed
      .repeat(Math.ceil(HOSTILE / Math.max(1, mixed.length)))
      .slice(0, HOSTILE),
  };
  const rows = Object.entries(texts).map(([name, text]) => {
    const once: number[] = [];
    for (let n = 0; n < 5; n++) {
      const begun = performance.now();
      detector.assess({ text });
      once.push(performance.now() - begun);
    }
    const half = time(() => detector.assess({ text: text.slice(0, 10_000) }), 20) / 1_000;
    const whole = time(() => detector.assess({ text: text.slice(0, 20_000) }), 20) / 1_000;
    return [name, median(once).toFixed(1), (whole / half).toFixed(1)];
  });
  console.log(
    `\nhostile texts of ${HOSTILE} units (20,000 are read)\n${formatTable(['text', 'ms', '20,000 to 10,000 units'], rows)}`,
  );
}

/** Measures and prints. */
export function benchJudging(): void {
  const { rules, detector } = loadDetector();
  benchLoading(rules.weighing.mixes);
  benchPosts(detector, plainMatcher(rules));
  benchHostile(detector);
  if (sink === -1) console.log(sink);
}
