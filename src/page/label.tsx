/** The label on a post: the level in words, and on request the reasons. Drawn inside a closed shadow root. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Reason } from '../detect/types';
import { LevelMark, type ShownLevel } from '../ui/LevelMark';
import { language, t } from '../ui/messages';
import { Reasons } from '../ui/Reasons';

export interface LabelControl {
  /** Opens the panel and moves the focus to its button. */
  open(): void;
  /** Lets screen readers say that the label is there. */
  speak(): void;
}

export interface LabelProps {
  level: ShownLevel;
  /** As in Assessment. */
  whole: boolean;
  text: string;
  lang: string | null;
  reasons: () => Reason[];
  /** Called once, with what can be done to the label from outside. */
  ready: (control: LabelControl) => void;
  dismiss: () => void;
  /** Shows the post that is hidden behind the label; null when none is. */
  uncover: (() => void) | null;
  /** Whether an event is the reader's own: a page can send clicks of its making. */
  trusts: (event: Event) => boolean;
}

export function Label({ level, whole, text, lang, reasons, ready, dismiss, uncover, trusts }: LabelProps) {
  const [open, setOpen] = useState(false);
  const [covered, setCovered] = useState(uncover !== null);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const words = t(`level.${level}`);
  useLayoutEffect(() => {
    const open = () => {
      setOpen(true);
      button.current?.focus({ preventScroll: true });
    };
    // A live region speaks only of what changes in it while it stands on the page.
    ready({ open, speak: () => setSaid(t('label.said', { level: words })) });
  }, [ready, words]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open || !trusts(event)) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // A group, not a section: many labels of one name would crowd the list of landmarks.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div
      class={`label label-${level}`}
      role="group"
      aria-label={t('label.region')}
      {...language()}
      onKeyDown={leave}
    >
      <div class="head">
        <LevelMark level={level} />
        <div class="buttons">
          {covered && (
            <button
              type="button"
              onClick={(event) => {
                if (!trusts(event)) return;
                setCovered(false);
                uncover?.();
                // The button that was pressed goes.
                button.current?.focus({ preventScroll: true });
              }}
            >
              {t('label.uncover')}
            </button>
          )}
          <button
            type="button"
            ref={button}
            aria-expanded={open}
            aria-controls="panel"
            onClick={(event) => trusts(event) && setOpen(!open)}
          >
            {open ? t('label.close') : t('label.open')}
          </button>
          <button
            type="button"
            class="dismiss"
            aria-label={t('label.dismiss')}
            title={t('label.dismiss')}
            onClick={(event) => trusts(event) && dismiss()}
          >
            <Cross />
          </button>
        </div>
      </div>
      {open && <Panel level={level} whole={whole} text={text} lang={lang} reasons={reasons()} />}
      <span class="unseen" role="status">
        {said}
      </span>
    </div>
  );
}

interface PanelProps {
  level: ShownLevel;
  whole: boolean;
  text: string;
  lang: string | null;
  reasons: Reason[];
}

function Panel({ level, whole, text, lang, reasons }: PanelProps) {
  return (
    <div class="panel" id="panel">
      <p>{t(`detail.about.${whole ? 'whole' : level}`)}</p>
      <Reasons reasons={reasons} level={level} text={text} lang={lang} compact />
      <p class="next">{t('label.help')}</p>
      <p class="soft">{t('label.caveat')}</p>
    </div>
  );
}

function Cross() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d="m2 2 12 12M14 2 2 14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
