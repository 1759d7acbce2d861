/** Reads all rule files of the detector; complaints about all of them come together. */
import type {
  CounterFile,
  CurrenciesFile,
  FoldFile,
  HubFile,
  IndicatorFile,
  LanguageFile,
  NotPayFile,
  NumbersFile,
  OddsFile,
  PayRuleFile,
  PlaceFile,
  ProfileFile,
  WagesFile,
  WeighingFile,
  WordFile,
} from './files';
import { type Complaint, loadRule, loadRules, ROOT, RuleError, type RuleFile } from './load';

/** All rule files, read and checked against their schemas. */
export interface RuleFiles {
  indicators: RuleFile<IndicatorFile>[];
  counters: RuleFile<CounterFile>[];
  words: RuleFile<WordFile>[];
  hubs: RuleFile<HubFile>[];
  places: RuleFile<PlaceFile>[];
  profiles: RuleFile<ProfileFile>[];
  languages: RuleFile<LanguageFile>[];
  fold: RuleFile<FoldFile>[];
  weighing: RuleFile<WeighingFile>;
  odds: RuleFile<OddsFile>;
  pay: {
    currencies: RuleFile<CurrenciesFile>;
    numbers: RuleFile<NumbersFile>;
    notPay: RuleFile<NotPayFile>;
    wages: RuleFile<WagesFile>;
    rule: RuleFile<PayRuleFile>;
  };
}

/** Reads every rule file below `root`. Throws RuleError. */
export function readRuleFiles(root: string = ROOT): RuleFiles {
  const complaints: Complaint[] = [];
  const attempt = <T>(load: () => RuleFile<T>[]): RuleFile<T>[] => {
    try {
      return load();
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      complaints.push(...error.complaints);
      return [];
    }
  };
  const read = <T>(folder: string, schema: string): RuleFile<T>[] =>
    attempt(() => loadRules<T>(folder, schema, root));
  // Files of one folder that differ in their schemas.
  const readPay = <T>(name: string): RuleFile<T> =>
    attempt(() => [loadRule<T>(`pay/${name}`, `pay-${name}`, root)])[0] as RuleFile<T>;
  const files = {
    indicators: read<IndicatorFile>('indicators', 'indicator'),
    counters: read<CounterFile>('counter', 'counter'),
    words: read<WordFile>('words', 'word'),
    hubs: read<HubFile>('hubs', 'hub'),
    places: read<PlaceFile>('places', 'place'),
    profiles: read<ProfileFile>('profiles', 'profile'),
    languages: read<LanguageFile>('languages', 'language'),
    fold: read<FoldFile>('fold', 'fold'),
    weighing: read<WeighingFile>('weighing', 'weighing')[0] as RuleFile<WeighingFile>,
    odds: read<OddsFile>('odds', 'odds')[0] as RuleFile<OddsFile>,
    pay: {
      currencies: readPay<CurrenciesFile>('currencies'),
      numbers: readPay<NumbersFile>('numbers'),
      notPay: readPay<NotPayFile>('notpay'),
      wages: readPay<WagesFile>('wages'),
      rule: readPay<PayRuleFile>('rule'),
    },
  };
  if (complaints.length > 0) throw new RuleError(complaints);
  return files;
}
