/**
 * What rule files say of each other: every id is that of its file, and every indicator, family, hub, word set, language,
 * country, currency and wage that is named exists.
 */
import { GENERAL_SIGNALS } from '../detect/odds';
import type { Complaint } from './load';
import type { RuleFiles } from './ruleFiles';

/** Complaints about names that no file bears. */
export function checkReferences(files: RuleFiles): Complaint[] {
  return new References(files).check();
}

class References {
  private readonly complaints: Complaint[] = [];
  /** What profiles and weighing may ask for. */
  private readonly facts: ReadonlySet<string>;
  private readonly indicators: ReadonlySet<string>;
  private readonly wordSets: ReadonlySet<string>;
  private readonly languages: ReadonlySet<string>;

  constructor(private readonly files: RuleFiles) {
    this.facts = new Set([
      ...files.indicators.flatMap(({ id, data }) => [id, `family:${data.family}`]),
      ...files.hubs.map(({ id }) => `hub:${id}`),
    ]);
    this.indicators = new Set(files.indicators.map(({ id }) => id));
    this.wordSets = new Set(files.words.map(({ id }) => id));
    this.languages = new Set(files.languages.map(({ id }) => id));
  }

  check(): Complaint[] {
    this.checkIds();
    for (const { file, data } of this.files.profiles) {
      data.needs.forEach((group, n) => {
        this.checkFacts(file, `needs.${n}`, group);
      });
      this.checkFacts(file, 'atLeast.of', data.atLeast?.of ?? []);
    }
    for (const { file, data } of this.files.fold)
      for (const id of Object.keys(data.clitics ?? {})) this.checkLanguage(file, `clitics.${id}`, id);
    this.checkWeighing();
    this.checkOdds();
    this.checkCurrencies();
    this.checkWages();
    this.checkPayRule();
    return this.complaints;
  }

  private complain(file: string, field: string, reason: string): void {
    this.complaints.push({ file, field, reason });
  }

  /** A rule's id is its file name, so that it can be found. */
  private checkIds(): void {
    const { indicators, counters, words, profiles, languages, hubs, places } = this.files;
    for (const { id, file, data } of [...indicators, ...counters, ...words, ...profiles, ...languages]) {
      if (data.id !== id) this.complain(file, 'id', `is "${data.id}", the file name says "${id}"`);
    }
    for (const { id, file, data } of [...hubs, ...places]) {
      if (data.country !== id)
        this.complain(file, 'country', `is "${data.country}", the file name says "${id}"`);
    }
  }

  private checkFacts(file: string, field: string, facts: readonly string[]): void {
    for (const fact of facts)
      if (!this.facts.has(fact)) this.complain(file, field, `no indicator, family or hub "${fact}"`);
  }

  private checkWords(file: string, field: string, ids: readonly string[]): void {
    for (const id of ids) if (!this.wordSets.has(id)) this.complain(file, field, `no word set "${id}"`);
  }

  private checkLanguage(file: string, field: string, id: string): void {
    if (!this.languages.has(id)) this.complain(file, field, `no language "${id}" under rules/languages`);
  }

  private checkWeighing(): void {
    const { file, data } = this.files.weighing;
    this.checkLanguage(file, 'mixes', data.mixes);
    this.checkWords(file, 'telling.words', data.telling.words);
    this.checkWords(file, 'negation', [data.negation.before, data.negation.behind]);
    for (const name of ['offer', 'work'] as const) {
      const { words, indicators, families } = data[name];
      this.checkWords(file, `${name}.words`, words);
      this.checkFacts(file, `${name}.indicators`, indicators);
      this.checkFacts(
        file,
        `${name}.families`,
        families.flat().map((family) => `family:${family}`),
      );
    }
    this.checkFacts(file, 'draws.of', data.draws.of);
  }

  private checkOdds(): void {
    const { file, data } = this.files.odds;
    const known = new Set<string>([
      ...GENERAL_SIGNALS,
      ...this.files.indicators.map(({ id }) => `indicator:${id}`),
      ...this.files.counters.map(({ id }) => `counter:${id}`),
      ...[...this.wordSets].map((id) => `words:${id}`),
    ]);
    for (const name of Object.keys(data.points))
      if (!known.has(name)) this.complain(file, `points.${name}`, 'no such signal: run `npm run fit`');
  }

  /** The currencies of languages, and what decides for one of those that are written alike. */
  private checkCurrencies(): void {
    const { file, data } = this.files.pay.currencies;
    const codes = new Set(data.currencies.map(({ code }) => code));
    for (const language of this.files.languages) {
      const { currency, writers = [] } = language.data;
      const named: [string, string | undefined][] = [
        ['currency', currency],
        ...writers.map((one, n): [string, string] => [`writers.${n}.currency`, one.currency]),
      ];
      for (const [field, code] of named)
        if (code !== undefined && !codes.has(code))
          this.complain(language.file, field, `no currency "${code}"`);
    }
    data.currencies.forEach(({ before, after }, n) => {
      for (const [side, forms] of Object.entries({ before, after }))
        forms.forEach((form, k) => {
          for (const hint of typeof form === 'string' ? [] : (form.prefer ?? []))
            if (!isCountry(hint) && !this.languages.has(hint) && !isLanguage(hint))
              this.complain(file, `currencies.${n}.${side}.${k}.prefer`, `no country or language "${hint}"`);
        });
    });
  }

  /** Towns at a border pay like a country whose wages are known. */
  private checkWages(): void {
    const { file: wagesFile, data } = this.files.pay.wages;
    const paying = new Set(data.wages.map(({ country }) => country));
    for (const { file, data: hub } of this.files.hubs)
      if (hub.border && !paying.has(hub.border.wages))
        this.complain(file, 'border.wages', `no country "${hub.border.wages}" in ${wagesFile}`);
  }

  private checkPayRule(): void {
    const { rule, wages } = this.files.pay;
    const { file, data } = rule;
    const keys = new Set(wages.data.wages.flatMap(({ roles }) => Object.keys(roles ?? {})));
    this.checkWords(file, 'salaryWords', [data.salaryWords]);
    data.wealthy.forEach((country, n) => {
      if (!isCountry(country)) this.complain(file, `wealthy.${n}`, `no country "${country}"`);
    });
    const named: [string, string][] = [
      ['indicator', data.indicator],
      ...Object.keys(data.roles).map((id): [string, string] => [`roles.${id}`, id]),
    ];
    for (const [field, id] of named)
      if (!this.indicators.has(id)) this.complain(file, field, `no indicator "${id}"`);
    for (const [id, key] of Object.entries(data.roles))
      if (!keys.has(key)) this.complain(file, `roles.${id}`, `no wage of a role "${key}" in ${wages.file}`);
  }
}

const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && COUNTRY_NAMES.of(code) !== undefined;
}

/** True for the tag of any language: amounts may be hinted at by one that has no vocabulary yet. */
function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}$/.test(tag) && LANGUAGE_NAMES.of(tag) !== undefined;
}
