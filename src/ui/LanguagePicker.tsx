/** The language of the interface, whatever the browser speaks. */
import { LanguageOptions } from './LanguageOptions';
import { LANGUAGES, languageOf } from './languages';
import { language, t } from './messages';

export interface LanguagePickerProps {
  /** BCP 47 tag; null follows the browser. */
  value: string | null;
  change: (tag: string | null) => void;
}

export function LanguagePicker({ value, change }: LanguagePickerProps) {
  const spoken = languageOf(language().lang);
  return (
    <>
      <label class="picker">
        <span>{t('language.label')}</span>
        <select value={value ?? ''} onChange={(event) => change(event.currentTarget.value || null)}>
          <option value="">{t('language.browser')}</option>
          <LanguageOptions languages={LANGUAGES} />
        </select>
      </label>
      {spoken.lang !== 'en' && (
        <p class="soft">
          {spoken.reviewed === ''
            ? t('language.unreviewed')
            : t('language.reviewed', { who: spoken.reviewed })}
        </p>
      )}
    </>
  );
}
