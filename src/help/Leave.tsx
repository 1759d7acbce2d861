/** The way out of the help page: a button that stays in sight, and the Shift key three times. */
import { useEffect } from 'preact/hooks';
import { t } from '../ui/messages';

const PRESSES = 3;
/** The presses must come within this time, in ms. */
const WITHIN = 5_000;

export function Leave({ leave }: { leave: () => Promise<void> }) {
  useEffect(() => {
    let presses: number[] = [];
    const press = ({ key, repeat, timeStamp }: KeyboardEvent) => {
      if (repeat) return;
      presses = key === 'Shift' ? [...presses.filter((one) => timeStamp - one < WITHIN), timeStamp] : [];
      if (presses.length >= PRESSES) void leave();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [leave]);
  return (
    <>
      <div class="leave">
        <button type="button" class="leave-button" onClick={() => void leave()}>
          {t('leave.button')}
        </button>
        <span class="soft leave-keys">{t('leave.keys')}</span>
      </div>
      <p class="soft">{t('leave.about')}</p>
    </>
  );
}
