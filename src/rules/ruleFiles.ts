/** Reads all rule files of the detector; complaints about all of them come together. */
import type {
  CounterFile,
  FoldFile,
  HubFile,
  IndicatorFile,
  LanguageFile,
  OddsFile,
  PlaceFile,
  ProfileFile,
  WeighingFile,
  WordFile,
} from './files';
import { type Complaint, loadRules, ROOT, RuleError, type RuleFile } from './load';

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
}

/** Reads every rule file below `root`. Throws RuleError. */
export function readRuleFiles(root: string = ROOT): RuleFiles {
  const complaints: Complaint[] = [];
  const read = <T>(folder: string, schema: string): RuleFile<T>[] => {
    try {
      return loadRules<T>(folder, schema, root);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      complaints.push(...error.complaints);
      return [];
    }
  };
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
  };
  if (complaints.length > 0) throw new RuleError(complaints);
  return files;
}
