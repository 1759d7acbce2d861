/**
 * Hides a post without moving anything on the page: its place stays, its words and pictures are not seen, but for parts that
 * the page itself makes visible whatever is around them.
 */
import { styleOf } from './dom';

const { setProperty, removeProperty, getPropertyValue, getPropertyPriority } = CSSStyleDeclaration.prototype;

/** What the page itself had set, to be put back. */
const before = new WeakMap<Element, [value: string, priority: string]>();

/** Hides an element, or hides it again where the page has undone it; a label inside it stays visible, since its own style says so. */
export function hide(element: Element): void {
  const style = styleOf(element);
  if (!style) return;
  if (!before.has(element)) {
    before.set(element, [
      getPropertyValue.call(style, 'visibility'),
      getPropertyPriority.call(style, 'visibility'),
    ]);
  }
  setProperty.call(style, 'visibility', 'hidden', 'important');
}

/** Shows it again as the page had it. */
export function unhide(element: Element): void {
  const style = styleOf(element);
  const old = before.get(element);
  if (!style || !old) return;
  before.delete(element);
  if (old[0] === '') removeProperty.call(style, 'visibility');
  else setProperty.call(style, 'visibility', old[0], old[1]);
  // An empty attribute would be a trace of us.
  if (style.length === 0) Element.prototype.removeAttribute.call(element, 'style');
}
