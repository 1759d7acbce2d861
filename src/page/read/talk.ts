/** Offers come in pieces: the short messages of one sender in one conversation, read as one post. */
import { closestTo, findAllFrom } from '../dom';
import type { Reading } from './reading';

/** A longer message (UTF-16 units) can speak for itself. */
const SHORT = 300;
/** Messages of a conversation that are read together: the last ones. */
const MESSAGES = 60;

/** What reads single messages. */
interface MessageReader {
  cards(root: Node): Element[];
  read(card: Element): Reading | null;
  sender(card: Element, before: string): string;
}

/** Reads conversations: elements that match `css`, whose messages `messages` reads. */
export class TalkReader {
  constructor(
    private readonly css: string,
    private readonly messages: MessageReader,
  ) {}

  cards(root: Node): Element[] {
    return findAllFrom(root, this.css);
  }

  around(element: Element): Element | null {
    return closestTo(element, this.css);
  }

  /** One post a sender of at least two short messages; it stands at the sender's last one. */
  read(card: Element): Reading[] {
    if (this.around(card) !== card) return [];
    const bySender = new Map<string, Reading[]>();
    let sender = '';
    for (const message of [...new Set(this.messages.cards(card))].slice(-MESSAGES)) {
      sender = this.messages.sender(message, sender);
      const reading = this.messages.read(message);
      if (!reading || reading.unreadable || reading.post.text.length > SHORT) continue;
      bySender.set(sender, [...(bySender.get(sender) ?? []), reading]);
    }
    return [...bySender].flatMap(([author, readings]) => join(author, readings));
  }
}

function join(author: string, readings: Reading[]): Reading[] {
  const last = readings.at(-1);
  if (!last || readings.length < 2) return [];
  const text = readings.map(({ post }) => post.text).join('\n');
  const more = () => ({ ...last.more?.(), ...(author !== '' && { author }) });
  return [{ ...last, post: { ...last.post, text }, more }];
}
