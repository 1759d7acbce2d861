/** Text in, assessment out. Pure: no DOM, no browser API, no clock. */
import type { Assessment, Post, Reason } from './types';

export interface Detector {
  /** Judges one post. Never throws, whatever the strings hold; reads at most the first 20,000 characters of a field. */
  assess(post: Post): Assessment;
  /** The reasons of an assessment, strongest first; one a family member that was found. */
  explain(assessment: Assessment): Reason[];
}
