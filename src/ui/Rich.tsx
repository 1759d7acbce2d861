/** Catalogue texts that carry simple markup (`<strong>`, `<em>`): sanitised, then rebuilt as nodes. */
import DOMPurify from 'dompurify';
import { type ComponentChildren, Fragment } from 'preact';
import { DIALABLE } from './messages';

/** The same, so that a text split by it keeps what it found. */
const NUMBER = new RegExp(`(${DIALABLE.source})`);

/** Only words of the catalogue belong here: never text of a post. Any other markup is dropped, its text kept. */
export function Rich({ words }: { words: string }) {
  const fragment = DOMPurify.sanitize(words, {
    ALLOWED_TAGS: ['strong', 'em'],
    ALLOWED_ATTR: [],
    RETURN_DOM_FRAGMENT: true,
  });
  return <>{nodes(fragment)}</>;
}

function nodes(parent: Node): ComponentChildren {
  return Array.from(parent.childNodes, (node, index) => {
    const key = `${index}`;
    if (node.nodeType === Node.TEXT_NODE)
      return <Fragment key={key}>{withNumbers(node.nodeValue ?? '')}</Fragment>;
    const name = node.nodeName.toLowerCase();
    if (name === 'strong') return <strong key={key}>{nodes(node)}</strong>;
    if (name === 'em') return <em key={key}>{nodes(node)}</em>;
    return null;
  });
}

/** Telephone numbers stay on one line; `t` has seen to their direction. */
function withNumbers(text: string): ComponentChildren {
  return text.split(NUMBER).map((piece, index) =>
    index % 2 === 1 ? (
      <span key={piece} class="number">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
