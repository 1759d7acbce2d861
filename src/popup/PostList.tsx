/** The posts of the page that are worth a second look, or what it means that there are none. */
import type { PagePost, PageReport } from '../browser/messages';
import { LevelMark, type ShownLevel } from '../ui/LevelMark';
import { t } from '../ui/messages';
import { cut, plain } from '../ui/quote';
import { Rich } from '../ui/Rich';

/**
 * The list, strongest first; `open` gets the key of the chosen post. Beside posts that are warned of, small signs wait
 * behind a summary: they are many, and most of them are nothing.
 */
export function PostList({ report, open }: { report: PageReport; open: (key: string) => void }) {
  const { posts } = report;
  const warned = posts.filter(({ assessment }) => assessment.level !== 'note');
  const shown = warned.length > 0 ? warned : posts;
  const rest = posts.filter((post) => !shown.includes(post));
  return (
    <section>
      <h2>{posts.length === 0 ? t('nothing.title') : t('list.title', { count: shown.length })}</h2>
      <Posts posts={shown} open={open} />
      {rest.length > 0 && (
        <details class="small-signs">
          <summary>{t('list.small', { count: rest.length })}</summary>
          <Posts posts={rest} open={open} />
        </details>
      )}
      <p class="looked">{lookedText(report)}</p>
      <p class={posts.length === 0 ? 'nothing' : 'soft'}>
        {posts.length === 0 ? <Rich words={t('nothing.text')} /> : t('list.caveat')}
      </p>
    </section>
  );
}

function Posts({ posts, open }: { posts: readonly PagePost[]; open: (key: string) => void }) {
  return (
    <ul class="posts">
      {posts.map((post) => (
        <li key={post.key}>
          <PostButton item={post} open={open} />
        </li>
      ))}
    </ul>
  );
}

function PostButton({ item, open }: { item: PagePost; open: (key: string) => void }) {
  const { key, post, assessment } = item;
  const lang = post.lang ?? assessment.lang;
  return (
    <button type="button" class={`post post-${assessment.level}`} onClick={() => open(key)}>
      <LevelMark level={assessment.level as ShownLevel} />
      <bdi class="post-text" dir="auto" {...(lang ? { lang } : {})}>
        {cut(post.title ? `${post.title} — ${post.text}` : post.text, 120)}
      </bdi>
      {post.author && plain(post.author).trim() !== '' && (
        <bdi class="post-author" dir="auto">
          {cut(post.author, 60)}
        </bdi>
      )}
    </button>
  );
}

/** What was looked at and what could not be read, in sentences. */
function lookedText({ looked, partial, pictures, roughly }: PageReport): string {
  const parts = [looked === 0 ? t('looked.none') : t('looked.posts', { count: looked })];
  if (partial > 0) parts.push(t('looked.partial', { count: partial }));
  if (pictures > 0) parts.push(t('looked.pictures', { count: pictures }));
  if (roughly) parts.push(t('looked.roughly'));
  return parts.join(' ');
}
