/** Where a recruiter's licence and the order of a job are checked. */

import type { Settings } from '../../browser/settings';
import { chooseHelp } from '../../helplines/choose';
import type { CompiledHelp, LicenceCheck } from '../../helplines/types';
import { countryName, dateText, t } from '../messages';
import { whereabouts } from './helpData';

export interface LicenceProps {
  /** Null until it has loaded. */
  help: CompiledHelp | null;
  settings: Settings;
  promised: string[];
}

/** The registers that matter to this reader and this post, for the first step. */
export function Licence({ help, settings, promised }: LicenceProps) {
  if (help === null) return null;
  const where = whereabouts(settings, help);
  const found = chooseHelp(help, { promised, where, nationality: settings.nationality }).flatMap(
    ({ country, licenceCheck }) => (country && licenceCheck ? [{ country, licenceCheck }] : []),
  );
  if (found.length === 0) return <p class="licence soft">{t('steps.licence.none')}</p>;
  return (
    <ul class="licence">
      {found.map(({ country, licenceCheck }) => (
        <li key={country}>
          <strong>{t('steps.licence.where', { country: countryName(country) })}</strong>
          <LicencePlace check={licenceCheck} />
        </li>
      ))}
    </ul>
  );
}

/** One register: who keeps it, what to look up, and its address. */
export function LicencePlace({ check }: { check: LicenceCheck }) {
  const addresses = [
    { url: check.url, words: t('licence.open') },
    { url: check.second, words: t('licence.second') },
    { url: check.jobOrders, words: t('licence.orders') },
  ];
  return (
    <div class="licence-place">
      <span>{check.authority}</span>
      <p>{t(check.what)}</p>
      <ul class="links">
        {addresses.map(
          ({ url, words }) =>
            url && (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer noopener">
                  {words}
                </a>{' '}
                <bdi class="soft" dir="ltr">
                  {new URL(url).hostname}
                </bdi>
              </li>
            ),
        )}
      </ul>
      {check.lastSeen && <span class="soft">{t('help.line.seen', { date: dateText(check.lastSeen) })}</span>}
    </div>
  );
}
