import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { smallRules } from '../small/project';

const detector = createDetector(smallRules());

/** What pairs were found in a text, as "indicator: quote". */
function found(text: string): string[] {
  return detector
    .assess({ text })
    .findings.map(({ indicator, quote }) => `${indicator}: ${quote}`)
    .sort();
}

describe('a pair of words', () => {
  it.each([
    [
      'the closest',
      'free of charge: meals, free ticket',
      ['paid-living: free of charge: meals', 'paid-travel: free ticket'],
    ],
    [
      'what no comma parts, though it is farther',
      'ticket, free flight of yours',
      ['paid-travel: free flight'],
    ],
    [
      'all of a list that begins with the word',
      'free room, ticket',
      ['paid-living: free room', 'paid-travel: free room, ticket'],
    ],
    [
      'all of a list that ends with the word',
      'ticket, room free',
      ['paid-living: room free', 'paid-travel: ticket, room free'],
    ],
    [
      'what stands alone on both sides of a comma',
      'ticket from us, free',
      ['paid-travel: ticket from us, free'],
    ],
    [
      'over the comma of a Chinese list',
      '住宿免费、机票',
      ['paid-living: 住宿免费', 'paid-travel: 免费、机票'],
    ],
  ])('is %s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['a comma', 'room free, ticket extra', ['paid-living: room free']],
    ['a bullet', 'Room free ✅ ticket yours', ['paid-living: Room free']],
    [
      'a comma when the thing behind it has a word of its own',
      'free, ticket free',
      ['paid-travel: ticket free'],
    ],
    ['a Chinese comma', '住宿免费，机票自理', ['paid-living: 住宿免费']],
    ['an Arabic comma, in whatever language', 'meals free، flight yours', ['paid-living: meals free']],
  ])('does not reach over %s when it has its own word already', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
