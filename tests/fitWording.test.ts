import { describe, expect, it } from 'vitest';
import { Folder, keep } from '../src/detect/fold';
import { Wording } from '../src/detect/wording';
import { packWordingFile } from '../src/rules/compileWording';
import type { Label } from '../src/tools/corpus';
import { fitWording, Pieces, type WordedPost } from '../src/tools/fitWording';

const folder = new Folder({});
const pieces = new Pieces();

function post(lang: string, label: Label, text: string): WordedPost {
  return { id: `${lang} ${text}`, lang, label, pieces: pieces.of([keep(folder.fold(text))]) };
}

const DAYS = ['monday', 'tuesday', 'friday', 'sunday', 'today', 'tonight'];
const POSTS = DAYS.flatMap((day) => [
  post('en', 'lure', `fly to us ${day}, we keep your passport`),
  post('en', 'ordinary', `see you ${day} at the market`),
  post('de', 'lure', `komm ${day}, visa later`),
  post('de', 'honest', `lehrstelle ab ${day} frei`),
]);

/** What the fitted wording of a language says of a text. */
function weigh(posts: readonly WordedPost[], lang: string, text: string): number {
  const file = fitWording(posts, pieces.names).get(lang);
  if (!file) throw new Error(`nothing was fitted for ${lang}`);
  return new Wording(packWordingFile(file)).weigh([keep(folder.fold(text))]);
}

describe('a fitted wording', () => {
  it('speaks for texts that are worded as lures are, and against others', () => {
    expect(weigh(POSTS, 'en', 'we keep the passport')).toBeGreaterThan(0.5);
    expect(weigh(POSTS, 'en', 'at the market')).toBeLessThan(-0.5);
    expect(weigh(POSTS, 'de', 'lehrstelle frei')).toBeLessThan(-0.5);
  });

  it('lends a language what another one knows, if it has the word at all', () => {
    const visa = post('en', 'honest', 'visa');
    const lends =
      weigh([...POSTS, visa], 'en', 'visa') -
      weigh([visa, ...POSTS.filter(({ lang }) => lang === 'en')], 'en', 'visa');
    expect(lends).toBeGreaterThan(0.1);
  });

  it('is the same whatever the order of the posts', () => {
    expect(fitWording([...POSTS].reverse(), pieces.names)).toEqual(fitWording(POSTS, pieces.names));
  });
});
