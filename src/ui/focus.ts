/** Where the focus goes when what had it is gone: who uses a keyboard or a screen reader must not start again at the top. */

/** Whether nothing has the focus. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Moves the focus to a heading, which the Tab key itself passes over. */
export function focusHeading(heading: HTMLElement | null | undefined): void {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
