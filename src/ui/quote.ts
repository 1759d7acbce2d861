/** How hostile text is made fit to be shown: as plain text, in its own direction, cut to a length. */

/** The longest excerpt that is shown, in code points. */
export const EXCERPT_LENGTH = 160;

// Joiners stay: Sinhala, Persian and family emoji are misspelt without them. All other format characters go.
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0\u2800]|\u034f/gu;
const JOINER_RUN = /[\u200c\u200d]{2,}/g;
/** Letters bear so many marks at most. */
const MARKS = 4;
const MARK_FLOOD = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu');
const FIRST_MARKS = /^\p{M}*/u;
const LAST_MARKS = /\p{M}*$/u;
const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f\u0964\u104b\u17d4\n\r]/u;
const WINDOW = 600;

/** An excerpt with its marked part; ellipses are already in it. All three are plain text. */
export interface Excerpt {
  before: string;
  quote: string;
  after: string;
}

/** Text without control, bidi and invisible characters, with single spaces. Reads at most `limit` UTF-16 units. */
export function plain(text: string, limit = 2000): string {
  return text
    .slice(0, limit)
    .replace(/[\t\n\r\v\f\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(JOINER_RUN, '\u200d')
    .replace(MARK_FLOOD, '$1')
    .replace(/\s+/g, ' ');
}

/** `text` made plain and cut to `length` code points, with an ellipsis where something was cut. */
export function cut(text: string, length = EXCERPT_LENGTH): string {
  const clean = plain(text, length * 12).trim();
  const points = Array.from(clean);
  const whole = points.length <= length && text.length <= length * 12;
  return whole
    ? clean
    : `${points
        .slice(0, length - 1)
        .join('')
        .trimEnd()}\u2026`;
}

/**
 * The sentence of `text` that holds the span [start, end) (UTF-16), cut to EXCERPT_LENGTH code points. When
 * the span does not hold `quote` (the page has changed since), the quote stands alone.
 */
export function excerpt(text: string, start: number, end: number, quote: string): Excerpt {
  const marked = cut(quote);
  const room = EXCERPT_LENGTH - Array.from(marked).length;
  if (room < 2 || text.slice(start, end) !== quote) return { before: '', quote: marked, after: '' };
  const before = Array.from(plain(sentenceStart(text.slice(Math.max(0, start - WINDOW), start))).trimStart());
  const after = Array.from(plain(sentenceRest(text.slice(end, end + WINDOW), quote)).trimEnd());
  const half = Math.floor(room / 2);
  const left = Math.max(half, room - after.length);
  const right = room - Math.min(left, before.length);
  const head = cutLeft(before, left);
  const middle = behind(head, marked);
  return { before: head, quote: middle, after: behind(head + middle, cutRight(after, right)) };
}

/** `words` as they may follow `head`: marks at its end and at their beginning are on one letter. */
function behind(head: string, words: string): string {
  const borne = Array.from(LAST_MARKS.exec(head)?.[0] ?? '').length;
  return words.replace(FIRST_MARKS, (marks) =>
    Array.from(marks)
      .slice(0, Math.max(0, MARKS - borne))
      .join(''),
  );
}

function sentenceStart(text: string): string {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const ends = SENTENCE_END.test(text[at] ?? '');
    // A point inside "3.500" or "t.me" ends no sentence.
    if (ends && !(text[at] === '.' && /\S/.test(text[at + 1] ?? ' '))) return text.slice(at + 1);
  }
  return text;
}

function sentenceRest(text: string, quote: string): string {
  if (SENTENCE_END.test(quote.at(-1) ?? '')) return '';
  for (let at = 0; at < text.length; at += 1) {
    const ends = SENTENCE_END.test(text[at] ?? '');
    if (ends && !(text[at] === '.' && /\S/.test(text[at + 1] ?? ' '))) return text.slice(0, at + 1);
  }
  return text;
}

function cutLeft(points: string[], room: number): string {
  if (points.length <= room) return points.join('');
  return `\u2026${points
    .slice(points.length - room + 1)
    .join('')
    .trimStart()}`;
}

function cutRight(points: string[], room: number): string {
  if (points.length <= room) return points.join('');
  return `${points
    .slice(0, Math.max(0, room - 1))
    .join('')
    .trimEnd()}\u2026`;
}
