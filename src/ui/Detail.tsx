/** One post: why it was marked, what to do now, whom to call. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Assessment, Post, Reason } from '../detect/types';
import { HELP } from './help/Help';
import { LevelMark, type ShownLevel } from './LevelMark';
import { has, t } from './messages';
import { cut } from './quote';
import { Reasons } from './Reasons';
import { STEPS, Steps } from './Steps';

/** A post and what was said of it. */
export interface Judged {
  post: Post;
  assessment: Assessment;
}

export interface DetailProps {
  item: Judged;
  /** Strongest first; empty until the explainer has loaded. */
  reasons: Reason[];
  /** Back to where the post was chosen; absent where there is no such place. */
  back?: () => void;
  /** Shows the post on its page; false when it is not there. Absent where there is no page. */
  show?: () => Promise<boolean>;
  /** Takes the post's label off its page; false when it is not there. Absent where there is no label. */
  hide?: (() => Promise<boolean>) | undefined;
  /** Where licences are checked, for the first step. */
  licence: ComponentChildren;
  /** What else can be done with this warning. */
  more: ComponentChildren;
}

export function Detail({ item, reasons, back, show, hide, licence, more }: DetailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The list that had the focus is gone; reading goes on from the top of the post.
  useEffect(() => heading.current?.focus(), []);
  const { post, assessment } = item;
  const level = assessment.level as ShownLevel;
  return (
    <section class="detail">
      {back && (
        <button type="button" class="back" onClick={back}>
          {t('detail.back')}
        </button>
      )}
      <h2 ref={heading} tabIndex={-1}>
        <LevelMark level={level} />
      </h2>
      <p>{t(`detail.about.${assessment.whole ? 'whole' : level}`)}</p>
      <div class="buttons">
        <Jump to={STEPS} words={t('detail.steps')} />
        <Jump to={HELP} words={t('help.title')} />
      </div>
      <Excerpt item={item} />
      {post.partial && <p class="soft">{t('detail.partial')}</p>}
      {post.hiddenPay && <p class="soft">{t('detail.hiddenPay')}</p>}
      {show && <OnPage show={show} hide={hide} />}
      <h3>{t('detail.why')}</h3>
      <Profile id={assessment.profile} />
      <Reasons reasons={reasons} level={level} text={post.text} lang={post.lang ?? assessment.lang} />
      <Steps level={level} licence={licence} />
      {more}
    </section>
  );
}

/** Brings a heading further down into sight: who is in a hurry need not read the reasons first. */
function Jump({ to, words }: { to: string; words: string }) {
  const jump = () => {
    const heading = document.getElementById(to);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <button type="button" onClick={jump}>
      {words}
    </button>
  );
}

function Excerpt({ item: { post, assessment } }: { item: Judged }) {
  const lang = post.lang ?? assessment.lang;
  const [before, after] = t('detail.by', { author: '\n' }).split('\n');
  return (
    <figure class="excerpt">
      <blockquote>
        <bdi dir="auto" {...(lang ? { lang } : {})}>
          {cut(post.title ? `${post.title} — ${post.text}` : post.text, 240)}
        </bdi>
      </blockquote>
      {post.author && (
        <figcaption>
          {before}
          <bdi dir="auto">{cut(post.author, 60)}</bdi>
          {after}
        </figcaption>
      )}
    </figure>
  );
}

/** What the page can be asked for; what came of it is said once, politely. */
function OnPage({ show, hide }: Required<Pick<DetailProps, 'show'>> & Pick<DetailProps, 'hide'>) {
  // False: the post is gone from the page.
  const [hidden, setHidden] = useState<boolean | null>(null);
  const showNow = async () => setHidden((await show()) ? null : false);
  const hideNow = async () => setHidden((await hide?.()) ?? false);
  return (
    <>
      <div class="buttons">
        <button type="button" class="show" onClick={() => void showNow()}>
          {t('detail.show')}
        </button>
        {hide && (
          <button type="button" onClick={() => void hideNow()}>
            {t('label.dismiss')}
          </button>
        )}
      </div>
      <p class="soft" role="status">
        {hidden !== null && t(hidden ? 'detail.hidden' : 'detail.gone')}
      </p>
    </>
  );
}

function Profile({ id }: { id: string | null }) {
  if (id === null || !has(`profile.${id}.name`)) return null;
  return (
    <p class="profile">
      <strong>{t(`profile.${id}.name`)}</strong> {t(`profile.${id}.means`)}
    </p>
  );
}
