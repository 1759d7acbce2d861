import { describe, expect, it } from 'vitest';
import { Folder, toText } from '../../src/detect/fold';
import { Unmasker } from '../../src/detect/unmask';
import type { FoldFile } from '../../src/rules/files';
import { disguises } from '../../src/rules/fold';
import { loadRules } from '../../src/rules/load';

const folder = new Folder({});
const unmasker = new Unmasker(disguises(loadRules<FoldFile>('fold', 'fold')));

function unmask(text: string): string | null {
  const plain = unmasker.unmask(folder.fold(text), text);
  return plain && toText(plain.codes, 0, plain.length);
}

describe('unmask', () => {
  it.each([
    ['join t.e.l.e.g.r.a.m now', 'join telegram now'],
    ['join t e l e g r a m, now', 'join telegram, now'],
    ['h i r i n g   s t a f f', 'hiring staff'],
    ['c4s1no j0bs', 'casino jobs'],
    ['саsino', 'casino'],
    ['tеlegrаm', 'telegram'],
    ['GoIden TriangIe', 'golden triangle'],
    ['hiiiiring', 'hiring'],
    ['柬 埔 寨', '柬埔寨'],
    ['柬*埔*寨', '柬埔寨'],
    ['包机\n票', '包机票'],
    ['tele.gram', 'telegram'],
    ['v.i.e.c n.h.e', 'viec nhe'],
    ['Р A Б 0 T A', 'работа'],
    ['ㅋㅐㅁ보ㄷl아 ㄱㅗ수익 ㅇrㄹ바', '캠보디아고수익알바'],
    ['tr4b4j0 3n 4s1a c0n g3nt3 d3 4qu1', 'trabajo en asia con gente de aqui'],
    ['9OO a month, 15OO later', '900 a month, 1500 later'],
    ['d.a.t.a e.n.t.r.y', 'data entry'],
  ])('%j reads %j', (text, plain) => {
    expect(unmask(text)).toBe(plain);
  });

  it.each([
    'an ordinary sentence, with 24 h service.',
    'see you at 10.30',
    'I am a b c student',
    'Привет, как дела',
  ])('%j needs no second reading', (text) => {
    expect(unmask(text)).toBeNull();
  });

  it('keeps the way back to the original', () => {
    const text = 'join t.e.l.e.g.r.a.m now';
    const plain = unmasker.unmask(folder.fold(text), text);
    const at = toText(plain?.codes as Uint16Array, 0, plain?.length ?? 0).indexOf('telegram');
    expect(text.slice(plain?.from[at], plain?.to[at + 7])).toBe('t.e.l.e.g.r.a.m');
  });
});
