/** Judges a pasted text as a page's posts are judged: a chat by its senders, and always as a whole too. */
import { type Assessment, LEVELS, type Post } from '../detect/types';
import type { Judge } from '../detect/withTerms';
import { splitChat } from './split';

/** What was looked at, and the strongest of what was found. */
export interface Result {
  post: Post;
  assessment: Assessment;
  messages: number;
  senders: number;
  /** True when the text was longer than is read. */
  cut: boolean;
}

/** UTF-16 units of one text that are read (fold.ts). */
const READ = 20_000;

/** The strongest assessment among the text as a whole and what each sender wrote. */
export async function judgeText(text: string, judge: Judge): Promise<Result> {
  const parts = splitChat(text);
  const isChat = parts.length > 1 || parts[0]?.sender !== null;
  const posts: Post[] = [
    ...(isChat ? parts.map((part) => ({ text: part.text, author: part.sender ?? '' })) : []),
    { text },
  ];
  const judged: { post: Post; assessment: Assessment }[] = [];
  for (const post of posts) judged.push({ post, assessment: await judge(post) });
  // Of equal ones the first: what one person wrote says more than the whole.
  const [first, ...rest] = judged as [(typeof judged)[0], ...typeof judged];
  const strongest = rest.reduce(
    (best, one) => (rank(one.assessment) > rank(best.assessment) ? one : best),
    first,
  );
  return {
    ...strongest,
    messages: parts.reduce((sum, part) => sum + part.messages, 0),
    senders: isChat ? parts.length : 0,
    cut: text.length > READ,
  };
}

function rank({ level }: Assessment): number {
  return LEVELS.indexOf(level);
}
