import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { smallRules } from '../small/project';

const detector = createDetector(smallRules());

/** What was found in a text, as "indicator: quote". */
function found(text: string): string[] {
  return detector.assess({ text }).findings.map(({ indicator, quote }) => `${indicator}: ${quote}`);
}

describe('matching', () => {
  it.each([
    ['a literal, whatever its case and accents', 'DATÁ Entry staff', 'role-typing: DATÁ Entry'],
    ['a stem, quoted as the whole word', 'two typists needed', 'role-typing: typists'],
    ['a word of a script without spaces', '急需打字员两名', 'role-typing: 打字员'],
    ['traditional characters as simplified', '急需打字員兩名', 'role-typing: 打字員'],
    ['alternatives', 'ask me on WhatsApp', 'chat-only: on WhatsApp'],
    ['alternatives inside a word', '我们包路费', 'paid-travel: 包路费'],
    ['a gap in one sentence', 'We pay your whole flight.', 'paid-travel: We pay your whole flight'],
    ['a pair over a question that answers itself', 'The ticket? Free!', 'paid-travel: ticket? Free'],
    ['two words of two sets', 'ticket from us, free', 'paid-travel: ticket from us, free'],
    ['an expression behind its literal', 'they sell one worker', 'selling-people: sell one worker'],
    ['a place by its name', 'Go to Cambodia', 'destination-hub: Cambodia'],
    ['a disguise', 'Go to C4mb0dia, d.a.t.a e.n.t.r.y', 'role-typing: d.a.t.a e.n.t.r.y'],
    ['a letter behind a star', 'Go to C*mbodia', 'destination-hub: C*mbodia'],
    ['what another clause denies', 'Pay nothing, free ticket', 'paid-travel: free ticket'],
    ['what a far word denies', 'Bring nothing with you but a free ticket', 'paid-travel: free ticket'],
  ])('finds %s', (_what, text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    ['inside another word', 'the stenotypist, metadata entryway'],
    ['over the end of a sentence', 'We pay. Your flight is late.'],
    ['over a longer gap', 'We pay for everything that you can think of and even the flight'],
    ['pairs over the end of a sentence', 'Free at last. The ticket was dear.'],
    ['an expression that does not fit', 'they sell one car'],
    ['that is denied before it', 'You go without any free ticket'],
    ['that is denied behind it', 'A free air ticket is not given'],
    ['in two words that a denial parts', 'The meal is free without a ticket'],
    ['over the end of a clause in a script without spaces', '我们包，路费另计'],
  ])('finds nothing %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['beside a word that makes it mean something else', 'typists, salary later', []],
    ['in another sentence than such a word', 'Typists wanted! Salary later', ['role-typing: Typists']],
    ['far from such a word', 'typists for our office, salary later', ['role-typing: typists']],
  ])('of a sign %s finds what is meant', (_what, text, expected) => {
    const rules = smallRules();
    const unless = { set: rules.wordSets.indexOf('salary'), within: 8 };
    const careful = createDetector({
      ...rules,
      indicators: rules.indicators.map((rule) => (rule.id === 'role-typing' ? { ...rule, unless } : rule)),
    });
    const typing = careful.assess({ text }).findings.filter(({ indicator }) => indicator === 'role-typing');
    expect(typing.map(({ indicator, quote }) => `${indicator}: ${quote}`)).toEqual(expected);
  });

  it('reads a long post to its end, however many terms stand before', () => {
    const long = 'typists on WhatsApp, a free ticket. '.repeat(540);
    expect(long.length).toBeGreaterThan(19_000);
    expect(found(`${long}Go to Cambodia`)).toContain('destination-hub: Cambodia');
  });

  it('finds a term of common words, however often a long post says them before', () => {
    const post = `${'We pay. '.repeat(20)}We pay your whole flight`;
    expect(found(post)).toContain('paid-travel: We pay your whole flight');
  });

  it('finds a term of three parts only where all stand in order', () => {
    const text = 'Your flight is whole. We see. We pay your whole flight';
    expect(found(text)).toContain('paid-travel: We pay your whole flight');
    expect(found('flight whole your pay We')).toEqual([]);
  });

  it('reads title, company, place and pay as well as the text, each with its own offsets', () => {
    const post = { title: 'Typist', place: 'Phnom Penh, Cambodia', text: 'Ask on Telegram' };
    const { findings } = detector.assess(post);
    for (const { field, quote, start, end } of findings) {
      expect(post[field as keyof typeof post].slice(start, end)).toBe(quote);
    }
    expect(findings.map(({ field }) => field).sort()).toEqual(['place', 'text', 'title']);
  });

  it('takes a place where the language is at home for no sign, and one abroad for one', () => {
    expect(found('The work is in Peru, and we are the ones')).toEqual(['destination-foreign: Peru']);
    expect(detector.assess({ text: 'The work is in Peru' }).promised).toEqual(['PE']);
  });
});
