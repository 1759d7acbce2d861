import { describe, expect, it } from 'vitest';
import { Folder, keep } from '../../src/detect/fold';
import { Cutter, Wording } from '../../src/detect/wording';
import { formatWording, packWordingFile, parseWording } from '../../src/rules/compileWording';

const folder = new Folder({});
const fold = (text: string) => keep(folder.fold(text));

/** The different pieces of a text, blanks shown as "_". */
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  new Cutter().cut(fold(text), (codes, start, width) => {
    pieces.add(String.fromCharCode(...codes.subarray(start, start + width)).replaceAll(' ', '_'));
  });
  return pieces;
}

/** A wording that knows `weights` (a blank for the end of a word). */
function wordingOf(weights: Record<string, number>, bias = 0, scale = 1): Wording {
  return new Wording(packWordingFile({ bias, scale, weights: new Map(Object.entries(weights)) }));
}

describe('the pieces of a text', () => {
  it('are words, pairs of words, and five characters of longer words', () => {
    expect(piecesOf('Chat jobs')).toEqual(
      new Set(['_chat_', '_chat', 'chat_', '_chat_jobs_', '_jobs_', '_jobs', 'jobs_']),
    );
  });

  it('know numbers only as numbers, and signs not at all', () => {
    expect(piecesOf('$3,000!!')).toEqual(new Set(['_0_', '_0_0_']));
    expect(piecesOf('🔥 … 🔥')).toEqual(new Set());
  });

  it('are two to four characters where no blanks part the words', () => {
    expect(piecesOf('招聘客服')).toEqual(new Set(['招聘', '聘客', '客服', '招聘客', '聘客服', '招聘客服']));
    expect(piecesOf('ไทย 5')).toEqual(new Set(['ไท', 'ทย', 'ไทย', '_0_']));
  });

  it('make no pair across a run of another kind', () => {
    expect(piecesOf('it 客服 go')).toEqual(new Set(['_it_', '客服', '_go_']));
  });

  it('are few for a long word, and any text at all has some', () => {
    let told = 0;
    new Cutter().cut(fold('a'.repeat(20_000)), () => told++);
    expect(told).toBeLessThan(20_010);
    for (const text of ['', '\ud800', '\udfff\ud83d', '0'.repeat(9_999)])
      expect(() => piecesOf(text)).not.toThrow();
  });
});

describe('wording', () => {
  it('adds up what the pieces of a post weigh, each once, by the root of how many it knows', () => {
    const wording = wordingOf({ ' chat ': 3, ' pay ': 1, ' not here ': 9 }, 0.5);
    expect(wording.weigh([fold('chat')])).toBeCloseTo(3.5, 3);
    expect(wording.weigh([fold('chat chat chat')])).toBeCloseTo(3.5, 3);
    expect(wording.weigh([fold('chat'), fold('pay')])).toBeCloseTo(0.5 + 4 / Math.SQRT2, 3);
  });

  it('says its bias of a text that it knows nothing of, and never more than it may', () => {
    expect(wordingOf({ ' chat ': 3 }, -0.25).weigh([fold('good morning')])).toBeCloseTo(-0.25, 3);
    expect(wordingOf({ ' chat ': 100 }).weigh([fold('chat')])).toBe(6);
    expect(wordingOf({ ' chat ': -100 }).weigh([fold('chat')])).toBe(-6);
  });

  it('judges each text alike, however many came before', () => {
    const wording = wordingOf({ ' chat ': 2, ' pay ': -1 });
    for (let n = 0; n < 600; n++) {
      expect(wording.weigh([fold('chat')])).toBeCloseTo(2, 3);
      expect(wording.weigh([fold('pay')])).toBeCloseTo(-1, 3);
    }
  });

  it('keeps thousands of pieces apart', () => {
    const letters = [...'abcdefghijklmnopqr'];
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));
    const wording = wordingOf(
      Object.fromEntries(words.map((word, n) => [` ${word} `, (n % 200) - 100])),
      0,
      0.01,
    );
    words.forEach((word, n) => {
      expect(wording.weigh([fold(word)])).toBeCloseTo(((n % 200) - 100) / 100, 3);
    });
  });
});

describe('a wording file', () => {
  const file = {
    bias: -0.5,
    scale: 0.02,
    weights: new Map([
      [' chat jobs ', 90],
      ['招聘', 3],
      [' visa ', -40],
    ]),
  };

  it('is read as it was written, heaviest pieces first', () => {
    const text = formatWording(file);
    expect(text).toBe('bias\t-0.5000\nscale\t0.0200\n90\t_chat_jobs_\n3\t招聘\n-40\t_visa_\n');
    expect(parseWording(text, () => expect.unreachable())).toEqual(file);
  });

  it('complains of each line that is not right, by its number, and keeps the others', () => {
    const complaints: string[] = [];
    const text = 'bias\tmuch\nscale\t1\n200\tbig\n0\tnothing\n1.5\thalf\n7\t\n9\tright\n';
    const { weights } = parseWording(text, (field, reason) => complaints.push(`${field}: ${reason}`));
    expect(complaints).toEqual([
      'bias: the line "bias", a tab and a number are missing',
      'line 3: "200" is no whole number from -127 to 127 but 0',
      'line 4: "0" is no whole number from -127 to 127 but 0',
      'line 5: "1.5" is no whole number from -127 to 127 but 0',
      'line 6: an empty piece',
    ]);
    expect([...weights]).toEqual([['right', 9]]);
  });
});
