/** Judging where the terms of languages are brought only when a post asks for them. */
import type { Pack } from './compiled';
import type { Detector } from './index';
import type { Assessment, Post } from './types';

/** Judges one post. Never rejects. */
export type Judge = (post: Post) => Promise<Assessment>;

/** A judge that first brings the terms of the languages that a post asks for. */
export function withTerms(detector: Detector, bring: (lang: string) => Promise<Pack | null>): Judge {
  return async (post) => {
    for (;;) {
      const assessment = detector.assess(post);
      const packs = await Promise.all(detector.lacking(true).map(bring));
      const found = packs.flatMap((pack) => pack ?? []);
      for (const pack of found) detector.add(pack);
      if (found.length === 0) return assessment;
    }
  };
}
