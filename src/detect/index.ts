/** Text in, assessment out. Pure: no DOM, no browser API, no clock. */
import type { Pack } from './compiled';
import type { Assessment, Post, Reason } from './types';

export interface Detector {
  /** Judges one post. Never throws, whatever the strings hold; reads at most the first 20,000 characters of a field. */
  assess(post: Post): Assessment;
  /**
   * Ids of the languages that the posts judged since the last call asked for and whose terms are not here yet;
   * with `perhaps`, also those in which a post can be written although no word of it says so.
   */
  lacking(perhaps?: boolean): string[];
  /** Adds the terms of one language. */
  add(pack: Pack): void;
  /** The reasons of an assessment, strongest first; one an indicator. */
  explain(assessment: Assessment): Reason[];
}
