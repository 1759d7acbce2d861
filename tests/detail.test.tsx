// @vitest-environment jsdom
/** One post: what to do comes in the right order, and who is in a hurry gets to it at once. */
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Assessment } from '../src/detect/types';
import { Detail } from '../src/ui/Detail';
import { t } from '../src/ui/messages';
import { judged } from './judged';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => render(null, root));

function show(level: Assessment['level']): void {
  const item = { post: { text: 'Typists wanted' }, assessment: judged(level) };
  render(<Detail item={item} reasons={[]} licence={<i class="licence" />} more={null} />, root);
}

const words = (markup: string) => markup.replace(/<[^>]+>/g, '');
const steps = () => [...root.querySelectorAll('.steps > li')];

it('a grave warning says first not to answer, a weaker one where to check', () => {
  show('danger');
  expect(steps()[0]?.textContent).toBe(words(t('steps.wait')));
  expect(steps()[1]?.querySelector('.licence')).not.toBeNull();
  expect(
    steps()
      .map((step) => step.classList.contains('step-first'))
      .indexOf(true),
  ).toBe(0);
  show('caution');
  expect(steps()[0]?.querySelector('.licence')).not.toBeNull();
  expect(root.querySelectorAll('.step-first')).toHaveLength(1);
});

it('a button brings the steps into sight and moves the focus there', () => {
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  show('danger');
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent === t('detail.steps'));
  button?.click();
  expect(scrolled).toHaveBeenCalledOnce();
  expect(document.activeElement?.textContent).toBe(t('detail.steps'));
  expect(document.activeElement?.tagName).toBe('H3');
});
