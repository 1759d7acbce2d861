import type { Assessment, Level, Post } from '../detect/types';

/** One judged post of a page, as the popup shows it. Only posts of level `note` and above are listed. */
export interface PagePost {
  /** Stable within the page's life: a hash of the text. */
  key: string;
  post: Post;
  assessment: Assessment;
}

/** What the content script tells about its page when asked. */
export interface PageReport {
  /** Posts of level `note` or above, strongest first. */
  posts: PagePost[];
  /** How many posts were looked at, how many of them the page had cut short, how many had pictures but (nearly) no text. */
  looked: number;
  partial: number;
  pictures: number;
  /** True when a site file exists for this page but found nothing, so the generic reader took over. */
  roughly: boolean;
}

/** Content script -> background: how many posts of each level stand on the page. */
export interface CountMessage {
  kind: 'count';
  counts: Record<Exclude<Level, 'none'>, number>;
}

/** What the background can bring into a page: the extension's words in a language, the terms by which posts are judged. */
export const BROUGHT = ['words', 'terms'] as const;
export type Brought = (typeof BROUGHT)[number];

/** Content script -> background: have the words or terms of a language run in this page. Answered when they have. */
export interface BringMessage {
  kind: 'bring';
  what: Brought;
  lang: string;
}

/** Popup -> content script (one map entry a request, with its answer). */
export interface PageRequests {
  report: { request: { kind: 'report' }; answer: PageReport };
  /** Scroll to one post and open its panel. */
  show: { request: { kind: 'show'; key: string }; answer: { found: boolean } };
  /** Take one post's label off the page; the post stays listed. */
  hide: { request: { kind: 'hide'; key: string }; answer: { done: boolean } };
}
