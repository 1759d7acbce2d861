/** What to do now: one clear step first, the others after it. */
import type { ComponentChildren } from 'preact';
import { t } from './messages';
import { Rich } from './Rich';

const LATER_STEPS = ['talk', 'passport', 'visa', 'employer', 'leave'] as const;

/** `licence` says where licences are checked; it stands inside the first step. */
export function Steps({ licence }: { licence: ComponentChildren }) {
  return (
    <>
      <h3>{t('detail.steps')}</h3>
      <ol class="steps">
        <li class="step-first">
          <Rich words={t('steps.licence')} />
          {licence}
        </li>
        {LATER_STEPS.map((step) => (
          <li key={step}>
            <Rich words={t(`steps.${step}`)} />
          </li>
        ))}
      </ol>
    </>
  );
}
