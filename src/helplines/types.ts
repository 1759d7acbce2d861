/** The compiled help data (src/generated/help.json): plain JSON that surfaces load. Only what may be shown is in it. */
import type { Source } from '../detect/types';

export type HelpKind =
  | 'trafficking'
  | 'consular'
  | 'migrant-worker'
  | 'ngo'
  | 'cybercrime'
  | 'child'
  | 'police';

export type Audience = 'anyone' | 'citizens-abroad' | 'workers-here' | 'women' | 'children' | 'job-seekers';

/** Other ways than a call: phone numbers, an e-mail address, an http(s) address. */
export interface HelpChannels {
  whatsapp?: string;
  telegram?: string;
  signal?: string;
  sms?: string;
  email?: string;
  web?: string;
}

/** One line that may be shown. Dates are ISO (YYYY, YYYY-MM or YYYY-MM-DD), countries ISO 3166-1 alpha-2. */
export interface HelpLine {
  /** `<country>/<id>`, unique. */
  id: string;
  country: string;
  kind: HelpKind;
  name: string;
  operator: string;
  /** As dialled in the country; null when there are only other channels. */
  number: string | null;
  /** More numbers of the same line. */
  also: string[];
  /** With country code; null when the line cannot be reached from abroad, as far as is known. */
  fromAbroad: string | null;
  /** Country in which an embassy stands; null for all other lines. */
  place: string | null;
  /** Countries from which it does not work. */
  notFrom: string[];
  hours: string | null;
  languages: string[];
  languagesAssumed: boolean;
  channels: HelpChannels;
  audience: Audience;
  /** True when the operator or a government says the number itself; else two independent sources do. */
  official: boolean;
  /** Null when only undated pages of a government or of the operator name it. */
  lastSeen: string | null;
  mayHaveChanged: boolean;
  /** Key of the message with what the reader must know. */
  note: string | null;
  /** Best first: a government's, then the newest. */
  sources: Source[];
}

/** Where a recruiter's licence is checked. */
export interface LicenceCheck {
  authority: string;
  /** Key of the message that says what is found there. */
  what: string;
  /** `leaving`: agencies that send people away; `arriving`: agencies that take people in. */
  covers: ('leaving' | 'arriving')[];
  /** No agency is lawful at all. */
  forbidden: boolean;
  url: string | null;
  second: string | null;
  /** Where the order of one job is checked. */
  jobOrders: string | null;
  lastSeen: string | null;
  sources: Source[];
}

export interface HelpCountry {
  country: string;
  /** The embassy comes first here, the police never. */
  hub: boolean;
  /** Id of the line that is the general emergency number. */
  emergency: string | null;
  lines: HelpLine[];
  licenceCheck: LicenceCheck | null;
}

export interface HelpLink {
  name: string;
  url: string;
}

export interface Zones {
  /** IANA time zone -> country. */
  zones: Record<string, string>;
  /** Language tag without region -> home country. */
  languages: Record<string, string>;
}

export interface CompiledHelp {
  /** Day on which the newest file was checked; nothing in the data is younger. */
  checked: string;
  /** By ISO code; `INT` is not a country and stands in `links`. */
  countries: Record<string, HelpCountry>;
  links: HelpLink[];
  zones: Zones;
}
