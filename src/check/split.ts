/** Takes a pasted chat apart by its senders. A text that is no chat comes back whole. Pure. */

/** What one sender wrote, in order. */
interface Part {
  /** Null for a text that names no sender. */
  sender: string | null;
  text: string;
  messages: number;
}

/** The marks of direction that exports set anywhere among the parts of a line; as a gap, with spaces. */
const MARK = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const GAP = String.raw`[\s${MARK}]`;
const MARKS = new RegExp(`[${MARK}]`, 'gu');
const COMMA = '[,\u060c\u104a\u1363\uff0c]';
const COLON = '[:\uff1a]';
/** A word in any script, with the joiners that some are written with. */
const WORD = String.raw`[\p{L}\p{M}.\u200c\u200d]{1,16}`;
/** None to two words beside a time: PM, p. m., 下午. Only a gap parts them, so that there is one way to read them. */
const WORDS = `(?:${WORD}(?:${GAP}{1,2}${WORD})?)?`;
const PARTING = `${GAP}{0,3}[./年月년월-]${GAP}{0,3}`;
const DATE = String.raw`\p{Nd}{1,4}${PARTING}\p{Nd}{1,2}${PARTING}\p{Nd}{1,4}\.?(?!\p{Nd})`;
const HOURS = String.raw`\p{Nd}{1,2}[:.\uff1a]\p{Nd}{2}`;
const SECONDS = String.raw`[:.\uff1a]\p{Nd}{2}`;
const TIME = `${WORDS}${GAP}{0,2}${HOURS}(?:${SECONDS})?${GAP}{0,2}${WORDS}`;
/** A date with its year, and a time, in either order: what no line of a list or a timetable begins with by chance. */
const STAMP = `(?:${DATE}(?:${GAP}{0,2}(?:${WORD})?${COMMA})?${GAP}{0,3}${TIME}|${TIME}${COMMA}?${GAP}{0,3}${DATE})`;
/** In brackets a day without its year, or a time to the second, is enough. */
const BRIEF = String.raw`(?:\p{Nd}{1,2}[./-]\p{Nd}{1,2}${COMMA}${GAP}{0,3}${TIME}|${HOURS}${SECONDS}${GAP}{0,2}${WORDS})`;
/** A name with its colon. An hour before a colon is the end of a span of time. */
const SENDER = String.raw`(?!${GAP}{0,3}${HOURS})([^:\uff1a]{1,60})${COLON}`;

/**
 * Beginnings of a message as messengers write them when a chat is copied or exported. Each takes a line and answers
 * its sender and the rest, or null. All counts are bounded: no line takes long.
 */
const BEGINNINGS: readonly RegExp[] = [
  // [12/05/24, 14:22:11] Name: text
  `\\[${GAP}{0,3}(?:${STAMP}|${BRIEF})${GAP}{0,3}\\]${GAP}{0,3}${SENDER}\\s?(.*)`,
  // 12/05/2024, 14:22 - Name: text
  `${STAMP}${GAP}{1,3}[-\u2013\u2014]${GAP}{1,3}${SENDER}\\s?(.*)`,
  // Name, [12.05.2024 14:22]
  `([^,\u060c[\\]]{1,60})${COMMA}\\s\\[${GAP}{0,3}(?:${STAMP}|${BRIEF})${GAP}{0,3}\\](?::?\\s?(.*))?`,
].map((form) => new RegExp(`^${GAP}{0,8}${form}$`, 'u'));
/**
 * Name: text, at the beginning of a line. Many texts have such a line; a chat has several names that come again.
 * One or two numbers are no name but a time or a place in a list.
 */
const PLAIN = /^(?![\p{N}. ]{1,5}[:\uff1a])([\p{L}\p{M}\p{N}_.@~+ ]{1,40})[:\uff1a]\s?(.*)$/u;
const LINES = 5_000;

interface Message {
  sender: string;
  lines: string[];
}

/** The parts of a text: one a sender, in the order in which they first speak; one without a sender for any other text. */
export function splitChat(text: string): Part[] {
  const lines = text.slice(0, 200_000).split(/\r?\n/).slice(0, LINES);
  const messages = readMessages(lines, (line) => firstMatch(line)) ?? readMessages(lines, plainMatch(lines));
  if (!messages) return [{ sender: null, text, messages: 1 }];
  const parts = new Map<string, Part>();
  for (const { sender, lines: said } of messages) {
    const part = parts.get(sender) ?? { sender, text: '', messages: 0 };
    part.text += `${part.text === '' ? '' : '\n'}${said.join('\n')}`;
    part.messages += 1;
    parts.set(sender, part);
  }
  return [...parts.values()];
}

type Read = (line: string) => [sender: string, rest: string] | null;

/** Null when fewer than two messages begin in the lines: then it is no chat. */
function readMessages(lines: readonly string[], read: Read): Message[] | null {
  const messages: Message[] = [];
  for (const line of lines) {
    const found = read(line);
    if (found)
      messages.push({ sender: found[0].replace(MARKS, '').trim(), lines: found[1] === '' ? [] : [found[1]] });
    else if (line.trim() !== '') messages.at(-1)?.lines.push(line);
  }
  return messages.length >= 2 ? messages : null;
}

function firstMatch(line: string): [string, string] | null {
  for (const beginning of BEGINNINGS) {
    const found = beginning.exec(line);
    if (found) return [found[1] ?? '', found[2] ?? ''];
  }
  return null;
}

/** "Name: text" is believed only for names that begin two lines or more, when most lines begin so. */
function plainMatch(lines: readonly string[]): Read {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    filled++;
    const name = PLAIN.exec(line)?.[1]?.trim();
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = new Set([...counts].filter(([, count]) => count >= 2).map(([name]) => name));
  const begun = [...names].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const isChat = names.size >= 1 && counts.size >= 2 && begun * 2 >= filled;
  return (line) => {
    const found = isChat ? PLAIN.exec(line) : null;
    const name = found?.[1]?.trim() ?? '';
    return names.has(name) ? [name, found?.[2] ?? ''] : null;
  };
}
