/** Warnings that the reader has called wrong: to copy for us, or to delete. */
import { useEffect, useState } from 'preact/hooks';
import { forgetWrong, type WrongNote, wrongNotes } from '../browser/wrong';
import { CopyBox } from '../ui/More';
import { dateText, t } from '../ui/messages';

export function WrongNotes() {
  const [notes, setNotes] = useState<WrongNote[]>([]);
  useEffect(() => {
    void wrongNotes()
      .then(setNotes)
      .catch(() => {});
  }, []);
  const forget = () => void forgetWrong().then(() => setNotes([]));
  const text = notes.map(({ day, note }) => `${dateText(day)}\n${note}`).join('\n\n');
  return (
    <section>
      <h2>{t('settings.wrong')}</h2>
      <p class="soft">
        {notes.length === 0 ? t('settings.wrong.none') : t('settings.wrong.some', { count: notes.length })}
      </p>
      {notes.length > 0 && (
        <>
          <CopyBox text={text} label={t('settings.wrong')} />
          <button type="button" onClick={forget}>
            {t('settings.wrong.forget')}
          </button>
        </>
      )}
    </section>
  );
}
