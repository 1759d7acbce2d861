/** What the extension can see, what it never does, and how to turn it off. */
import { t } from './messages';
import { Rich } from './Rich';

const SEES = ['posts', 'click', 'pictures'] as const;
const NEVER = ['send', 'keep', 'judge', 'tell'] as const;
const OFF = ['site', 'toolbar', 'remove'] as const;

export function Promises() {
  return (
    <section class="promises">
      <h2>{t('promises.sees')}</h2>
      <List texts={SEES.map((key) => t(`promises.sees.${key}`))} />
      <h2>{t('promises.never')}</h2>
      <List texts={NEVER.map((key) => t(`promises.never.${key}`))} />
      <h2>{t('promises.off')}</h2>
      <List texts={OFF.map((key) => t(`promises.off.${key}`))} />
    </section>
  );
}

function List({ texts }: { texts: string[] }) {
  return (
    <ul class="bullets">
      {texts.map((words) => (
        <li key={words}>
          <Rich words={words} />
        </li>
      ))}
    </ul>
  );
}
