/** Broken rule files: the build names file, field and reason. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSamples } from '../src/rules/checkSamples';
import { RuleError } from '../src/rules/load';
import { readRuleFiles } from '../src/rules/ruleFiles';
import { parseTerm, unboundedReasons } from '../src/rules/termSyntax';
import { type Project, smallProject } from './small/project';

let project: Project;

beforeEach(() => {
  project = smallProject();
});

afterEach(() => project.remove());

function complaints(): string[] {
  try {
    const rules = project.compile();
    return checkSamples(readRuleFiles(project.root), rules).map((c) => `${c.file}: ${c.field}: ${c.reason}`);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return error.message.split('\n');
  }
}

describe('a rule file', () => {
  it('that is right gives no complaint', () => {
    expect(complaints()).toEqual([]);
  });

  it.each([
    [
      'an unknown field',
      'indicators/role-typing.yaml',
      'family: role',
      'family: role\ncolour: red',
      'rules/indicators/role-typing.yaml: colour: unknown field',
    ],
    [
      'a missing source',
      'indicators/role-typing.yaml',
      /references: .*/,
      '',
      'rules/indicators/role-typing.yaml: references: missing',
    ],
    [
      'a source without an address',
      'indicators/role-typing.yaml',
      /, url: "[^"]*"/,
      '',
      'rules/indicators/role-typing.yaml: references.0.url: missing',
    ],
    [
      'a duplicate term',
      'indicators/role-typing.yaml',
      "'data entry'",
      "'data entry', Data Éntry",
      'rules/indicators/role-typing.yaml: terms.en.2: duplicate term: "Data Éntry" reads like "data entry"',
    ],
    [
      'an unbounded expression',
      'indicators/selling-people.yaml',
      '{1,3}',
      '*',
      'rules/indicators/selling-people.yaml: patterns.0.then: has an unbounded repeat (* or +); write {0,n}',
    ],
    [
      'a sample that does not match',
      'indicators/role-typing.yaml',
      'typists wanted',
      'cooks wanted',
      'rules/indicators/role-typing.yaml: samples.match.0: does not match: "cooks wanted"',
    ],
    [
      'a sample that must not match',
      'indicators/role-typing.yaml',
      'a tall type',
      'a tall typist',
      'rules/indicators/role-typing.yaml: samples.miss.0: matches, and must not: "a tall typist"',
    ],
    [
      'an unknown language',
      'indicators/role-typing.yaml',
      'zh:',
      'xx:',
      'rules/indicators/role-typing.yaml: terms.xx: no language "xx" under rules/languages',
    ],
    [
      'an id that is not the file name',
      'counter/licence.yaml',
      'id: licence',
      'id: permit',
      'rules/counter/licence.yaml: id: is "permit", the file name says "licence"',
    ],
    [
      'a profile that needs what is not there',
      'profiles/desk-abroad.yaml',
      'destination-area',
      'destination-moon',
      'rules/profiles/desk-abroad.yaml: needs.1: no indicator, family or hub "destination-moon"',
    ],
    [
      'a pair of words that are no set',
      'indicators/paid-travel.yaml',
      'free, ticket',
      'free, lunch',
      'rules/indicators/paid-travel.yaml: near.0.of: no word set "lunch"',
    ],
    [
      'a sign that means nothing beside words of no set',
      'indicators/paid-travel.yaml',
      'negatable: true',
      'negatable: true\nunless: { of: lunch, within: 8 }',
      'rules/indicators/paid-travel.yaml: unless.of: no word set "lunch"',
    ],
    [
      'odds of what is no signal',
      'odds/odds.yaml',
      'counter:licence',
      'counter:lunch',
      'rules/odds/odds.yaml: points.counter:lunch: no such signal: run `npm run fit`',
    ],
    [
      'prefixes of no language',
      'fold/disguises.yaml',
      'fillers: aeo',
      'fillers: aeo\nclitics: { xx: [ a ] }',
      'rules/fold/disguises.yaml: clitics.xx: no language "xx" under rules/languages',
    ],
    [
      'a language that mixes and is none',
      'weighing/weighing.yaml',
      'mixes: en',
      'mixes: xx',
      'rules/weighing/weighing.yaml: mixes: no language "xx" under rules/languages',
    ],
    [
      'a border that pays like no country',
      'hubs/KH.yaml',
      'areas:',
      'border: { wages: JP, names: { en: [ poipet ] } }\nareas:',
      'rules/hubs/KH.yaml: border.wages: no country "JP" in rules/pay/wages.yaml',
    ],
    [
      'a wealthy country that is none',
      'pay/rule.yaml',
      '[ JP ]',
      '[ JP, QQ ]',
      'rules/pay/rule.yaml: wealthy.1: no country "QQ"',
    ],
    [
      'pay by no indicator',
      'pay/rule.yaml',
      'indicator: pay-high',
      'indicator: pay-moon',
      'rules/pay/rule.yaml: indicator: no indicator "pay-moon"',
    ],
    [
      'the wage of a role that is no indicator',
      'pay/rule.yaml',
      'role-typing:',
      'role-moon:',
      'rules/pay/rule.yaml: roles.role-moon: no indicator "role-moon"',
    ],
    [
      'a role of which no wage is known',
      'pay/rule.yaml',
      'dataEntry',
      'dataExit',
      'rules/pay/rule.yaml: roles.role-typing: no wage of a role "dataExit" in rules/pay/wages.yaml',
    ],
    [
      'words for wages that are no set',
      'pay/rule.yaml',
      'salaryWords: salary',
      'salaryWords: lunch',
      'rules/pay/rule.yaml: salaryWords: no word set "lunch"',
    ],
    [
      'a currency that nobody has',
      'pay/currencies.yaml',
      '"$" ]',
      '{ form: "$", ambiguous: true, prefer: [ KH, zh, gu, QQ ] } ]',
      'rules/pay/currencies.yaml: currencies.0.before.1.prefer: no country or language "QQ"',
    ],
    [
      'a language that pays in no currency',
      'languages/zh.yaml',
      'currency: CNY',
      'currency: XXX',
      'rules/languages/zh.yaml: currency: no currency "XXX"',
    ],
    [
      'an unknown family',
      'indicators/role-typing.yaml',
      'family: role',
      'family: roles',
      'rules/indicators/role-typing.yaml: family: must be equal to one of the allowed values',
    ],
    [
      'text that is no YAML',
      'counter/licence.yaml',
      'terms: {',
      'terms: { {',
      'rules/counter/licence.yaml: (file):',
    ],
    [
      'a term of one letter',
      'indicators/role-typing.yaml',
      "'data entry'",
      'x',
      'rules/indicators/role-typing.yaml: terms.en.1: "x" is a single character',
    ],
  ])('with %s is refused', (_what, file, from, to, expected) => {
    project.edit(file, from, to);
    expect(complaints().find((line) => line.startsWith(expected))).toBeDefined();
  });

  it('is complained of together with all others', () => {
    const broken = ['indicators/role-typing', 'odds/odds', 'pay/rule', 'pay/wages'];
    for (const name of broken) project.edit(`${name}.yaml`, '', 'colour: red\n');
    expect(complaints().sort()).toEqual(broken.map((name) => `rules/${name}.yaml: colour: unknown field`));
  });
});

describe('a term', () => {
  const parse = (term: string) =>
    parseTerm(term, (text) => text.toLowerCase()).map((way) => way.map((part) => part.literals));

  it('is plain words, alternatives, stems, gaps', () => {
    expect(parse('free ticket')).toEqual([[['free ticket']]]);
    expect(parse('(free|paid) ticket')).toEqual([[['free ticket', 'paid ticket']]]);
    expect(parse('tick*')).toEqual([[['tick*']]]);
    expect(parse('we … pay')).toEqual([[['we'], ['pay']]]);
    expect(parse('(very |)free')).toEqual([[['very free', 'free']]]);
  });

  it.each(['', '…', 'a … b … c … d', '(free', 'free|paid', 'ab*'])('"%s" is refused', (term) => {
    expect(() => parse(term)).toThrow();
  });
});

describe('an expression', () => {
  it.each(['a*', 'a+', 'a{2,}', 'a{1,99}', '(?=a)', '(a)\\1', '('])('%s is refused', (source) => {
    expect(unboundedReasons(source)).not.toEqual([]);
  });

  it.each([
    '(a{1,2}b){1,3}',
    '(a|a){0,60}b',
    '((a{0,60})b{0,1}){0,60}',
    '(?:(?:(a|b)c)d){2}',
    '((ab)?c){0,3}',
    '((ab){0,3}c){0,3}',
    '(?:(a|b)?){0,3}',
  ])('%s is refused: what can match in several ways is repeated', (source) => {
    expect(unboundedReasons(source)).toEqual(['repeats a group that holds a repeat or alternatives']);
  });

  it.each([
    '\\s{1,3}(a|b)',
    '[^a]{0,20}b?',
    '(?:ab){0,3}',
    '(?:ab)?',
    '(?<name>ab){0,3}',
    '((?:ab)){0,3}',
    '(a|b)?c',
    '(a|b){0,1}c',
    '(a(b|c)?)?',
    '(?:a{1,3}b)?',
    '([a|b?]\\?\\|\\(){0,3}',
  ])('%s is fine', (source) => {
    expect(unboundedReasons(source)).toEqual([]);
  });
});
