/** A rule's own samples: what must match, what must not. */
import type { CompiledRules } from '../detect/compiled';
import { createDetector } from '../detect/detector';
import type { Assessment } from '../detect/types';
import type { RuleFiles } from './compile';
import type { Sample } from './files';
import type { Complaint, RuleFile } from './load';

type WithSamples = RuleFile<{ id: string; samples: { match: Sample[]; miss: Sample[] } }>;

/** Judges the samples of every indicator, counter-indicator and profile; returns what does not behave. */
export function checkSamples(files: RuleFiles, rules: CompiledRules): Complaint[] {
  const detector = createDetector(rules);
  const complaints: Complaint[] = [];
  const check = (
    list: WithSamples[],
    met: (assessment: Assessment, id: string, text: string) => boolean,
  ): void => {
    for (const { file, id, data } of list) {
      for (const kind of ['match', 'miss'] as const) {
        data.samples[kind].forEach(({ text }, n) => {
          if (met(detector.assess({ text }), id, text) === (kind === 'match')) return;
          const reason = kind === 'match' ? 'does not match' : 'matches, and must not';
          complaints.push({
            file,
            field: `samples.${kind}.${n}`,
            reason: `${reason}: "${text.slice(0, 80)}"`,
          });
        });
      }
    }
  };
  check(files.indicators, ({ findings }, id) => findings.some((finding) => finding.indicator === id));
  check(files.counters, ({ counters }, id) => counters.some((finding) => finding.counter === id));
  check(files.profiles, (_, id, text) => detector.trace({ text }).weighed.complete.includes(id));
  return complaints;
}
