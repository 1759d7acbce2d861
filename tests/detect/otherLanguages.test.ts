/** A word of one language can be an ordinary word of another: no post may become a warning by words that are not its own. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { isWarning } from '../../src/detect/types';
import { ownCorpora, readCorpus } from '../../src/tools/corpus';
import { loadDetector } from '../../src/tools/detectorFromRules';

const { rules, detector } = loadDetector();
/** A judge that believes every text to be in any language of its letters. */
const credulous = createDetector({
  ...rules,
  weighing: { ...rules.weighing, telling: { ...rules.weighing.telling, least: Number.POSITIVE_INFINITY } },
});
const independent = join(import.meta.dirname, '..', 'corpus', 'independent');
const rows = [...ownCorpora(), ...readdirSync(independent).map((name) => join(independent, name))]
  .flatMap(readCorpus)
  .filter(({ label, grey }) => label === 'ordinary' && !grey);

/** Share of such posts that even a judge who believes everything may mistake: neighbours share words. */
const MAY_MISTAKE = 0.015;

describe('an ordinary post', () => {
  it('is hardly ever a warning by the words of another language', () => {
    expect(rows.length).toBeGreaterThan(130);
    const wrong = rows.flatMap(({ id, text }) => {
      // The odds are left out: they were fitted to a judge who believes less.
      const { assessment, weighed } = credulous.trace({ text });
      const alone = detector.trace({ text }).weighed.ruled;
      return isWarning(weighed.ruled) && !isWarning(alone)
        ? [
            `${id}: ${weighed.ruled} by ${assessment.findings.map(({ indicator, quote }) => `${indicator} «${quote}»`).join(', ')}`,
          ]
        : [];
    });
    expect(wrong.length / rows.length, wrong.join('\n')).toBeLessThanOrEqual(MAY_MISTAKE);
  });

  it('says nothing English in words with an accent', () => {
    const quotes = (text: string) => detector.assess({ text }).counters.map(({ quote }) => quote);
    expect(quotes('Je travaille tous les jours avec la même équipe et je suis bien payé.')).toEqual([]);
    expect(quotes('We pay your tax and pension every month through PAYE.')).toContain('PAYE');
  });

  it('names no country with half a syllable of another word', () => {
    const places = (text: string) =>
      detector
        .assess({ text })
        .findings.flatMap(({ family, quote }) => (family === 'destination' ? [quote] : []));
    expect(places('ใครมีเวลาว่าง สมัครงานได้เลย')).toEqual([]);
    expect(places('ใครไปลาว สมัครงานได้เลย')).not.toEqual([]);
  });

  it('is paid in the money of those who write so where none is named', () => {
    const high = (text: string) =>
      detector.assess({ text }).findings.some(({ indicator }) => indicator === 'pay-high');
    expect(high('门店招店员，月薪36,000，五险一金，双休，包餐')).toBe(true);
    expect(high('門市徵店員，月薪36,000，勞健保，週休二日，供餐')).toBe(false);
  });
});
