/** Every disguise on every sample lure: what is warned of in plain text must still be warned of. */
import { describe, expect, it } from 'vitest';
import { ownCorpora, readCorpus } from '../../src/tools/corpus';
import { loadDetector } from '../../src/tools/detectorFromRules';
import { DISGUISES, seededDie } from './disguise';

/** Points of recall that all disguises together may cost. */
const MAY_FALL = 0.02;
/** No single disguise may cost more than this. */
const ONE_MAY_FALL = 0.1;

const { detector } = loadDetector();
const isWarned = (text: string) => ['caution', 'danger'].includes(detector.assess({ text }).level);
const lures = ownCorpora()
  .flatMap(readCorpus)
  .filter(({ label, text }) => label === 'lure' && isWarned(text));

describe('a disguised lure', () => {
  it('is still recognised', () => {
    expect(lures.length).toBeGreaterThan(100);
    const shares: Record<string, number> = {};
    for (const [name, disguise] of Object.entries(DISGUISES)) {
      const changed = lures
        .map(({ text }, n) => ({ text, hidden: disguise(text, seededDie(n)) }))
        .filter(({ text, hidden }) => text !== hidden);
      expect(changed.length, name).toBeGreaterThan(0);
      shares[name] = changed.filter(({ hidden }) => isWarned(hidden)).length / changed.length;
    }
    const all = Object.values(shares);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean, JSON.stringify(shares, null, 1)).toBeGreaterThanOrEqual(1 - MAY_FALL);
    for (const [name, one] of Object.entries(shares))
      expect(one, name).toBeGreaterThanOrEqual(1 - ONE_MAY_FALL);
  });
});
