/** A detector for tools: compiles rules/ afresh, so that an edit counts at once. */

import type { CompiledRules } from '../detect/compiled';
import { createDetector } from '../detect/detector';
import { compileRules } from '../rules/compile';
import { rulesVersion } from '../rules/generate';
import { readRuleFiles } from '../rules/ruleFiles';

export interface Loaded {
  rules: CompiledRules;
  detector: ReturnType<typeof createDetector>;
}

/** Compiles the project's rules. Throws RuleError when they are not right. */
export function loadDetector(): Loaded {
  const rules = compileRules(readRuleFiles(), rulesVersion());
  return { rules, detector: createDetector(rules) };
}
