/** What rule files say of each other: every id is that of its file, and every indicator, family, hub and word set that is named exists. */
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
  private readonly wordSets: ReadonlySet<string>;

  constructor(private readonly files: RuleFiles) {
    this.facts = new Set([
      ...files.indicators.flatMap(({ id, data }) => [id, `family:${data.family}`]),
      ...files.hubs.map(({ id }) => `hub:${id}`),
    ]);
    this.wordSets = new Set(files.words.map(({ id }) => id));
  }

  check(): Complaint[] {
    this.checkIds();
    for (const { file, data } of this.files.profiles) {
      data.needs.forEach((group, n) => {
        this.checkFacts(file, `needs.${n}`, group);
      });
      this.checkFacts(file, 'atLeast.of', data.atLeast?.of ?? []);
    }
    this.checkWeighing();
    this.checkOdds();
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

  private checkWeighing(): void {
    const { file, data } = this.files.weighing;
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
}
