/** Where a label can stand: on a line of its own at the head of the post, over nothing, in no control. */
import { allAround, closestTo, firstChildOf, isA, parentElementOf } from './dom';

export interface Place {
  parent: Element;
  before: Node | null;
}

/** Inside these a label would be part of a link or of what the reader is writing. */
const CONTROL = 'a, button, label, summary, [role="button"], [role="link"]';
const EDITABLE = '[contenteditable]:not([contenteditable="false" i]), [role="textbox"]';
/** Elements that hold words or rows, not blocks. */
const NO_BLOCKS =
  'p, span, h1, h2, h3, h4, h5, h6, [role="heading"], ul, ol, dl, table, thead, tbody, tr, select';
const COLUMN = /^(block|flow-root|list-item|inline-block|table-cell)$/;
/** Levels between card and text that are tried. */
const DEPTH = 40;
/** Levels above a text without a card. */
const ABOVE = 4;

const computedStyle = globalThis.getComputedStyle.bind(globalThis);

/**
 * The highest fitting place from `card` down to `anchor`; without a card, right above the anchor. First places
 * whose contents stand below each other are tried, then those that can give a line of its own. Null in a draft.
 * Asks for styles only, so no layout is forced.
 */
export function findPlace(card: Element | null, anchor: Element): Place | null {
  if (closestTo(anchor, EDITABLE) !== null) return null;
  const places = placesFor(card, anchor).filter(
    ({ parent }) => closestTo(parent, CONTROL) === null && !isA(parent, NO_BLOCKS),
  );
  return (
    places.find(({ parent }) => isColumn(parent)) ?? places.find(({ parent }) => canWrap(parent)) ?? null
  );
}

function placesFor(card: Element | null, anchor: Element): Place[] {
  const path = pathUp(anchor, card, card ? DEPTH : ABOVE);
  const inside = card
    ? [{ parent: card, before: firstChildOf(card) }, ...path.reverse().slice(1).flatMap(above)]
    : path.flatMap(above);
  // A card that is a link as a whole can only be labelled from outside.
  const outer = allAround(card ?? anchor, CONTROL).at(-1) ?? card;
  return outer ? [...inside, ...above(outer)] : inside;
}

/** `from`, its parent, and so on, up to but not including `end`. */
function pathUp(from: Element, end: Element | null, most: number): Element[] {
  const path: Element[] = [];
  for (
    let at: Element | null = from;
    at !== null && at !== end && path.length < most;
    at = parentElementOf(at)
  ) {
    path.push(at);
  }
  return path;
}

function above(before: Element): Place[] {
  const parent = parentElementOf(before);
  return parent ? [{ parent, before }] : [];
}

function isColumn(element: Element): boolean {
  const style = computedStyle(element);
  if (!/^(none)?$/.test(style.webkitLineClamp ?? '')) return false;
  const isFlex = style.display.endsWith('flex') && style.flexDirection.startsWith('column');
  return isFlex || COLUMN.test(style.display);
}

/** Grids and wrapping rows: the label asks them for a whole line. */
function canWrap(element: Element): boolean {
  const { display, flexWrap } = computedStyle(element);
  return display.endsWith('grid') || (display.endsWith('flex') && flexWrap.startsWith('wrap'));
}
