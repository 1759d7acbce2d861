/** Warnings that the reader has called wrong: to copy for us, or to delete. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { forgetWrong, type WrongNote, wrongNotes } from '../browser/wrong';
import { focusHeading } from '../ui/focus';
import { CopyBox } from '../ui/More';
import { dateText, t } from '../ui/messages';

export function WrongNotes() {
  const [notes, setNotes] = useState<WrongNote[]>([]);
  useEffect(() => {
    void wrongNotes()
      .then(setNotes)
      .catch(() => {});
  }, []);
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = async () => {
    await forgetWrong();
    setNotes([]);
    // The button goes with the notes.
    focusHeading(heading.current);
  };
  const text = notes.map(({ day, note }) => `${dateText(day)}\n${note}`).join('\n\n');
  return (
    <section>
      <h2 ref={heading}>{t('settings.wrong')}</h2>
      <p class="soft">
        {notes.length === 0 ? t('settings.wrong.none') : t('settings.wrong.some', { count: notes.length })}
      </p>
      {notes.length > 0 && (
        <>
          <CopyBox text={text} label={t('settings.wrong')} />
          <button type="button" onClick={() => void forget().catch(() => {})}>
            {t('settings.wrong.forget')}
          </button>
        </>
      )}
    </section>
  );
}
