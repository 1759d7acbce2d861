/** The meanings of compiled rules, packed into one string: kind, index, language and what else it says, each a number. */
import { MEANING_KINDS, type Meaning, type MeaningKind, MONEY_ROLES, type MoneyRole } from './compiled';
import { NumberReader, packNumbers } from './packed';

/** All meanings as one string. */
export function packMeanings(meanings: readonly Meaning[]): string {
  return packNumbers(
    meanings.flatMap(({ kind, of, lang, role, pattern }) => [
      MEANING_KINDS.indexOf(kind),
      of,
      lang + 1,
      role === undefined ? (pattern ?? 0) : MONEY_ROLES.indexOf(role),
    ]),
  );
}

export class Meanings {
  private readonly known: Meaning[] = [];

  constructor(packed: string) {
    const reader = new NumberReader().from(packed);
    while (reader.at < packed.length) {
      const kind = MEANING_KINDS[reader.next()] as MeaningKind;
      const meaning: Meaning = { kind, of: reader.next(), lang: reader.next() - 1 };
      const more = reader.next();
      if (kind === 'money') meaning.role = MONEY_ROLES[more] as MoneyRole;
      else if (kind.endsWith('pattern')) meaning.pattern = more;
      this.known.push(meaning);
    }
  }

  at(index: number): Meaning {
    return this.known[index] as Meaning;
  }
}
