/** Names for texts: the same text has the same name for as long as the page lives, and no longer. */

/** Seeds differ for every page, so that nobody can write two texts with one name. */
const seeds = crypto.getRandomValues(new Uint32Array(2));

/** 16 hexadecimal digits for `text`. */
export function hash(text: string): string {
  let a = seeds[0] ?? 0;
  let b = seeds[1] ?? 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  // The mixing of MurmurHash3, so that every unit reaches every digit.
  a = mix(a ^ text.length);
  b = mix(b ^ a);
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909);
  return mixed ^ (mixed >>> 16);
}
