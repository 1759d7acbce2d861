/** What came from outside, before anything of it is believed. */

/** True for an object with named fields: no list, not null. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
