/** The frame of every full page: name, the ways to the other pages always in the same order, the promise. */
import type { ComponentChildren } from 'preact';
import { Lamp, Sheet } from './Lamp';
import { t } from './messages';

/** The extension's pages that readers go to, in the order in which every surface lists them. */
const PAGES = [
  { id: 'check', href: '/src/check/index.html' },
  { id: 'help', href: '/src/help/index.html' },
  { id: 'settings', href: '/src/settings/index.html' },
] as const;

export type PageId = (typeof PAGES)[number]['id'] | 'welcome' | 'popup';

/** Links to the pages; `here` is marked as the one that is open. In the popup they open beside the page that the reader looks at. */
export function PageLinks({ here }: { here: PageId }) {
  const away = here === 'popup' ? { target: '_blank', rel: 'noreferrer noopener' } : {};
  return (
    <nav class="pages" aria-label={t('pages.title')}>
      {PAGES.map(({ id, href }) => (
        <a key={id} href={href} aria-current={id === here ? 'page' : undefined} {...away}>
          {t(`pages.${id}`)}
        </a>
      ))}
    </nav>
  );
}

export interface ShellProps {
  here: PageId;
  /** Says nothing of what this is to whoever looks over a shoulder. */
  neutral: boolean;
  children: ComponentChildren;
}

export function Shell({ here, neutral, children }: ShellProps) {
  return (
    <>
      <header class="top">
        <Name neutral={neutral} />
        <PageLinks here={here} />
      </header>
      <main>{children}</main>
      <footer>
        <p class="soft">{t('popup.promise')}</p>
      </footer>
    </>
  );
}

/** The mark and the name, or neutral ones; the `heading` of a surface that has no title of its own. */
export function Name({ neutral, heading }: { neutral: boolean; heading?: boolean }) {
  const Tag = heading ? 'h1' : 'span';
  return (
    <>
      {neutral ? <Sheet /> : <Lamp />}
      <Tag class="name">{neutral ? t('toolbar.neutral') : t('popup.name')}</Tag>
    </>
  );
}
