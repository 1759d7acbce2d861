/** What to do now: one clear step first, the others after it. */
import type { ComponentChildren } from 'preact';
import type { ShownLevel } from './LevelMark';
import { t } from './messages';
import { Rich } from './Rich';

const LATER_STEPS = ['talk', 'passport', 'visa', 'employer', 'leave'] as const;

/** Id of the heading. */
export const STEPS = 'steps';

export interface StepsProps {
  level: ShownLevel;
  /** Says where licences are checked. */
  licence: ComponentChildren;
}

export function Steps({ level, licence }: StepsProps) {
  const grave = level === 'danger';
  return (
    <>
      <h3 id={STEPS} tabIndex={-1}>
        {t('detail.steps')}
      </h3>
      <ol class="steps">
        {grave && (
          <li class="step-first">
            <Rich words={t('steps.wait')} />
          </li>
        )}
        <li class={grave ? '' : 'step-first'}>
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
