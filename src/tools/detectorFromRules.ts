/** A detector for tools: compiles rules/ afresh, so that an edit counts at once. */

import type { CompiledRules } from '../detect/compiled';
import { createDetector } from '../detect/detector';
import { compileRules } from '../rules/compile';
import { rulesVersion } from '../rules/generate';
import { ROOT } from '../rules/load';
import { readRuleFiles } from '../rules/ruleFiles';

export interface Loaded {
  rules: CompiledRules;
  detector: ReturnType<typeof createDetector>;
}

/** Compiles the rules below `root`. Throws RuleError when they are not right. */
export function loadDetector(root: string = ROOT): Loaded {
  const rules = compileRules(readRuleFiles(root), rulesVersion(root), root);
  return { rules, detector: createDetector(rules) };
}
