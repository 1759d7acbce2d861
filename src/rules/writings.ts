/** Other ways in which a whole language is written, made from its usual one at build time. */
import rabbit from 'rabbit-node';

/** Names that a language file may give under `alsoWritten`, each with what turns a term into it. */
export const WRITINGS: Record<string, (term: string) => string> = {
  // The encoding of old Burmese fonts; many phones still write it.
  zawgyi: (term) => rabbit.uni2zg(term),
};
