/** An invented social feed, built as such feeds are built: role=feed, articles, comments nested inside. */
import { LanguageOptions } from '../ui/LanguageOptions';
import { type DemoFeed, type DemoPost, FEED_LANGUAGES } from './feed';

/** `show` is called with the tag of another feed that the reader has chosen. */
export function Feed({ feed, show }: { feed: DemoFeed; show: (lang: string) => void }) {
  return (
    <>
      <header class="top">
        <p class="invented" role="note">
          {feed.invented}
        </p>
        <div class="bar">
          <h1>{feed.title}</h1>
          <label>
            {feed.words.language}{' '}
            <select value={feed.lang} onChange={(event) => show(event.currentTarget.value)}>
              <LanguageOptions languages={FEED_LANGUAGES} />
            </select>
          </label>
        </div>
      </header>
      <main>
        <details class="guide" open>
          <summary>{feed.guide.title}</summary>
          <ol>
            {feed.guide.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
        <div role="feed" aria-label={feed.title}>
          {feed.posts.map((post, index) => (
            <Post key={post.id} post={post} words={feed.words} index={index} of={feed.posts.length} />
          ))}
        </div>
      </main>
    </>
  );
}

interface PostProps {
  post: DemoPost;
  words: DemoFeed['words'];
  index: number;
  of: number;
}

function Post({ post, words, index, of }: PostProps) {
  return (
    <article
      id={post.id}
      class="card"
      aria-posinset={index + 1}
      aria-setsize={of}
      aria-labelledby={`${post.id}-by`}
    >
      <div class="by">
        <Face name={post.author} />
        <div>
          <h2 id={`${post.id}-by`}>
            <a rel="author" href={`#${post.id}`}>
              {post.author}
            </a>
          </h2>
          <time class="when">{post.when}</time>
        </div>
      </div>
      <div class="text" dir="auto">
        {post.text}
      </div>
      <div class="actions">
        <button type="button">{words.like}</button>
        <button type="button">{words.reply}</button>
        <button type="button">{words.share}</button>
      </div>
      {post.comments.length > 0 && (
        <div class="comments">
          {post.comments.map((comment) => (
            <article class="comment" key={comment.text} aria-label={comment.author}>
              <Face name={comment.author} />
              <div class="bubble">
                <strong>{comment.author}</strong>
                <div dir="auto">{comment.text}</div>
              </div>
            </article>
          ))}
        </div>
      )}
    </article>
  );
}

/** A round of the name's first letter, in one of six quiet colours. */
function Face({ name }: { name: string }) {
  const letter = Array.from(name)[0] ?? '';
  return <span class={`face face-${name.length % 6}`} data-letter={letter} aria-hidden="true" />;
}
