/** Taking a pasted chat apart, and judging it by its senders. */
import { describe, expect, it } from 'vitest';
import { judgeText } from '../src/check/judge';
import { splitChat } from '../src/check/split';
import { createDetector } from '../src/detect/detector';
import { withTerms } from '../src/detect/withTerms';
import { smallRules } from './small/project';

const judge = withTerms(createDetector(smallRules()), () => Promise.resolve(null));

describe('a pasted chat', () => {
  it.each([
    [
      'exported, with brackets',
      '[12/05/26, 14:22:11] Ana: hi\n[12/05/26, 14:22:15] Bo: typist wanted\nin Cambodia\n[12/05/26, 14:23:00] Ana: ok',
    ],
    [
      'exported, with a dash',
      '12/05/2026, 14:22 - Ana: hi\n12/05/2026, 14:22 - Bo: typist wanted\nin Cambodia\n12/05/2026, 14:23 - Ana: ok',
    ],
    [
      'exported, with a.m.',
      '5/12/26, 2:22 PM - Ana: hi\n5/12/26, 2:22 PM - Bo: typist wanted\nin Cambodia\n5/12/26, 2:23 PM - Ana: ok',
    ],
    [
      'copied, names above',
      'Ana, [12.05.2026 14:22]\nhi\n\nBo, [12.05.2026 14:22]\ntypist wanted\nin Cambodia\n\nAna, [12.05.2026 14:23]\nok',
    ],
    ['typed by hand', 'Ana: hi\nBo: typist wanted\nBo: in Cambodia\nAna: ok'],
    ['in Chinese', 'Ana：hi\nBo：typist wanted\nBo：in Cambodia\nAna：ok'],
  ])('%s is taken apart by its senders', (_what, text) => {
    expect(splitChat(text)).toEqual([
      { sender: 'Ana', text: 'hi\nok', messages: 2 },
      { sender: 'Bo', text: 'typist wanted\nin Cambodia', messages: expect.any(Number) },
    ]);
  });

  it.each([
    ['an ad with a list', 'Job: typist\nPlace: Cambodia\nPay: 1500 USD\nContact: Telegram'],
    ['one line', 'Note: the shop is closed'],
    ['nothing', ''],
    ['prose', 'We walked up the hill.\nIt was late: ten at least.\nThen we went home.'],
  ])('%s stays whole', (_what, text) => {
    expect(splitChat(text)).toEqual([{ sender: null, text, messages: 1 }]);
  });

  it('is read in linear time, however long and strange', () => {
    for (const text of [
      ':'.repeat(300_000),
      'a:\n'.repeat(100_000),
      '['.repeat(300_000),
      '1/1/1 '.repeat(60_000),
    ])
      expect(splitChat(text).length).toBeGreaterThan(0);
  });
});

describe('a pasted text', () => {
  const pieces = [
    'typist wanted',
    'it is in Cambodia',
    'we pay your flight',
    'salary 3000 usd a month',
    'write me on Telegram',
  ];

  it('is judged by what one person wrote in pieces', async () => {
    const chat = pieces
      .map((piece) => `Bo: ${piece}\nAna: hm, tell me more about that one please`)
      .join('\n');
    const { assessment, post, messages, senders } = await judgeText(chat, judge);
    expect(assessment.level).toBe('danger');
    expect(post.author).toBe('Bo');
    expect({ messages, senders }).toEqual({ messages: 10, senders: 2 });
  });

  it('says when it was too long to be read to its end', async () => {
    expect((await judgeText('x '.repeat(20_000), judge)).cut).toBe(true);
    expect(await judgeText('x', judge)).toMatchObject({ cut: false, senders: 0, messages: 1 });
  });

  it('waits for the terms of the languages that it asks for', async () => {
    const rules = smallRules();
    const apart = rules.packs.filter(({ lang }) => lang >= 0);
    const detector = createDetector({
      ...rules,
      packs: rules.packs.filter(({ lang }) => lang < 0),
      apart: apart.map(({ lang }) => lang),
    });
    const brought: string[] = [];
    const late = withTerms(detector, async (id) => {
      brought.push(id);
      return apart.find(({ lang }) => rules.languages[lang]?.id === id) ?? null;
    });
    const text = pieces.join('\n');
    expect((await judgeText(text, late)).assessment).toEqual((await judgeText(text, judge)).assessment);
    expect(brought).toContain('en');
    expect(new Set(brought).size).toBe(brought.length);
  });
});
