/** Help files as they are written: the shapes that rules/schema/help.schema.json and zones.schema.json describe. */
import type { Source } from '../detect/types';
import type { Audience, HelpChannels, HelpKind, HelpLink } from '../helplines/types';

/** `by` says whose page it is, where that matters: a government's, or the operator's own. */
export interface HelpSource extends Source {
  by?: 'government' | 'operator';
  says?: string;
}

export interface LineFile {
  id: string;
  kind: HelpKind;
  name: string;
  operator: string;
  number: string | null;
  also?: string[];
  fromAbroad: string | null;
  place?: string;
  notFrom?: string[];
  hours: string | null;
  languages: string[];
  languagesAssumed?: true;
  channels?: HelpChannels;
  audience: Audience;
  confidence: 'official' | 'two-independent' | 'single';
  status: 'confirmed' | 'unconfirmed';
  lastSeen: string | null;
  mayHaveChanged?: true;
  note?: string;
  maintainerNote?: string;
  sources: HelpSource[];
}

export interface LicenceFile {
  authority: string;
  what: string;
  covers: ('leaving' | 'arriving')[];
  forbidden?: true;
  url: string | null;
  second?: string;
  jobOrders?: string;
  lastSeen: string | null;
  maintainerNote?: string;
  sources: HelpSource[];
}

export interface HelpFile {
  country: string;
  name: string;
  checked: string;
  hub?: true;
  emergency?: string;
  lines: LineFile[];
  licenceCheck?: LicenceFile;
  excluded?: { numbers: string[]; why: string; url?: string }[];
  links?: HelpLink[];
  maintainerNote?: string;
}

export interface ZonesFile {
  zones: Record<string, string[]>;
  languages: Record<string, string>;
}
