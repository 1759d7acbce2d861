/** Logistic regression with a ridge, by Newton's method: small, exact, and the same on every machine. */

/** An example: pairs of column and amount, and whether it is one of those that are looked for. */
export interface Example {
  row: readonly (readonly [column: number, amount: number])[];
  hit: boolean;
}

const MAX_STEPS = 30;
/** A step this small changes no figure that is written down. */
const SMALL = 1e-6;

/**
 * Weights of `columns` columns, and behind them the bias, that fit `examples` best. `ridge` holds weights near 0: what one
 * example in a thousand would say of a rare column is believed less the larger it is.
 */
export function fitLogistic(examples: readonly Example[], columns: number, ridge: number): number[] {
  const size = columns + 1;
  const weights = new Array<number>(size).fill(0);
  const penalty = weights.map((_, n) => (n < columns ? ridge * examples.length : 0));
  const rows = examples.map(({ row }) => [...row, [columns, 1] as const]);
  for (let step = 0; step < MAX_STEPS; step++) {
    const slope = weights.map((weight, n) => (penalty[n] as number) * weight);
    const curve = weights.map((_, n) => weights.map((_, m) => (n === m ? (penalty[n] as number) : 0)));
    rows.forEach((row, n) => {
      const share = 1 / (1 + Math.exp(-dot(row, weights)));
      const error = share - Number(examples[n]?.hit);
      for (const [a, x] of row) {
        slope[a] = (slope[a] as number) + error * x;
        const line = curve[a] as number[];
        for (const [b, y] of row) line[b] = (line[b] as number) + share * (1 - share) * x * y;
      }
    });
    const move = solve(curve, slope);
    for (let n = 0; n < size; n++) weights[n] = (weights[n] as number) - (move[n] as number);
    if (Math.max(...move.map(Math.abs)) < SMALL) break;
  }
  return weights;
}

/** The logarithm of the odds that weights of fitLogistic give a row. */
export function dot(row: Example['row'], weights: readonly number[]): number {
  return row.reduce((sum, [column, amount]) => sum + (weights[column] as number) * amount, 0);
}

/** Solves `matrix` x = `right` for a symmetric positive matrix; both are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let n = 0; n < size; n++) {
    const line = matrix[n] as number[];
    const pivot = line[n] as number;
    for (let m = n + 1; m < size; m++) {
      const below = matrix[m] as number[];
      const factor = (below[n] as number) / pivot;
      if (factor === 0) continue;
      for (let k = n; k < size; k++) below[k] = (below[k] as number) - factor * (line[k] as number);
      right[m] = (right[m] as number) - factor * (right[n] as number);
    }
  }
  for (let n = size - 1; n >= 0; n--) {
    const line = matrix[n] as number[];
    for (let k = n + 1; k < size; k++)
      right[n] = (right[n] as number) - (line[k] as number) * (right[k] as number);
    right[n] = (right[n] as number) / (line[n] as number);
  }
  return right;
}
