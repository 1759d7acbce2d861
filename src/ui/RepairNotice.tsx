/** Tells the reader, once, that damaged settings were mended. */
import { t } from './messages';

/** `done` is called when the reader has seen it. */
export function RepairNotice({ done }: { done: () => void }) {
  return (
    <div class="notice" role="status">
      <p>{t('popup.repaired')}</p>
      <button type="button" onClick={done}>
        {t('popup.repaired.ok')}
      </button>
    </div>
  );
}
