/** The invented feeds, one file a language, each loaded when it is asked for. */
import { chooseLanguage, type Language, languageOf } from '../ui/languages';

/** What a demo post was written as; shown nowhere, used by the tests. */
type DemoKind = 'lure' | 'honest' | 'warning' | 'ordinary';

export interface DemoPost {
  id: string;
  kind: DemoKind;
  author: string;
  when: string;
  text: string;
  comments: { author: string; text: string }[];
}

export interface DemoFeed {
  /** BCP 47 tag of the feed's texts and of the page around them; the middle of its file's name. */
  lang: string;
  title: string;
  invented: string;
  guide: { title: string; steps: string[] };
  words: { like: string; reply: string; share: string; language: string };
  posts: DemoPost[];
}

const FILES = import.meta.glob<DemoFeed>('./posts.*.json', { import: 'default' });
const PATH = /^\.\/posts\.(.+)\.json$/;
/** The feed for those who speak no other. */
const FIRST = 'en';

/** The languages that have a feed, by their own names; `lang` is the tag of the feed. */
export const FEED_LANGUAGES: Language[] = Object.keys(FILES)
  .map((path) => PATH.exec(path)?.[1] ?? FIRST)
  .map((lang) => ({ ...languageOf(chooseLanguage(null, [lang])), lang }))
  .sort((a, b) => a.name.localeCompare(b.name));

/** Tag of the feed that `?lang=` asks for, else of the first that the reader can read, else of the first of all. */
export function chooseFeed(query: string, spoken: readonly string[]): string {
  const [base = ''] = chooseLanguage(new URLSearchParams(query).get('lang'), spoken).split('-');
  return FILES[`./posts.${base}.json`] ? base : FIRST;
}

/** The feed of a language of FEED_LANGUAGES. Rejects for any other. */
export function loadFeed(lang: string): Promise<DemoFeed> {
  const load = FILES[`./posts.${lang}.json`];
  return load ? load() : Promise.reject(new RangeError(`no feed in "${lang}"`));
}
