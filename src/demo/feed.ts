/** The invented feed's data, one file a language. */
import en from './posts.en.json';
import zh from './posts.zh.json';

/** What a demo post was written as; shown nowhere, used by the tests. */
export type DemoKind = 'lure' | 'honest' | 'warning' | 'ordinary';

export interface DemoPost {
  id: string;
  kind: DemoKind;
  author: string;
  when: string;
  text: string;
  comments: { author: string; text: string }[];
}

export interface DemoFeed {
  /** BCP 47 tag of the feed's texts and of the page around them. */
  lang: string;
  /** The language's own name, for the switch. */
  name: string;
  title: string;
  invented: string;
  guide: { title: string; steps: string[] };
  words: { comments: string; like: string; reply: string; share: string };
  posts: DemoPost[];
}

/** All feeds; the first is shown when nothing else is asked for. */
export const FEEDS = [en, zh] as DemoFeed[];

/** The feed that `?lang=` asks for, else the browser's language, else the first. */
export function chooseFeed(query: string, browserLanguage: string): DemoFeed {
  const asked = new URLSearchParams(query).get('lang') ?? browserLanguage;
  return FEEDS.find((feed) => asked.toLowerCase().startsWith(feed.lang)) ?? (FEEDS[0] as DemoFeed);
}
