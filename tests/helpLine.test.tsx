// @vitest-environment jsdom
/** Every help line that can be shown: what can be pressed says whose it is, for those who hear one link after the other. */
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import help from '../src/generated/help.json';
import type { CompiledHelp } from '../src/helplines/types';
import { Line } from '../src/ui/help/Line';
import { t } from '../src/ui/messages';

const LINES = Object.values((help as unknown as CompiledHelp).countries).flatMap(({ lines }) => lines);

it('describes each number and address by its way and by the name of its line', () => {
  const root = document.body.appendChild(document.createElement('div'));
  render(
    <ul>
      {LINES.map((line) => (
        <Line key={line.id} line={line} from={line.country} />
      ))}
    </ul>,
    root,
  );
  const described = (link: Element) =>
    (link.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(
        (id) =>
          (document.querySelectorAll(`[id="${id}"]`).length === 1 ? document.getElementById(id) : null)
            ?.textContent,
      );
  const shown = [...root.querySelectorAll('li.line')];
  expect(shown).toHaveLength(LINES.length);
  let links = 0;
  shown.forEach((item, n) => {
    const { name: own, kind, also, channels } = LINES[n] as (typeof LINES)[number];
    const name = t(`help.kind.${kind}`) + own;
    const numbers = [...item.querySelectorAll('a.dial, .also a')];
    expect(item.querySelectorAll('.also a')).toHaveLength(also.length);
    for (const link of numbers) {
      expect(link.getAttribute('href'), name).toMatch(/^tel:[+\d*#]+$/);
      expect(described(link), name).toEqual([name]);
      links++;
    }
    for (const link of item.querySelectorAll('.channels a')) {
      const way = link.closest('li')?.querySelector('span')?.textContent;
      expect(way).toBeTruthy();
      expect(described(link), name).toEqual([way, name]);
      links++;
    }
    const copies = [...item.querySelectorAll('button')];
    const readOnly = item.querySelectorAll('.channels li:not(:has(a))').length;
    expect(copies, name).toHaveLength(item.querySelectorAll('a.dial').length + readOnly);
    for (const copy of copies) expect(described(copy).at(-1), name).toBe(name);
    expect(item.querySelectorAll('.channels li')).toHaveLength(Object.keys(channels).length);
  });
  expect(links).toBeGreaterThan(LINES.length);
});

it('puts the number on the clipboard at a click, and says so', async () => {
  const written = vi.fn(async () => {});
  vi.stubGlobal('navigator', { clipboard: { writeText: written } });
  const [line] = LINES.filter(({ number }) => number !== null);
  const root = document.body.appendChild(document.createElement('div'));
  render(<Line line={line as (typeof LINES)[number]} from={line?.country ?? null} />, root);
  const dial = root.querySelector('.dial');
  expect(dial?.textContent).toBeTruthy();
  root.querySelector('button')?.click();
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe(t('copied')));
  expect(written).toHaveBeenCalledExactlyOnceWith(dial?.textContent);
  vi.unstubAllGlobals();
});
