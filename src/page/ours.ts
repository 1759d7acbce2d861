/** Which elements of the page are ours. Told by a list of our own: nothing on them names us. */
const ours = new WeakSet<Node>();

/** Notes an element as ours. */
export function claim(element: Element): void {
  ours.add(element);
}

export function isOurs(node: Node): boolean {
  return ours.has(node);
}
