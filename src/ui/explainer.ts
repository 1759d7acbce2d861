/** The shipped rules, loaded after a surface's first picture: what turns assessments into reasons, and what judges. */
import { loadTerms } from '../browser/terms';
import type { CompiledRules } from '../detect/compiled';
import type { Assessment, Reason } from '../detect/types';
import { type Judge, withTerms } from '../detect/withTerms';

/** What surfaces need of the rules. */
export interface Explainer {
  explain(assessment: Assessment): Reason[];
  version: string;
}

async function loadRules(): Promise<CompiledRules> {
  return (await import('../generated/rules.json')).default as unknown as CompiledRules;
}

/** The explainer over the shipped rules. */
export async function loadExplainer(): Promise<Explainer> {
  const [rules, { explain }] = await Promise.all([loadRules(), import('../detect/explain')]);
  return { explain: (assessment) => explain(rules, assessment), version: rules.version };
}

/** The judge over the shipped rules, for texts that the reader brings. */
export async function loadJudge(): Promise<Judge> {
  const [rules, { createDetector }] = await Promise.all([loadRules(), import('../detect/detector')]);
  return withTerms(createDetector(rules), loadTerms);
}
