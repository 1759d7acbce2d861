import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Folder, MAX_LENGTH, toText } from '../../src/detect/fold';

const folder = new Folder({ 賭: '赌', 場: '场', أ: 'ا', ة: 'ه' });

function foldedWithSpans(text: string): { folded: string; spans: [number, number][] } {
  const { codes, from, to, length } = folder.fold(text);
  const spans: [number, number][] = [];
  for (let i = 0; i < length; i++) spans.push([from[i] as number, to[i] as number]);
  return { folded: toText(codes, 0, length), spans };
}

describe('fold', () => {
  it.each([
    ['ＦＲＥＥ　Ｔｉｃｋｅｔ', 'free ticket'],
    ['Lương tháng', 'luong thang'],
    ['賭場', '赌场'],
    ['j\u200bo\u2060b', 'job'],
    ['j\ufeffo\u00adb', 'job'],
    ['\u202ejob\u202c', 'job'],
    ['ⓙⓞⓑ 𝐣𝐨𝐛 🅹🅾🅱', 'job job job'],
    ['٣٠٠٠ ๓๐๐ ३००', '3000 300 300'],
    ['أُجْرَة', 'اجره'],
    ['a \t  b\n\n c', 'a b\nc'],
    ['don’t', "don't"],
    ['1️⃣ 👍🏽', '1 👍'],
    ['⼯资', '工资'],
  ])('%j becomes %j', (text, folded) => {
    expect(folder.text(text)).toBe(folded);
  });

  it.each(['ﷺ', 'ﷻ', '…', '㌖', '㎏', '𝅘𝅥𝅯'])(
    'loses nothing behind many of %s, whatever was folded before',
    (char) => {
      const text = `${char.repeat(300)} free ticket`;
      const fresh = new Folder({}).text(text);
      expect(fresh).toMatch(/free ticket$/);
      expect(folder.text(text)).toBe(fresh);
      folder.text('a'.repeat(5_000));
      expect(folder.text(text)).toBe(fresh);
      expect(folder.fold(char.repeat(MAX_LENGTH)).length).toBeLessThanOrEqual(3 * MAX_LENGTH);
    },
  );

  it('makes at most three units of one, so that the places of the longest text take 16 bits', () => {
    expect(3 * MAX_LENGTH).toBeLessThan(2 ** 16);
    for (let unit = 0; unit < 2 ** 16; unit++)
      if (folder.fold(String.fromCharCode(unit)).length > 3) expect.unreachable(unit.toString(16));
    for (let point = 2 ** 16; point <= 0x10ffff; point++)
      if (folder.fold(String.fromCodePoint(point)).length > 6) expect.unreachable(point.toString(16));
  });

  it('keeps flags', () => {
    expect(folder.text('🇰🇭')).toBe('🇰🇭');
  });

  it('maps every folded unit to a span of the original, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { spans } = foldedWithSpans(text);
        let last = 0;
        for (const [from, to] of spans) {
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(from).toBeGreaterThanOrEqual(last);
          last = from;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a word again at its place, whatever stands around and inside it', () => {
    const noise = fc.constantFrom('', '\u200b', '\u2060', '\ufe0f', '\u00ad');
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.array(noise, { minLength: 6, maxLength: 6 }),
        (before, marks) => {
          const word = [...'ticket'].map((letter, i) => letter + (marks[i] ?? '')).join('');
          const text = `${before} ${word} end`;
          const { folded, spans } = foldedWithSpans(text);
          const at = folded.lastIndexOf('ticket end');
          expect(at).toBeGreaterThanOrEqual(0);
          const start = spans[at]?.[0] as number;
          const end = spans[at + 5]?.[1] as number;
          expect(folder.text(text.slice(start, end))).toBe('ticket');
          expect(start).toBe(before.length + 1);
        },
      ),
    );
  });

  it('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const once = folder.text(text);
        expect(folder.text(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes lone surrogates and reads no further than its limit', () => {
    expect(() => folder.text('\ud800 a \udfff')).not.toThrow();
    expect(folder.fold('a'.repeat(MAX_LENGTH + 500)).length).toBe(MAX_LENGTH);
  });
});
