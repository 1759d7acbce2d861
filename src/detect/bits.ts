/** Sets of hashes, a bit each: what is not among them is told for certain, what is among them nearly so. */

export class Bits {
  private readonly bytes: Uint8Array;
  private readonly mask: number;

  /** `packed`: base64 of as many bits as a power of two (packBits). */
  constructor(packed: string) {
    const text = atob(packed);
    this.bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[i] = text.charCodeAt(i);
    this.mask = this.bytes.length * 8 - 1;
  }

  /** False where `hash` is certainly none of the set. */
  has(hash: number): boolean {
    const bit = hash & this.mask;
    return ((this.bytes[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  }
}

/** A bit for each of `hashes`, at least `each` bits a hash, in base64. */
export function packBits(hashes: readonly number[], each: number): string {
  let size = 8;
  while (size < hashes.length * each) size *= 2;
  const bytes = new Uint8Array(size / 8);
  for (const hash of hashes) {
    const bit = hash & (size - 1);
    bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7));
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
