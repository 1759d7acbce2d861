/** Warnings that the reader has called wrong: kept on this device, for the reader to copy or delete. */
import browser from './api';

/** One note, as the reader was shown it. */
export interface WrongNote {
  /** ISO date of the day. */
  day: string;
  note: string;
}

const KEY = 'wrongWarnings';
const MOST = 50;
const LENGTH = 25_000;

/** All notes, newest first; whatever is damaged is left out. */
export async function wrongNotes(): Promise<WrongNote[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter(isNote) : [];
}

/** Keeps a note; in a private window nothing is kept. Answers whether it was. */
export async function keepWrong(note: string, day: string): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return false;
  const others = (await wrongNotes()).filter((one) => one.note !== note);
  await browser.storage.local.set({
    [KEY]: [{ day, note: note.slice(0, LENGTH) }, ...others].slice(0, MOST),
  });
  return true;
}

/** Deletes all notes. */
export async function forgetWrong(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

function isNote(value: unknown): value is WrongNote {
  const { day, note } = (value ?? {}) as Partial<WrongNote>;
  return typeof day === 'string' && typeof note === 'string';
}
