/** Compiles rules/ into what the detector loads. Complaints about all files come together in one RuleError. */
import type {
  CompiledCounter,
  CompiledHub,
  CompiledIndicator,
  CompiledPlace,
  CompiledProfile,
  CompiledRules,
  Meaning,
  Pattern,
} from '../detect/compiled';
import { Folder, keep } from '../detect/fold';
import type { CompiledLanguage } from '../detect/language';
import { findStarts, OPENINGS, StartsRoom } from '../detect/starts';
import { checkReferences } from './checkReferences';
import { compilePay } from './compilePay';
import { compileWording } from './compileWording';
import type {
  CounterFile,
  HubFile,
  IndicatorFile,
  LanguageFile,
  PlaceFile,
  ProfileFile,
  TermsByLanguage,
  WordFile,
} from './files';
import { disguises, traditionalPairs, usedPairs, variantPairs } from './fold';
import { type Complaint, ROOT, RuleError, type RuleFile } from './load';
import { Packer, type Read } from './packer';
import type { RuleFiles } from './ruleFiles';
import { parseTerm, unboundedReasons } from './termSyntax';
import { WRITINGS } from './writings';

/** Compiles all rules below `root`. `version` is stamped into the result. Throws RuleError. */
export function compileRules(files: RuleFiles, version: string, root: string = ROOT): CompiledRules {
  return new Compiler(files, root).compile(version);
}

class Compiler {
  private readonly complaints: Complaint[] = [];
  private readonly packer = new Packer();
  private readonly traditional = traditionalPairs();
  private readonly variants: Record<string, string>;
  private readonly folder: Folder;
  private readonly langs: string[];
  private readonly wordSets: string[];

  constructor(
    private readonly files: RuleFiles,
    private readonly root: string,
  ) {
    this.variants = variantPairs(files.fold);
    this.folder = new Folder({ ...this.variants, ...this.traditional });
    this.langs = files.languages.map((file) => file.id);
    this.wordSets = files.words.map((file) => file.id);
  }

  compile(version: string): CompiledRules {
    const { files } = this;
    this.complaints.push(...checkReferences(files));
    const indicators = files.indicators.map((file, of) => this.indicator(file, of));
    const counters = files.counters.map((file, of) => this.counter(file, of));
    files.words.forEach((file, of) => {
      this.addTerms(file, 'terms', file.data.terms, { kind: 'word', of, lang: -1 });
      if (files.weighing.data.telling.words.includes(file.id)) this.addTelling(file);
    });
    const places: CompiledPlace[] = [];
    const hubs = files.hubs.map((file) => this.hub(file, places));
    for (const file of files.places) this.place(file, places);
    const languages = files.languages.map((file, of) => this.language(file, of));
    const pay = compilePay(files.pay, {
      fold: (text) => this.folder.text(text),
      wordSets: this.wordSets,
      homeCurrency: Object.fromEntries(
        files.languages.flatMap(({ id, data }) => (data.currency ? [[id, data.currency]] : [])),
      ),
      writers: Object.fromEntries(
        files.languages.flatMap(({ id, data }) => (data.writers ? [[id, data.writers]] : [])),
      ),
      packer: this.packer,
    });
    const wordings = compileWording(this.root, this.langs, this.complaints);
    if (this.complaints.length > 0) throw new RuleError(this.complaints);
    const { packs, used } = this.packer.finish(this.readSamples());
    return {
      version,
      fold: { ...this.variants, ...usedPairs(this.traditional, used) },
      disguises: disguises(files.fold),
      ...this.clitics(),
      languages,
      indicators,
      counters,
      wordSets: this.wordSets,
      places,
      hubs,
      profiles: files.profiles.map(profile),
      weighing: files.weighing.data,
      odds: files.odds.data,
      pay,
      packs: packs.map((pack) => ({ ...pack, wording: wordings.get(this.langs[pack.lang] ?? '') ?? '' })),
      apart: [],
    };
  }

  /** The samples of all rules: they show how often words stand in texts. */
  private readSamples(): Read[] {
    const { indicators, counters } = this.files;
    const samples = [...indicators, ...counters].flatMap(({ data }) => [
      ...data.samples.match,
      ...data.samples.miss,
    ]);
    const beginnings = { clitics: new Set<number>(), openings: new Uint8Array(OPENINGS) };
    return samples.map((sample) => {
      const text = keep(this.folder.fold(sample.text));
      return { text, starts: findStarts(text, beginnings, new StartsRoom()) };
    });
  }

  private complain(file: string, field: string, reason: string): void {
    this.complaints.push({ file, field, reason });
  }

  private indicator(file: RuleFile<IndicatorFile>, of: number): CompiledIndicator {
    const { data } = file;
    this.evidence(file, of, false);
    if (!data.terms && !data.near && !data.patterns && !data.place && !data.measure) {
      this.complain(file.file, 'terms', 'nothing to look for: give terms, near, patterns, place or measure');
    }
    return {
      id: data.id,
      family: data.family,
      weight: data.weight,
      decisive: data.decisive ?? false,
      negatable: data.negatable ?? false,
      unpaid: data.unpaid ?? false,
      yields: data.yields ?? false,
      unless: this.unless(file),
      near: this.near(file),
      patterns: data.patterns ?? [],
      sources: data.references,
    };
  }

  private counter(file: RuleFile<CounterFile>, of: number): CompiledCounter {
    const { id, kind, weight, again = 0, negatable = false, patterns } = file.data;
    this.evidence(file, of, true);
    return { id, kind, weight, again, negatable, near: this.near(file), patterns: patterns ?? [] };
  }

  /** Terms and expressions of an indicator or counter-indicator. */
  private evidence(file: RuleFile<IndicatorFile | CounterFile>, of: number, counter: boolean): void {
    const kind = counter ? 'counter' : 'indicator';
    this.addTerms(file, 'terms', file.data.terms ?? {}, { kind, of, lang: -1 });
    file.data.patterns?.forEach((pattern, n) => {
      this.addPattern(file, pattern, of, counter, n);
    });
  }

  private addPattern(
    file: RuleFile<unknown>,
    { start, then }: Pattern,
    of: number,
    counter: boolean,
    n: number,
  ): void {
    for (const reason of unboundedReasons(then)) this.complain(file.file, `patterns.${n}.then`, reason);
    const kind = counter ? 'counter-pattern' : 'pattern';
    this.packer.addLiterals({ kind, of, lang: -1, pattern: n }, [this.folder.text(start)]);
  }

  private unless({ file, data }: RuleFile<IndicatorFile>): CompiledIndicator['unless'] {
    if (!data.unless) return null;
    const set = this.wordSets.indexOf(data.unless.of);
    if (set === -1) this.complain(file, 'unless.of', `no word set "${data.unless.of}"`);
    return { set, within: data.unless.within };
  }

  private near(file: RuleFile<IndicatorFile | CounterFile>): CompiledIndicator['near'] {
    return (file.data.near ?? []).map(({ of, within }, n) => {
      const sets = of.map((id) => this.wordSets.indexOf(id)) as [number, number];
      of.forEach((id, k) => {
        if (sets[k] === -1) this.complain(file.file, `near.${n}.of`, `no word set "${id}"`);
      });
      return { sets, within };
    });
  }

  /** Adds the terms of each language under `meaning`, with that language. */
  private addTerms(
    file: RuleFile<unknown>,
    field: string,
    byLanguage: TermsByLanguage,
    meaning: Meaning,
  ): void {
    for (const [lang, terms] of Object.entries(byLanguage)) {
      const path = `${field}.${lang}`;
      const index = this.langs.indexOf(lang);
      if (index < 0) this.complain(file.file, path, `no language "${lang}" under rules/languages`);
      const seen = new Map<string, string>();
      terms.forEach((term, n) => {
        this.addTerm(file.file, `${path}.${n}`, term, { ...meaning, lang: index }, seen);
      });
    }
  }

  /** Words of which every text about work holds some tell its language too. Broken terms are complained of elsewhere. */
  private addTelling({ data }: RuleFile<WordFile>): void {
    for (const [lang, terms] of Object.entries(data.terms)) {
      const of = this.langs.indexOf(lang);
      for (const term of terms) {
        try {
          for (const parts of parseTerm(term, (text) => this.folder.text(text)))
            if (parts.length === 1)
              this.packer.addLiterals({ kind: 'common', of, lang: of }, parts[0]?.literals ?? []);
        } catch {}
      }
    }
  }

  private addTerm(
    file: string,
    path: string,
    term: string,
    meaning: Meaning,
    seen: Map<string, string>,
  ): void {
    try {
      const ways = parseTerm(term, (text) => this.folder.text(text));
      const key = JSON.stringify(ways);
      const twin = seen.get(key);
      if (twin !== undefined) this.complain(file, path, `duplicate term: "${term}" reads like "${twin}"`);
      seen.set(key, term);
      this.pack(meaning, ways);
      for (const writing of this.files.languages[meaning.lang]?.data.alsoWritten ?? []) {
        const other = WRITINGS[writing]?.(term) ?? term;
        if (other !== term)
          this.pack(
            meaning,
            parseTerm(other, (text) => this.folder.text(text)),
          );
      }
    } catch (error) {
      this.complain(file, path, error instanceof Error ? error.message : String(error));
    }
  }

  private pack(meaning: Meaning, ways: ReturnType<typeof parseTerm>): void {
    for (const parts of ways) {
      if (parts.length > 1) this.packer.addSequence(meaning, parts);
      else this.packer.addLiterals(meaning, parts[0]?.literals ?? []);
    }
  }

  private hub(file: RuleFile<HubFile>, places: CompiledPlace[]): CompiledHub {
    const { country, references, weight, names, areas, border, compounds } = file.data;
    const add = (
      field: string,
      kind: CompiledPlace['kind'],
      points: number,
      terms: TermsByLanguage,
      wages: string,
    ) => {
      this.addPlace(file, field, terms, places, { country, kind, hub: true, weight: points, wages });
    };
    add('names', 'country', weight.country, names, country);
    if (areas) add('areas', 'area', weight.area, areas, country);
    if (border) add('border.names', 'area', weight.area, border.names, border.wages);
    if (compounds) add('compounds', 'compound', weight.compound, compounds, border?.wages ?? country);
    return { country, sources: references };
  }

  private place(file: RuleFile<PlaceFile>, places: CompiledPlace[]): void {
    const { country, names } = file.data;
    const weight = this.files.indicators.find((rule) => rule.data.place === 'foreign')?.data.weight ?? 0;
    this.addPlace(file, 'names', names, places, {
      country,
      kind: 'foreign',
      hub: false,
      weight,
      wages: country,
    });
  }

  private addPlace(
    file: RuleFile<unknown>,
    field: string,
    terms: TermsByLanguage,
    places: CompiledPlace[],
    place: Omit<CompiledPlace, 'indicator'>,
  ): void {
    const indicator = this.files.indicators.findIndex((rule) => rule.data.place === place.kind);
    if (indicator < 0) this.complain(file.file, field, `no indicator takes places of kind "${place.kind}"`);
    const of = places.length;
    places.push({ ...place, indicator });
    this.addTerms(file, field, terms, { kind: 'place', of, lang: -1 });
  }

  private language(file: RuleFile<LanguageFile>, of: number): CompiledLanguage {
    const { id, home, script, alsoScripts = [], pull, common } = file.data;
    // Single letters stand in every disguised or abbreviated text.
    const terms = [...new Set(common.map((word) => this.folder.text(word).trim()))].filter(
      (word) => word !== '' && !/^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(word),
    );
    this.packer.addLiterals({ kind: 'common', of, lang: of }, terms);
    return { id, home, scripts: [script, ...alsoScripts], pull };
  }

  /** Clitic prefixes of all languages together, and which languages have any. */
  private clitics(): Pick<CompiledRules, 'clitics' | 'gluing'> {
    const byLanguage = this.files.fold.flatMap(({ data }) => Object.entries(data.clitics ?? {}));
    const prefixes = byLanguage.flatMap(([, list]) => list.map((one) => this.folder.text(one)));
    const gluing = byLanguage.map(([id]) => this.files.languages.findIndex((file) => file.id === id));
    return { clitics: [...new Set(prefixes)], gluing: [...new Set(gluing)] };
  }
}

function profile({ data }: RuleFile<ProfileFile>): CompiledProfile {
  const { id, level, needs, atLeast } = data;
  return { id, level, needs, count: atLeast?.count ?? 0, of: atLeast?.of ?? [] };
}
