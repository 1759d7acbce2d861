/** Which parts of a text stand in quotation marks: there somebody else's words are told. */

/** Marks that open, each with those that close. A straight mark closes itself. */
const PAIRS: Record<string, string> = {
  '\u201c': '\u201d\u201c',
  '\u201e': '\u201c\u201d',
  '\u201d': '\u201d',
  '\u00ab': '\u00bb',
  '\u00bb': '\u00ab',
  '\u300c': '\u300d',
  '\u300e': '\u300f',
  '\u300a': '\u300b',
  '"': '"',
};
/** Most texts have none of them. */
const OPENS = new RegExp(`[${Object.keys(PAIRS).join('')}]`);
/** Shorter quotes are names and passwords ("comment "yes""), longer ones are no quotes (UTF-16 units). */
const SHORTEST = 12;
const LONGEST = 1_500;
const MOST = 50;

/** Spans of quoted words in UTF-16 offsets, in order. Linear in the text. */
export function findQuotes(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  if (!OPENS.test(text)) return spans;
  let start = -1;
  let closing = '';
  for (let i = 0; i < text.length && spans.length < MOST; i++) {
    const char = text[i] as string;
    if (start >= 0 && closing.includes(char)) {
      if (i - start > SHORTEST) spans.push({ start: start + 1, end: i });
      start = -1;
    } else if (start >= 0 && i - start > LONGEST) start = -1;
    else if (start < 0 && PAIRS[char]) {
      start = i;
      closing = PAIRS[char] as string;
    }
  }
  return spans;
}
