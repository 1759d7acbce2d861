/** Assessments for tests that need one and no detector. */
import type { Assessment, Level } from '../src/detect/types';

/** An assessment of this level without findings, of an English post. */
export function judged(level: Level): Assessment {
  return {
    level,
    whole: false,
    score: 9,
    profile: null,
    findings: [],
    counters: [],
    promised: [],
    lang: 'en',
  };
}
