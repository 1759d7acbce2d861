/** What else can be done with a warning: save what was seen, or say that it is wrong. Nothing leaves the device. */
import { useState } from 'preact/hooks';
import { extensionVersion } from '../browser/about';
import { keepWrong } from '../browser/wrong';
import type { Reason } from '../detect/types';
import { CopyButton } from './CopyButton';
import type { Judged } from './Detail';
import { download } from './download';
import { language, t } from './messages';
import { recordHtml, recordJson, type Seen, wrongNote } from './record';

export interface MoreProps {
  item: Judged;
  reasons: Reason[];
  /** Version of the rules; '' until they have loaded. */
  rules: string;
}

export function More({ item, reasons, rules }: MoreProps) {
  const now = (): Seen => ({
    ...item,
    reasons,
    rules,
    extension: extensionVersion(),
    seen: new Date().toISOString(),
  });
  return (
    <div class="more">
      <Save now={now} />
      <Wrong now={now} />
    </div>
  );
}

function Save({ now }: { now: () => Seen }) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const { lang, dir } = language();
  const file = (seen: Seen) => `lurelight-${seen.seen.slice(0, 16).replace(/[-:T]/g, '')}`;
  return (
    <details onToggle={({ currentTarget }) => setSeen(currentTarget.open ? now() : null)}>
      <summary>{t('save.title')}</summary>
      <p>{t('save.about')}</p>
      {seen && (
        <>
          <p class="warning">{t('save.careful')}</p>
          <Preview text={recordJson(seen)} label={t('save.preview')} />
          <div class="buttons">
            <button
              type="button"
              onClick={() => download(`${file(seen)}.html`, 'text/html', recordHtml(seen, lang, dir))}
            >
              {t('save.html')}
            </button>
            <button
              type="button"
              onClick={() => download(`${file(seen)}.json`, 'application/json', recordJson(seen))}
            >
              {t('save.json')}
            </button>
          </div>
        </>
      )}
    </details>
  );
}

function Wrong({ now }: { now: () => Seen }) {
  const [note, setNote] = useState('');
  const [kept, setKept] = useState<boolean | null>(null);
  const keep = async () => {
    const seen = now();
    const text = wrongNote(seen);
    setNote(text);
    setKept(await keepWrong(text, seen.seen.slice(0, 10)).catch(() => false));
  };
  return (
    <details>
      <summary>{t('wrong.title')}</summary>
      <p>{t('wrong.about')}</p>
      <button type="button" onClick={() => void keep()}>
        {t('wrong.write')}
      </button>
      <p role="status">{kept !== null && t(kept ? 'wrong.kept' : 'wrong.notkept')}</p>
      {note !== '' && <CopyBox text={note} label={t('wrong.note')} />}
    </details>
  );
}

/** A text that the reader may copy: shown whole, so that it is clear what is copied. */
export function CopyBox({ text, label }: { text: string; label: string }) {
  return (
    <>
      <Preview text={text} label={label} />
      <CopyButton text={text} />
    </>
  );
}

function Preview({ text, label }: { text: string; label: string }) {
  return <textarea class="preview" dir="auto" rows={8} readOnly aria-label={label} value={text} />;
}
