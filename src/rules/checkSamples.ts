/** A rule's own samples: what must match, what must not. */
import type { CompiledRules } from '../detect/compiled';
import { createDetector } from '../detect/detector';
import type { Post } from '../detect/types';
import type { Sample } from './files';
import type { Complaint, RuleFile } from './load';
import type { RuleFiles } from './ruleFiles';

type WithSamples = RuleFile<{ id: string; samples: { match: Sample[]; miss: Sample[] } }>;

/** Judges the samples of every indicator, counter-indicator and profile; returns what does not behave. */
export function checkSamples(files: RuleFiles, rules: CompiledRules): Complaint[] {
  const detector = createDetector(rules);
  const complaints: Complaint[] = [];
  const check = (list: WithSamples[], met: (post: Post, id: string) => boolean): void => {
    for (const { file, id, data } of list) {
      for (const kind of ['match', 'miss'] as const) {
        data.samples[kind].forEach(({ text, lang }, n) => {
          // A sample is a snippet, often too short to tell its language by: then it is read as its own.
          const matches = met({ text }, id) || (lang !== undefined && met({ text, lang }, id));
          if (matches === (kind === 'match')) return;
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
  check(files.indicators, (post, id) => detector.assess(post).findings.some((one) => one.indicator === id));
  check(files.counters, (post, id) => detector.assess(post).counters.some((one) => one.counter === id));
  check(files.profiles, (post, id) => detector.trace(post).weighed.complete.includes(id));
  return complaints;
}
