// @vitest-environment jsdom
/** Taking settings from a file: what the file does not say stays as it is. */
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { defaultSettings } from '../src/browser/settings';
import { Files } from '../src/settings/Files';

vi.mock('../src/browser/api', () => ({ default: {} }));

function open(text: string) {
  const save = vi.fn(async () => true);
  const root = document.createElement('div');
  render(<Files settings={defaultSettings()} save={save} />, root);
  const input = root.querySelector('input') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [{ text: async () => text }] });
  input.dispatchEvent(new Event('change'));
  return save;
}

it('saves only the fields that stand in the file', async () => {
  const save = open('{"version":1,"nationality":"VN","mode":"cover"}');
  await vi.waitFor(() => expect(save).toHaveBeenCalled());
  expect(save.mock.calls).toEqual([[{ nationality: 'VN', mode: 'cover' }]]);
});

it('saves nothing of a file that is damaged', async () => {
  const save = open('{"version":1,"nationality":"VN","mode":"loud"}');
  await new Promise((resolve) => setTimeout(resolve));
  expect(save).not.toHaveBeenCalled();
});
