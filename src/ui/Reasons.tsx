/**
 * Why a post was marked: used by the popup and by the label inside the page. Everything that comes from the
 * post is a text node; nothing here can carry markup. Style: reasons.css.
 */
import type { ComponentChildren } from 'preact';
import type { Level, Reason, Source } from '../detect/types';
import { dateText, t } from './messages';
import { type Excerpt, excerpt } from './quote';
import { explained, payFigures } from './reasonTexts';

/** How many quotes of one reason are shown; more would bury the next reason. */
const QUOTES = 2;
/** How many reasons stand open; the others wait behind a summary, so that the next step stays near. */
const FIRST = 3;

export interface ReasonsProps {
  /** Strongest first, as the detector gives them. */
  reasons: Reason[];
  level: Level;
  /** The post's text: quotes of its `text` field are shown inside their sentence. */
  text: string;
  /** In the page's label: sources are named, not linked, so that nothing there can be clicked away. */
  compact?: boolean;
  /** Language of the post (BCP 47), for screen readers and fonts. */
  lang?: string | null;
}

/** The reasons of one assessment in plain words, strongest first; each quote is isolated, cleaned and cut. */
export function Reasons({ reasons, level, text, compact = false, lang = null }: ReasonsProps) {
  const rest = reasons.slice(FIRST);
  const better = level === 'caution' ? betterTexts(reasons) : [];
  return (
    <div class="reasons">
      <ReasonList reasons={reasons.slice(0, FIRST)} text={text} linked={!compact} lang={lang} />
      {rest.length > 0 && (
        <details class="reasons-rest">
          <summary>{t('reasons.more', { count: rest.length })}</summary>
          <ReasonList reasons={rest} text={text} linked={!compact} lang={lang} />
        </details>
      )}
      {better.length > 0 && (
        <div class="reasons-better">
          <p>{t('reasons.better')}</p>
          <ul>
            {better.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface ListProps {
  reasons: Reason[];
  text: string;
  linked: boolean;
  lang: string | null;
}

function ReasonList({ reasons, text, linked, lang }: ListProps) {
  return (
    <ol class="reasons-list">
      {reasons.map((reason) => (
        <li class="reason" key={reason.indicator}>
          <p class="reason-says">{explained(reason, 'says')}</p>
          <Quotes reason={reason} text={text} lang={lang} />
          <PayFigures words={payFigures(reason.values)} />
          <p class="reason-why">{explained(reason, 'why')}</p>
          <Sources sources={reason.sources} linked={linked} />
        </li>
      ))}
    </ol>
  );
}

function Quotes({ reason, text, lang }: { reason: Reason; text: string; lang: string | null }) {
  const excerpts = reason.quotes.map(({ field, quote, start, end }) =>
    field === 'text' ? excerpt(text, start, end, quote) : excerpt(quote, 0, quote.length, quote),
  );
  const unlike = excerpts.filter(
    (one, index) => one.quote !== '' && excerpts.findIndex((other) => other.quote === one.quote) === index,
  );
  return (
    <>
      {bySentence(unlike.slice(0, QUOTES)).map(({ sentence, marks }) => (
        <blockquote class="reason-quote" key={sentence}>
          <bdi dir="auto" {...(lang ? { lang } : {})}>
            {pieces(sentence, marks).map(([words, marked]) => (marked ? <mark>{words}</mark> : words))}
          </bdi>
        </blockquote>
      ))}
    </>
  );
}

interface Marked {
  sentence: string;
  /** Start and end of each quote in the sentence. */
  marks: [number, number][];
}

/** Each sentence once, with all that is quoted from it. */
function bySentence(excerpts: Excerpt[]): Marked[] {
  const sentences = new Map<string, Marked>();
  for (const { before, quote, after } of excerpts) {
    const sentence = before + quote + after;
    const known = sentences.get(sentence) ?? { sentence, marks: [] };
    known.marks.push([before.length, before.length + quote.length]);
    sentences.set(sentence, known);
  }
  return [...sentences.values()];
}

/** The sentence in pieces, each with whether it is quoted; quotes that overlap are one. */
function pieces(sentence: string, marks: Marked['marks']): [string, boolean][] {
  const found: [string, boolean][] = [];
  let at = 0;
  for (const [start, end] of marks.sort(([a], [b]) => a - b)) {
    if (start > at) found.push([sentence.slice(at, start), false]);
    if (end <= at) continue;
    const last = found.at(-1);
    if (start <= at && last?.[1]) last[0] += sentence.slice(at, end);
    else found.push([sentence.slice(start, end), true]);
    at = end;
  }
  if (at < sentence.length) found.push([sentence.slice(at), false]);
  return found;
}

function PayFigures({ words }: { words: string | null }) {
  return words === null ? null : <p class="reason-pay">{words}</p>;
}

function Sources({ sources, linked }: { sources: Source[]; linked: boolean }) {
  const unlike = [...new Map(sources.map((source) => [source.url, source])).values()];
  if (unlike.length === 0) return null;
  return (
    <div class="reason-sources">
      {t('reasons.source')}
      <ul>
        {unlike.slice(0, QUOTES).map((source) => (
          <li key={source.url}>
            <SourceName source={source} linked={linked} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SourceName({ source, linked }: { source: Source; linked: boolean }): ComponentChildren {
  const words = source.date
    ? t('reasons.dated', { name: source.title, date: dateText(source.date) })
    : source.title;
  if (!linked || !source.url.startsWith('https://')) return words;
  return (
    <a href={source.url} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  );
}

function betterTexts(reasons: Reason[]): string[] {
  return [...new Set(reasons.map((reason) => explained(reason, 'better')))].slice(0, 3);
}
