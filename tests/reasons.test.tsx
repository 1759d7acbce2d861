// @vitest-environment jsdom
import fc from 'fast-check';
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Level, Reason } from '../src/detect/types';
import { EXCERPT_LENGTH, excerpt, plain } from '../src/ui/quote';
import { Reasons } from '../src/ui/Reasons';
import { Rich } from '../src/ui/Rich';
import { PAYLOADS } from './payloads';

vi.mock('../src/generated/explanations.en.json', () => ({
  default: {
    'indicator.paid-travel.says': 'They say that they pay your ticket.',
    'indicator.paid-travel.why': 'A free ticket makes it hard to say no later.',
    'indicator.paid-travel.better': 'it said who pays for the way back.',
    'indicator.high-pay.says': 'The pay is {times} times what is usual in {place}.',
    'indicator.high-pay.why': 'Nobody pays that for such work.',
    'indicator.high-pay.better': 'the pay was near what others offer.',
  },
}));

const SOURCE = { title: 'A published report', url: 'https://report.example/page', date: '2025-03' };

/** A reason whose quote is `quote` at its first place in `text`. */
function reasonFor(quote: string, text: string, more: Partial<Reason> = {}): Reason {
  const start = Math.max(0, text.indexOf(quote));
  return {
    indicator: 'paid-travel',
    family: 'all-inclusive',
    key: 'indicator.paid-travel',
    values: {},
    quotes: [{ field: 'text', quote, start, end: start + quote.length }],
    sources: [SOURCE],
    ...more,
  };
}

let root: HTMLElement;

function show(reasons: Reason[], text: string, level: Level = 'danger', compact = false) {
  render(<Reasons reasons={reasons} level={level} text={text} compact={compact} />, root);
}

beforeEach(() => {
  if (root) render(null, root);
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});

describe('a reason', () => {
  const text = 'We hire now! The company buys your free ticket to the office. Come soon.';

  it('says it in words, marks the quote in its own sentence, says why, names the source with its date', () => {
    show([reasonFor('free ticket', text)], text);
    expect(root.querySelector('.reason-says')?.textContent).toBe('They say that they pay your ticket.');
    expect(root.querySelector('bdi')?.textContent?.trim()).toBe(
      'The company buys your free ticket to the office.',
    );
    expect(root.querySelector('bdi mark')?.textContent).toBe('free ticket');
    expect(root.querySelector('.reason-why')?.textContent).toBe(
      'A free ticket makes it hard to say no later.',
    );
    const link = root.querySelector('a');
    expect(link?.textContent).toBe('A published report, March 2025');
    expect(link?.href).toBe('https://report.example/page');
    expect(link?.rel.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
    expect(link?.target).toBe('_blank');
  });

  it('keeps the given order', () => {
    const second = { indicator: 'high-pay', key: 'indicator.high-pay', values: { times: 6, place: 'KH' } };
    show([reasonFor('free ticket', text), reasonFor('office', text, second)], text);
    const said = [...root.querySelectorAll('.reason-says')].map((one) => one.textContent);
    expect(said[0]).toContain('ticket');
    expect(said[1]).toBe('The pay is 6 times what is usual in Cambodia.');
  });

  it('gives both figures and the year for pay', () => {
    const values = { offered: 5000, usual: 300, currency: 'USD', place: 'KH', year: 2024, times: 16.7 };
    show([reasonFor('free', text, { indicator: 'high-pay', key: 'indicator.high-pay', values })], text);
    const words = root.querySelector('.reason-pay')?.textContent ?? '';
    for (const part of ['$5,000', '$300', 'Cambodia', '(2024)', '16.7']) expect(words).toContain(part);
  });

  it('says what would be less worrying for caution only', () => {
    show([reasonFor('free ticket', text)], text, 'caution');
    expect(root.querySelector('.reasons-better')?.textContent).toContain('who pays for the way back');
    show([reasonFor('free ticket', text)], text, 'danger');
    expect(root.querySelector('.reasons-better')).toBeNull();
  });

  it('has no links in the page label, but still the source', () => {
    show([reasonFor('free ticket', text)], text, 'danger', true);
    expect(root.querySelector('a')).toBeNull();
    expect(root.querySelector('.reason-sources')?.textContent).toContain('A published report, March 2025');
  });

  it.each([
    'http://report.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://x.example',
    '//x',
    '',
  ])('does not link %j', (url) => {
    show([reasonFor('free ticket', text, { sources: [{ title: 'Odd', url }] })], text);
    expect(root.querySelector('a')).toBeNull();
    expect(root.textContent).toContain('Odd');
  });

  it('quotes other fields than the text by themselves', () => {
    const quotes = [{ field: 'title' as const, quote: 'Phone operator', start: 0, end: 14 }];
    show([reasonFor('', text, { quotes })], text);
    expect(root.querySelector('bdi')?.textContent).toBe('Phone operator');
  });

  it('shows a quote that the text no longer holds alone', () => {
    const quotes = [{ field: 'text' as const, quote: 'gone words', start: 2, end: 12 }];
    show([reasonFor('', text, { quotes })], text);
    expect(root.querySelector('bdi')?.textContent).toBe('gone words');
  });
});

describe('several quotes', () => {
  const sentence = 'Fly to the border first, then go on by car at night.';
  const marks = () => Array.from(root.querySelectorAll('mark'), (mark) => mark.textContent);
  const quoted = (...words: string[]) =>
    words.map((quote) => ({
      field: 'text' as const,
      quote,
      start: sentence.indexOf(quote),
      end: sentence.indexOf(quote) + quote.length,
    }));

  it('of one sentence are marked in it together', () => {
    show([reasonFor('', sentence, { quotes: quoted('go on by car', 'Fly to the border') })], sentence);
    expect(root.querySelectorAll('blockquote')).toHaveLength(1);
    expect(root.querySelector('bdi')?.textContent).toBe(sentence);
    expect(marks()).toEqual(['Fly to the border', 'go on by car']);
  });

  it('that overlap are marked as one', () => {
    show([reasonFor('', sentence, { quotes: quoted('go on by car', 'by car at night') })], sentence);
    expect(root.querySelector('bdi')?.textContent).toBe(sentence);
    expect(marks()).toEqual(['go on by car at night']);
  });
});

describe('hostile text', () => {
  it('has five hundred payloads to try', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(500);
  });

  it('stays text, as a quote and as a source', () => {
    show([reasonFor('free', 'free')], 'free');
    const allowed = shape().replace(' a', '');
    for (const payload of PAYLOADS) {
      const text = `Hello. Come ${payload} today.`;
      const quotes = [{ field: 'title' as const, quote: payload, start: 0, end: 1 }];
      show([reasonFor(payload, text, { quotes, sources: [{ title: payload, url: payload }] })], text);
      expect(shape(), payload).toBe(allowed);
      expect(root.querySelector('mark')?.textContent).toBe(cleaned(payload));
      expect(root.querySelector('.reason-sources')?.textContent).toContain(payload);
    }
  });

  it('isolates directions: nothing that could turn the words around is left', () => {
    const turn = 'pay \u202e\u2066$0005\u2069\u202c\u200f\u061c now\u0000\u0007\ufeff';
    show([reasonFor(turn, turn)], turn);
    expect(root.querySelector('bdi')?.textContent).toBe('pay $0005 now');
    expect(root.querySelector('bdi')?.getAttribute('dir')).toBe('auto');
  });

  it('cuts 100,000 characters, in one sentence or as the quote itself', () => {
    const long = 'wow '.repeat(25_000);
    const text = `${long}free ticket ${long}`;
    show([reasonFor('free ticket', text)], text);
    const words = root.querySelector('bdi')?.textContent ?? '';
    expect(Array.from(words).length).toBeLessThanOrEqual(EXCERPT_LENGTH);
    expect(words).toMatch(/^….*free ticket.*…$/);
    show([reasonFor(text, text)], text);
    const quote = root.querySelector('mark')?.textContent ?? '';
    expect(Array.from(quote).length).toBeLessThanOrEqual(EXCERPT_LENGTH);
    expect(quote.endsWith('…')).toBe(true);
  });

  it('never shows more than the limit, never a control character, and always the quote', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(
        '\u202e',
        '\u2067',
        'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
        '😀'.repeat(90),
        '. ',
        '\n',
      ),
    );
    fc.assert(
      fc.property(piece, piece, piece, (before, quote, after) => {
        const text = before + quote + after;
        const shown = excerpt(text, before.length, before.length + quote.length, quote);
        const words = shown.before + shown.quote + shown.after;
        expect(Array.from(words).length).toBeLessThanOrEqual(EXCERPT_LENGTH);
        expect(words).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect(words).not.toMatch(/\p{M}{5}/u);
        if (Array.from(cleaned(quote)).length < EXCERPT_LENGTH) expect(shown.quote).toBe(cleaned(quote));
      }),
    );
  });

  it('keeps the joiners that scripts and emoji need', () => {
    expect(plain('👩‍👧 ශ්‍රී می‌خواهم')).toBe('👩‍👧 ශ්‍රී می‌خواهم');
  });
});

describe('catalogue texts with markup', () => {
  it('keep strong and em, and nothing else of any payload', () => {
    render(<Rich words="<strong>Stop</strong> and <em>ask <strong>first</strong></em>." />, root);
    expect(root.innerHTML).toBe('<strong>Stop</strong> and <em>ask <strong>first</strong></em>.');
    for (const payload of PAYLOADS) {
      render(<Rich words={`<strong onclick="x()">A</strong>${payload}`} />, root);
      for (const element of root.querySelectorAll('*:not(span.number)')) {
        expect(['STRONG', 'EM']).toContain(element.tagName);
        expect(element.attributes.length).toBe(0);
      }
    }
  });
});

/** The elements under the root, by name. */
function shape(): string {
  return [...root.querySelectorAll('*')].map((element) => element.tagName.toLowerCase()).join(' ');
}

function cleaned(text: string): string {
  return plain(text).trim();
}
