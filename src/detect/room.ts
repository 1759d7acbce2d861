/** When arrays that one text after the other uses are made anew. */

/** Room for texts of up to so many units is kept; that of longer ones is given back with the next text. */
export const KEPT = 4_096;

/** True when room of `length` serves what needs `size`: it is large enough, and no larger than is kept for a small one. */
export function serves(length: number, size: number): boolean {
  return length >= size && (length <= KEPT || size > KEPT);
}

/** A longer array with the same beginning; numbers behind it are 0. `size` is its new length. */
export function grown<T extends Int32Array | Uint16Array | Int16Array>(array: T, size: number): T {
  const longer = new (array.constructor as new (size: number) => T)(size);
  longer.set(array);
  return longer;
}
