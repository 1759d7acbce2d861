/** Puts one label into a page, sealed off from it, and takes it out again. */
import { render } from 'preact';
import type { Reason } from '../detect/types';
import type { ShownLevel } from '../ui/LevelMark';
import levelCss from '../ui/level.css?inline';
import reasonsCss from '../ui/reasons.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import { closedRoot, documentOf, insert, isConnected, makeElement, takeOut } from './dom';
import { Label, type LabelControl } from './label';
import labelCss from './label.css?inline';
import type { Entry } from './ledger';
import { claim } from './ours';
import type { Place } from './place';

/** What the reader does inside a label is not the page's business: these stop at its border. */
const PRIVATE = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'focusin',
  'focusout',
];

export interface Mounted extends LabelControl {
  /** False when the page has taken it out. */
  stands(): boolean;
  /** Puts it into the page. */
  insert(place: Place): void;
  remove(): void;
}

export interface MountOptions {
  entry: Entry;
  reasons: () => Reason[];
  dismiss: () => void;
  /** Shows the post that is hidden behind the label; null when none is. */
  uncover: (() => void) | null;
  trusts: (event: Event) => boolean;
  /** Something in the tree where the label will stand. */
  near: Node;
}

const CSS_TEXT = `${tokensCss}\n${levelCss}\n${reasonsCss}\n${labelCss}`;
/** One sheet for the labels of a page, made with the first of them. */
let sheet: CSSStyleSheet | undefined;

function makeSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(CSS_TEXT);
  return made;
}

/** Gives a label its styles, by a way that no policy of the page forbids. In a frame's document sheets of ours are not valid. */
function dress(root: ShadowRoot, inOwnDocument: boolean) {
  try {
    if (inOwnDocument) {
      sheet ??= makeSheet();
      root.adoptedStyleSheets = [sheet];
      return;
    }
  } catch {
    // Firefox lets no content script adopt a sheet; a style element of one is free of the page's policy there.
  }
  const style = makeElement('style');
  style.textContent = CSS_TEXT;
  insert(root, style, null);
}

/** Draws a label for `entry`, not yet on the page. Throws only where the page has broken the DOM's basics. */
export function mountLabel({ entry, reasons, dismiss, uncover, trusts, near }: MountOptions): Mounted {
  const host = makeElement('div');
  const root = closedRoot(host);
  dress(root, documentOf(near) === document);
  const box = makeElement('div');
  insert(root, box, null);
  for (const type of PRIVATE) root.addEventListener(type, (event) => event.stopPropagation());
  claim(host);
  let control: LabelControl = { open: () => {}, speak: () => {} };
  const { level, whole, lang } = entry.assessment;
  const ready = (given: LabelControl) => {
    control = given;
  };
  const label = (
    <Label
      level={level as ShownLevel}
      whole={whole}
      text={entry.post.text}
      lang={entry.post.lang ?? lang}
      {...{ reasons, ready, dismiss, uncover, trusts }}
    />
  );
  render(label, box);
  return {
    stands: () => isConnected(host),
    insert: ({ parent, before }) => insert(parent, host, before),
    open: () => control.open(),
    speak: () => control.speak(),
    remove: () => {
      takeOut(host);
      render(null, box);
    },
  };
}
