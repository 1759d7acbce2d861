/** A list of all countries in the reader's language; the empty entry stands for "not chosen". */
import { useMemo } from 'preact/hooks';
import { countryCodes } from '../../helplines/names';
import { countryName, language } from '../messages';

export interface CountryPickerProps {
  label: string;
  /** What the empty entry says. */
  none: string;
  hint?: string | undefined;
  value: string | null;
  change: (iso2: string | null) => void;
}

export function CountryPicker({ label, none, hint, value, change }: CountryPickerProps) {
  const { lang } = language();
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(lang);
    return countryCodes()
      .map((code) => ({ code, name: countryName(code) }))
      .sort((a, b) => compare(a.name, b.name));
  }, [lang]);
  return (
    <label class="picker">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => change(event.currentTarget.value || null)}>
        <option value="">{none}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {hint && <span class="soft">{hint}</span>}
    </label>
  );
}
