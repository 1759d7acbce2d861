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
    [
      'copied, the time before the date',
      '[14:22, 5/12/2026] Ana: hi\n[14:22, 5/12/2026] Bo: typist wanted\nin Cambodia\n[14:23, 5/12/2026] Ana: ok',
    ],
    [
      'copied, without a date',
      '[14:22:11] Ana: hi\n[14:22:15] Bo: typist wanted\nin Cambodia\n[14:23:00] Ana: ok',
    ],
    [
      'exported, with dots in the time',
      '12/05/26 14.22 - Ana: hi\n12/05/26 14.22 - Bo: typist wanted\nin Cambodia\n12/05/26 14.23 - Ana: ok',
    ],
    [
      'exported, with marks of direction around names',
      '\u200e[12/05/26, 14:22:11] \u202aAna\u202c: hi\n[12/05/26, 14:22:15] Bo: typist wanted\nin Cambodia\n[12/05/26, 14:23:00] Ana: ok',
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
    ['in Arabic digits, with a dash', '١٢\u200f/٥\u200f/٢٠٢٦، @ م - ', '٢:٢٢', '٢:٢٣'],
    ['in Arabic digits, with brackets', '\u200f[١٢\u200f/٥\u200f/٢٠٢٦، @ م] ', '٢:٢٢:١١', '٢:٢٣:٠٠'],
    ['in Persian', '۱۴۰۵/۲/۲۲،\u200f @ ب.ظ. - ', '۲:۲۲', '۲:۲۳'],
    ['in Urdu', '\u200f12/5/2026، @ PM - ', '2:22', '2:23'],
    ['in Chinese', '2026/5/12 下午@ - ', '2:22', '2:23'],
    ['in Chinese, with brackets', '[2026/5/12 下午@] ', '2:22:11', '2:23:00'],
    ['in Chinese, with the signs for the day', '2026年5月12日 上午@ - ', '2:22', '2:23'],
    ['in Chinese, the time first', '[下午@, 2026/5/12] ', '2:22', '2:23'],
    ['in Korean', '2026. 5. 12. 오후 @ - ', '2:22', '2:23'],
    ['in Hindi', '१२/५/२०२६, @ अपराह्न - ', '२:२२', '२:२३'],
    ['in Hindi, the word in front', '१२/५/२६, दोपहर @ - ', '२:२२', '२:२३'],
    ['in Burmese', '၁၂-၅-၂၀၂၆၊ မွန်းလွဲ @ - ', '၂:၂၂', '၂:၂၃'],
    ['in Thai', '12/5/2569 ก่อนเที่ยง @ - ', '2:22', '2:23'],
    ['in Amharic', '12/05/2026 @ ከሰዓት - ', '2:22', '2:23'],
    ['in Vietnamese', '@ CH, 12/05/2026 - ', '2:22', '2:23'],
    ['in Spanish', '12/5/26, @\u00a0p.\u00a0m. - ', '2:22', '2:23'],
    ['in French', '12/05/2026 à @ - ', '14:22', '14:23'],
    ['behind a mark of direction', '\u202a\u200f12/05/2026, @ - ', '14:22', '14:23'],
  ])('exported %s is taken apart by its senders', (_what, beginning, first, second) => {
    const at = (time: string) => beginning.replace('@', time);
    const text = `${at(first)}أحمد: hi\n${at(first)}李明: typist wanted\nin Cambodia\n${at(second)}أحمد: ok: 1`;
    expect(splitChat(text)).toEqual([
      { sender: 'أحمد', text: 'hi\nok: 1', messages: 2 },
      { sender: '李明', text: 'typist wanted\nin Cambodia', messages: 1 },
    ]);
  });

  it('has no sender of a word that stands before one colon only', () => {
    expect(splitChat('Anna: hi\nBob: hi\nAnna: ok\nSalary: 3000 USD\nBob: fine')).toEqual([
      { sender: 'Anna', text: 'hi\nok\nSalary: 3000 USD', messages: 2 },
      { sender: 'Bob', text: 'hi\nfine', messages: 2 },
    ]);
  });

  it('knows names that are written with marks on their letters', () => {
    expect(splitChat('प्रिया: hi\nAna: hi\nप्रिया: ok\nAna: ok').map(({ sender }) => sender)).toEqual([
      'प्रिया',
      'Ana',
    ]);
  });

  it.each([
    [
      'a timetable',
      '10:30 - 12:00: lunch\n12:00 - 13:00: talk\n10:30 - 11:00: tea\n12:00 - 12:30: walk\n13:00: end\n13:00: rest',
    ],
    [
      'a timetable of several days',
      '12/05/2026 10:30 - 12:00: lunch\n12/05/2026, 12:00 - 13:00: talk\n[12/05/2026 10:30] 11:00: tea',
    ],
    ['a timetable in brackets', '[10:30] Lunch: soup\n[12:00] Dinner: rice\n[10.30 - 11.30] Tea: green'],
    ['a timetable in Arabic digits', '١٠:٣٠ - ١٢:٠٠: غداء\n١٢:٠٠ - ١٣:٠٠: لقاء'],
    ['a timetable in Chinese', '下午2:22 - 午餐：米饭\n下午3:00 - 晚餐：面'],
    [
      'a list of prices',
      '12.05.2026 - Rice: 3.50\n13.05.2026 - Fish: 12.50\n[12.50 USD] Tea: 5 kg\n1 kg - Salt: 2',
    ],
    ['opening hours', 'Mon 12/05: 10:30 - 14:22\nTue 13/05: 10:30 - 14:22\n12/05/2026, 14:22'],
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

  it('is read in linear time where lines begin like messages', () => {
    const long = 100_000;
    const date = '١٢\u200f/٥\u200f/٢٠٢٦، ';
    const begun = performance.now();
    for (const start of [
      '',
      '[',
      date,
      `[${date}`,
      `${date}٢:٢٢ `,
      `${date}٢:٢٢ - `,
      'Ana, [',
      'Ana, [12.05.2026 ',
    ])
      for (const filling of ['\u200f', ' ', 'م', 'م ', '1', '1.', '1/', '. ', '下午2', '- ', '年'])
        for (const end of ['', '\n'.repeat(2)]) {
          const line = `${start}${filling.repeat(long / filling.length)}`;
          expect(splitChat(`${line}${end}${line}`)).toHaveLength(1);
          // As many lines as are read, each just long enough to be tried to its end.
          const short = `${start}${filling.repeat(40 / filling.length)}\n`;
          expect(splitChat(short.repeat(5_000)).length).toBeGreaterThan(0);
        }
    // 176 texts, some 30 million characters: seconds at most, where a runaway expression would take hours.
    expect(performance.now() - begun).toBeLessThan(60_000);
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
