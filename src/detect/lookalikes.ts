/** Letters of Latin, Cyrillic and Greek that look alike, and the script in which a word that mixes them is meant. */
import type { Folded } from './fold';

/** One shape in Latin, Cyrillic and Greek; '' where a script has none. */
export type Lookalike = [latin: string, cyrillic: string, greek: string];

const SCRIPTS = 3;

export class LookalikeScripts {
  private readonly toScript: Map<number, number>[] = [new Map(), new Map(), new Map()];

  constructor(lookalikes: readonly Lookalike[]) {
    for (const shapes of lookalikes) {
      for (let target = 0; target < SCRIPTS; target++) {
        for (const shape of shapes) {
          const wanted = shapes[target];
          if (!shape || !wanted || shape === wanted) continue;
          const map = this.toScript[target] as Map<number, number>;
          if (!map.has(shape.charCodeAt(0))) map.set(shape.charCodeAt(0), wanted.charCodeAt(0));
        }
      }
    }
  }

  /** The letter of `script` (as `mixed` tells; -1 for none) that looks like `code`, or `code`. */
  into(script: number, code: number): number {
    return script < 0 ? code : (this.toScript[script]?.get(code) ?? code);
  }

  /**
   * Index of the script in which a word that mixes look-alike scripts is meant, else -1: the one that most letters have
   * among those to which all letters can go.
   */
  mixed(folded: Folded, start: number, end: number): number {
    const counts = [0, 0, 0];
    const strange = [0, 0, 0];
    for (let i = start; i < end; i++) {
      const code = folded.codes[i] as number;
      const own = scriptOf(code);
      if (own < 0) continue;
      counts[own] = (counts[own] as number) + 1;
      for (let other = 0; other < SCRIPTS; other++) {
        if (other !== own && !this.toScript[other]?.has(code))
          strange[other] = (strange[other] as number) + 1;
      }
    }
    if (counts.filter((count) => count > 0).length < 2) return -1;
    let best = 0;
    for (let n = 1; n < SCRIPTS; n++) {
      const fewer = (strange[n] as number) - (strange[best] as number);
      if (fewer < 0 || (fewer === 0 && (counts[n] as number) > (counts[best] as number))) best = n;
    }
    return best;
  }
}

/** 0 Latin, 1 Cyrillic, 2 Greek, else -1. */
export function scriptOf(code: number): number {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 0x400 && code < 0x530) return 1;
  return code >= 0x370 && code < 0x400 ? 2 : -1;
}
