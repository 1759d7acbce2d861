import type { CompiledPay } from '../detect/compiled';
export function compilePay(_root: string, _fold: (t: string) => string, words: string[], _p: unknown, _c: unknown[]): CompiledPay {
  return { currencies: [], forms: [], multipliers: [], periods: [], wages: {}, rule: { indicator: 'pay-high', steps: [], wealthy: [], wealthyRatio: 9, absolute: [], plausible: [150, 20000], roles: {}, upToShare: 0.5 }, salaryWords: words.indexOf('salary'), homeCurrency: {} };
}
