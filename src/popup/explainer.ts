/** Turns assessments into reasons. Loaded after the popup's first picture, since it brings the compiled rules. */
import type { CompiledRules } from '../detect/compiled';
import type { Explain } from './state';

/** The explainer over the shipped rules. */
export async function loadExplainer(): Promise<Explain> {
  const [rules, { explain }] = await Promise.all([
    import('../generated/rules.json'),
    import('../detect/explain'),
  ]);
  return (assessment) => explain(rules.default as unknown as CompiledRules, assessment);
}
