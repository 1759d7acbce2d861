/** The choices of a list of languages, each by its own name and in its own script. */
import type { Language } from './languages';

export function LanguageOptions({ languages }: { languages: readonly Language[] }) {
  return languages.map(({ lang, name }) => (
    <option key={lang} value={lang} lang={lang}>
      {name}
    </option>
  ));
}
