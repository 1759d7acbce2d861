/** Hides a post without moving anything on the page: its place stays, its words and pictures are not seen. */
const styleGetter = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'style')?.get;
const { setProperty, removeProperty, getPropertyValue, getPropertyPriority } = CSSStyleDeclaration.prototype;

/** What the page itself had set, to be put back. */
const before = new WeakMap<Element, [value: string, priority: string]>();

function styleOf(element: Element): CSSStyleDeclaration | null {
  return element instanceof HTMLElement && styleGetter ? styleGetter.call(element) : null;
}

/** Hides an element; a label inside it stays visible, since its own style says so. */
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
