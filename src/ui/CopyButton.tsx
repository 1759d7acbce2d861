/** Puts a text on the clipboard at a click, and says so. */
import { useState } from 'preact/hooks';
import { t } from './messages';

export interface CopyButtonProps {
  text: string;
  /** Ids of the elements that say what is copied, where the words beside the button do not. */
  of?: string;
}

export function CopyButton({ text, of }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <button type="button" aria-describedby={of} onClick={() => void copy().catch(() => setCopied(false))}>
        {t('copy')}
      </button>
      <span role="status">{copied && t('copied')}</span>
    </>
  );
}
