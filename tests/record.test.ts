// @vitest-environment jsdom
/** What the reader saw, written down: whatever the post holds, the file is plain. */
import { describe, expect, it } from 'vitest';
import type { Reason } from '../src/detect/types';
import { recordHtml, recordJson, type Seen, wrongNote } from '../src/ui/record';
import { judged } from './judged';
import { PAYLOADS } from './payloads';

const assessment = { ...judged('danger'), promised: ['KH'] };

function seen(words: string): Seen {
  const reason: Reason = {
    indicator: 'paid-travel',
    family: 'all-inclusive',
    key: 'indicator.paid-travel',
    values: {},
    quotes: [{ field: 'text', quote: words, start: 0, end: words.length }],
    sources: [{ title: words, url: 'https://source.example/' }],
  };
  return {
    post: { text: words, author: words, title: words, url: 'https://site.example/1' },
    assessment,
    reasons: [reason],
    seen: '2026-11-26T10:20:30.000Z',
    rules: 'abc',
    extension: '1.0',
  };
}

describe('a record', () => {
  it('as a page holds every payload as text, and nothing that runs or loads', () => {
    for (const payload of PAYLOADS) {
      const html = recordHtml(seen(payload), 'en', 'ltr');
      const page = new DOMParser().parseFromString(html, 'text/html');
      expect(page.querySelector('pre')?.textContent).toBe(normalise(payload));
      expect([...page.querySelectorAll('script, img, iframe, object, embed, link, svg, a, form')]).toEqual(
        [],
      );
      for (const element of page.querySelectorAll('*')) {
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^src|^href/);
      }
    }
  });

  it('compares the pay, where a reason does', () => {
    const values = { place: 'KH', offered: 3_000, usual: 470, currency: 'USD', times: 6.4, year: 2023 };
    const own = seen('3000 dollars');
    const paid = { ...own, reasons: own.reasons.map((reason) => ({ ...reason, values })) };
    expect(recordHtml(paid, 'en', 'ltr')).toContain('$470 a month (2023)');
    expect(JSON.parse(recordJson(paid)).reasons[0].pay).toContain('$3,000 a month');
    expect(JSON.parse(recordJson(own)).reasons[0]).not.toHaveProperty('pay');
  });

  it('as data comes back as it was', () => {
    const record = JSON.parse(recordJson(seen('free "ticket"')));
    expect(record).toMatchObject({
      kind: 'lurelight-record',
      seen: '2026-11-26T10:20:30.000Z',
      level: 'danger',
      post: { text: 'free "ticket"' },
      rules: 'abc',
    });
    expect(record.reasons[0]).toMatchObject({
      indicator: 'paid-travel',
      quotes: [{ quote: 'free "ticket"' }],
    });
  });

  it('as a note names the rules, the signs and the text', () => {
    const note = wrongNote(seen('free ticket'));
    expect(note).toContain('rules abc');
    expect(note).toContain('paid-travel: free ticket');
  });
});

/** HTML turns carriage returns into line feeds, drops a first one in `pre`, and NUL. */
function normalise(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\n/, '').replace(/\0/g, '');
}
