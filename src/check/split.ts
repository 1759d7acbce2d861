/** Takes a pasted chat apart by its senders. A text that is no chat comes back whole. Pure. */

/** What one sender wrote, in order. */
export interface Part {
  /** Null for a text that names no sender. */
  sender: string | null;
  text: string;
  messages: number;
}

/**
 * Beginnings of a message as messengers write them when a chat is copied or exported. Each takes a line and answers
 * its sender and the rest, or null.
 */
const BEGINNINGS: readonly RegExp[] = [
  // [12/05/24, 14:22:11] Name: text
  /^\u200e?\[[\d./\-\s,:apmAPM\u202f]{8,30}\]\s*([^:]{1,60}):\s?(.*)$/u,
  // 12/05/2024, 14:22 - Name: text
  /^\u200e?[\d./-]{6,10},?\s[\d:]{4,8}(?:[\s\u202f]?[apAP]\.?[mM]\.?)?\s[-\u2013]\s([^:]{1,60}):\s?(.*)$/u,
  // Name, [12.05.2024 14:22]
  /^([^,[\]]{1,60}),\s\[[\d./\-\s,:apmAPM]{8,30}\](?::?\s?(.*))?$/u,
];
/** Name: text, at the beginning of a line. Many texts have such a line; a chat has several names that come again. */
const PLAIN = /^([\p{L}\p{N}_.@~+ ]{1,40})[:\uff1a]\s?(.*)$/u;
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
    if (found) messages.push({ sender: found[0].trim(), lines: found[1] === '' ? [] : [found[1]] });
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
    return counts.has(name) ? [name, found?.[2] ?? ''] : null;
  };
}
