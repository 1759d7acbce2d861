/**
 * The DOM as a hostile page cannot bend it. A form with a field named `parentNode`, or an image named `body`,
 * shadows the property of that name, so every walk goes through the prototypes' own getters, taken at start.
 */

/** The kinds of node that matter here (Node.nodeType). */
export const ELEMENT = 1;
export const TEXT = 3;
const FRAGMENT = 11;

const nodeTypeGetter = getter<number>(Node.prototype, 'nodeType');
const parentGetter = getter<Node | null>(Node.prototype, 'parentNode');
const firstChildGetter = getter<Node | null>(Node.prototype, 'firstChild');
const nextSiblingGetter = getter<Node | null>(Node.prototype, 'nextSibling');
const documentGetter = getter<Document | null>(Node.prototype, 'ownerDocument');
const connectedGetter = getter<boolean>(Node.prototype, 'isConnected');
const dataGetter = getter<string>(CharacterData.prototype, 'data');
const textGetter = getter<string | null>(Node.prototype, 'textContent');
const localNameGetter = getter<string>(Element.prototype, 'localName');
const shadowRootGetter = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const hostGetter = getter<Element>(ShadowRoot.prototype, 'host');
const frameDocumentGetter = getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
const styleGetter = getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style');
const naturalWidthGetter = getter<number>(HTMLImageElement.prototype, 'naturalWidth');
const { insertBefore, removeChild, contains } = Node.prototype;
const { closest, matches, getAttribute, attachShadow, scrollIntoView } = Element.prototype;
const { createElement } = Document.prototype;
const searches: Record<number, (css: string) => NodeListOf<Element>> = {
  1: Element.prototype.querySelectorAll,
  9: Document.prototype.querySelectorAll,
  11: DocumentFragment.prototype.querySelectorAll,
};

export const nodeType = (node: Node): number => nodeTypeGetter(node);
export const parentOf = (node: Node): Node | null => parentGetter(node);
export const firstChildOf = (node: Node): Node | null => firstChildGetter(node);
export const nextSiblingOf = (node: Node): Node | null => nextSiblingGetter(node);
export const isConnected = (node: Node): boolean => connectedGetter(node);
/** The document that a node belongs to. */
export const documentOf = (node: Node): Document | null => documentGetter(node);
/** Text of a text node. */
export const dataOf = (node: Node): string => dataGetter(node);
/** All text below a node, as it stands in the page. */
export const textOf = (node: Node): string => textGetter(node) ?? '';
/** Tag name in lower case. */
export const tagOf = (element: Element): string => localNameGetter(element);
export const isElement = (node: Node | null): node is Element =>
  node !== null && nodeTypeGetter(node) === ELEMENT;
export const attributeOf = (element: Element, name: string): string | null =>
  getAttribute.call(element, name);
export const closestTo = (element: Element, css: string): Element | null => closest.call(element, css);
export const isA = (element: Element, css: string): boolean => matches.call(element, css);
export const holds = (outer: Node, inner: Node): boolean => contains.call(outer, inner);
export const scrollTo = (element: Element): void =>
  scrollIntoView?.call(element, { block: 'center', inline: 'nearest' });

/** Everything below `root` (a document, a shadow root or an element) that matches, in document order. */
export function findAll(root: Node, css: string): Element[] {
  const search = searches[nodeTypeGetter(root)];
  return search ? Array.from(search.call(root, css)) : [];
}

/** As findAll, with `root` itself where it matches. */
export function findAllFrom(root: Node, css: string): Element[] {
  const below = findAll(root, css);
  return isElement(root) && matches.call(root, css) ? [root, ...below] : below;
}

/** The open shadow root of an element, or null. Ours are closed. */
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowRootGetter(element);

/** The element whose shadow root `node` is, or null for any other node. */
export function hostOf(node: Node): Element | null {
  return nodeTypeGetter(node) === FRAGMENT ? orNull(() => hostGetter(node)) : null;
}

/** Elements that can hold a tree of their own: custom ones, and frames. What pages have most of comes first: browsers try one name after the other. */
const ORDINARY =
  'div,span,a,svg,path,i,img,p,li,button,g,b,ul,h3,h2,article,time,br,input,td,tr,use,label,small,strong,script,style,h1,h4,h5,h6,em,section,header,footer,nav,main,aside,figure,form,picture,source,video,canvas,rect,abbr,code,dd,dl,dt,hr,ol,option,pre,s,select,sub,sup,table,tbody,textarea,th,thead,title,u,noscript,link,meta,head,body,html';
const SPECIAL = `:not(:is(${ORDINARY}))`;

/** Trees inside `root` that no search from it reaches: open shadow roots, and documents of frames of the same origin. */
export function treesIn(root: Node): Node[] {
  const trees: Node[] = [];
  for (const element of findAllFrom(root, SPECIAL)) {
    const tree = isFrame(element) ? frameDocumentOf(element) : shadowRootGetter(element);
    if (tree) trees.push(tree);
  }
  return trees;
}

/** Told by its name: what stands in a frame is made by the constructors of that frame, so `instanceof` says nothing. */
export const isFrame = (element: Element): boolean => tagOf(element) === 'iframe';

/** The document in a frame of the same origin, once it is there; some browsers throw for another origin. */
function frameDocumentOf(frame: Element): Document | null {
  return orNull(() => frameDocumentGetter(frame));
}

/** The inline style of an element, or null where it can have none. */
export const styleOf = (element: Element): CSSStyleDeclaration | null => orNull(() => styleGetter(element));

/** Width of a picture's own file in CSS pixels; 0 before it has come, and for what is no picture. */
export const naturalWidthOf = (element: Element): number => orNull(() => naturalWidthGetter(element)) ?? 0;

/** What a getter answers; null where the node is of another kind than the getter is for, which makes it throw. */
function orNull<T>(get: () => T | null): T | null {
  try {
    return get();
  } catch {
    return null;
  }
}

/** The element that holds `node`, or null at the top. */
export function parentElementOf(node: Node): Element | null {
  const parent = parentGetter(node);
  return isElement(parent) ? parent : null;
}

/** Matches around one element that are looked at; honest pages nest a handful. */
const AROUND_LIMIT = 64;

/** Elements around `element`, itself included, that match; the nearest first, at most AROUND_LIMIT. */
export function allAround(element: Element, css: string): Element[] {
  const found: Element[] = [];
  let next: Element | null = closest.call(element, css);
  while (next !== null && found.length < AROUND_LIMIT) {
    found.push(next);
    const parent = parentElementOf(next);
    next = parent && closest.call(parent, css);
  }
  return found;
}

/** The element that a node is or stands in. */
export function elementOf(node: Node): Element | null {
  let at: Node | null = node;
  while (at !== null && !isElement(at)) at = parentGetter(at);
  return at;
}

export function insert(parent: Node, node: Node, before: Node | null): void {
  insertBefore.call(parent, node, before);
}

/** Takes a node out of the page; nothing happens where it stands in none. */
export function takeOut(node: Node): void {
  const parent = parentGetter(node);
  if (parent) removeChild.call(parent, node);
}

export function makeElement(tag: string): HTMLElement {
  return createElement.call(document, tag) as HTMLElement;
}

export function closedRoot(host: Element): ShadowRoot {
  return attachShadow.call(host, { mode: 'closed' });
}

function getter<T>(prototype: object, name: string): (of: object) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`this browser has no ${name}`);
  return (of) => get.call(of) as T;
}
