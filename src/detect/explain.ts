/** Turns an assessment into reasons: message keys, values, quotes and sources; no words of any language. */
import type { CompiledRules } from './compiled';
import { groupBy } from './group';
import type { Assessment, Finding, Reason, Source } from './types';

/** Quotes of one reason that are shown; more would bury the point. */
const MAX_QUOTES = 3;

/**
 * The reasons of an assessment, strongest first, one an indicator. Indicators that the rules no longer hold are left out, and
 * so are those that yield to others of their family.
 */
export function explain(rules: CompiledRules, assessment: Assessment): Reason[] {
  const shown = withoutYielding(rules, assessment.findings);
  const byIndicator = groupBy(shown, ({ indicator }) => indicator);
  const reasons: (Reason & { weight: number })[] = [];
  for (const [indicator, findings] of byIndicator) {
    const strongest = findings.reduce((best, finding) => (finding.weight > best.weight ? finding : best));
    const sources = sourcesOf(rules, indicator, strongest);
    if (!sources) continue;
    reasons.push({
      indicator,
      family: strongest.family,
      key: keyOf(indicator, strongest),
      values: strongest.values ?? {},
      quotes: quotesOf(strongest, findings),
      sources,
      weight: strongest.weight,
    });
  }
  reasons.sort((a, b) => b.weight - a.weight);
  return reasons.map(({ weight: _weight, ...reason }) => reason);
}

/** The findings without those of rules that yield, where their family has others. */
function withoutYielding(rules: CompiledRules, findings: readonly Finding[]): Finding[] {
  const yielding = new Set(rules.indicators.filter(({ yields }) => yields).map(({ id }) => id));
  const firm = findings.filter(({ indicator }) => !yielding.has(indicator));
  const families = new Set(firm.map(({ family }) => family));
  return findings.filter(({ indicator, family }) => !yielding.has(indicator) || !families.has(family));
}

/** Pay has two ways of being explained: against a place's usual pay, or by itself. */
function keyOf(indicator: string, finding: Finding): string {
  const bare = finding.values && 'offered' in finding.values && !('usual' in finding.values);
  return bare ? `indicator.${indicator}.bare` : `indicator.${indicator}`;
}

function quotesOf(strongest: Finding, findings: readonly Finding[]): Reason['quotes'] {
  const quotes: Reason['quotes'] = [];
  for (const { field, quote, start, end } of [strongest, ...findings]) {
    const overlaps = quotes.some((known) => known.field === field && known.start < end && start < known.end);
    const repeats = quotes.some((known) => known.quote.toLowerCase() === quote.toLowerCase());
    if (!overlaps && !repeats && quotes.length < MAX_QUOTES) quotes.push({ field, quote, start, end });
  }
  return quotes;
}

/** Sources of the place, of the wage, and of the rule; null for an indicator that the rules do not hold. */
function sourcesOf(rules: CompiledRules, indicator: string, finding: Finding): Source[] | null {
  const rule = rules.indicators.find((candidate) => candidate.id === indicator);
  if (!rule) return null;
  const country = finding.values?.country;
  const hub = rules.hubs.find((candidate) => candidate.country === country);
  const wage = typeof finding.values?.place === 'string' ? rules.pay.wages[finding.values.place] : undefined;
  return [...(hub?.sources ?? []), ...(wage ? [wage.source] : []), ...rule.sources];
}
