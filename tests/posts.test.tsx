// @vitest-environment jsdom
/** Hostile posts in the list of posts and in the view of one: every field stays text, and nothing can be clicked. */
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Level, Post } from '../src/detect/types';
import { PostList } from '../src/popup/PostList';
import { Detail } from '../src/ui/Detail';
import { judged } from './judged';
import { PAYLOADS } from './payloads';

const ASSESSMENT = judged('danger');

let root: HTMLElement;

beforeEach(() => {
  if (root) render(null, root);
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});

function list(post: Post): void {
  const posts = [{ key: 'a', post, assessment: ASSESSMENT }];
  render(
    <PostList report={{ posts, looked: 1, partial: 0, pictures: 0, roughly: false }} open={() => {}} />,
    root,
  );
}

function detail(post: Post): void {
  render(<Detail item={{ post, assessment: ASSESSMENT }} reasons={[]} licence={null} more={null} />, root);
}

/** Every element with the names of its attributes: what hostile text must not change. */
function shape(): string {
  return Array.from(root.querySelectorAll('*'))
    .map((element) => `${element.localName}[${element.getAttributeNames().join()}]`)
    .join(' ');
}

const harmless: Post = { text: 'words', title: 'a title', author: 'somebody', url: 'https://post.example/1' };

describe.each([
  ['the list of posts', list],
  ['one post', detail],
] as const)('%s', (_, show) => {
  it('is made alike of every hostile post', () => {
    show(harmless);
    const expected = shape();
    for (const payload of PAYLOADS) {
      // Letters around it, since a field of nothing visible is left out.
      const hostile = `x ${payload} x`;
      show({ text: hostile, title: hostile, author: hostile, company: hostile, url: payload });
      expect(shape(), payload).toBe(expected);
      const links = Array.from(root.querySelectorAll('[href]'), (link) => link.getAttribute('href'));
      expect(links.filter((address) => !address?.startsWith('https:'))).toEqual([]);
    }
  });

  it('cuts what is too long and says so', () => {
    const long = 'word '.repeat(20_000);
    show({ text: long, author: long });
    expect(root.textContent?.length).toBeLessThan(2_500);
    expect(root.textContent).toContain('…');
  });

  it('shows a post of nothing but emoji, and one without any visible letter', () => {
    for (const text of ['🔥'.repeat(500), '\u202e\u2066\u200b', '']) {
      show({ text });
      expect(root.querySelector('bdi')).not.toBeNull();
    }
  });
});

describe('the list of posts', () => {
  const withLevels = (...levels: Level[]) => {
    const posts = levels.map((level, n) => ({
      key: String(n),
      post: harmless,
      assessment: { ...ASSESSMENT, level },
    }));
    const report = { posts, looked: levels.length, partial: 0, pictures: 0, roughly: false };
    render(<PostList report={report} open={() => {}} />, root);
    return {
      title: root.querySelector('h2')?.textContent,
      summary: root.querySelector('summary')?.textContent,
      folded: root.querySelectorAll('details .post').length,
    };
  };

  it('counts those that are warned of, and folds small signs away behind them', () => {
    const { title, summary, folded } = withLevels('danger', 'caution', 'note', 'note', 'note');
    expect(title).toBe('2 posts to look at twice');
    expect(summary).toBe('Small signs (3)');
    expect(folded).toBe(3);
  });

  it('shows small signs openly where there is nothing else', () => {
    expect(withLevels('note')).toEqual({ title: '1 post to look at twice', summary: undefined, folded: 0 });
  });
});
