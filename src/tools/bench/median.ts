/** The middle of `values`, the higher one of two; leaves them as they are. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
