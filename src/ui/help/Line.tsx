/** One help line: who answers, the number to dial, when it was last seen, and where. */
import { useId } from 'preact/hooks';
import { numberToDial } from '../../helplines/choose';
import type { HelpChannels, HelpLine } from '../../helplines/types';
import { countryName, dateText, hoursText, languageName, listText, t } from '../messages';

/** `from` is the country from which the reader would call, if known. */
export function Line({ line, from }: { line: HelpLine; from: string | null }) {
  const { number, onlyInside } = numberToDial(line, from);
  // Who goes from link to link hears a number: whose it is comes with it.
  const name = useId();
  return (
    <li class="line">
      <strong class="line-name" id={name} dir="auto">
        {line.name}
      </strong>
      <span class="soft">{t('help.line.operator', { operator: line.operator })}</span>
      {number !== null && <Dial number={number} of={name} />}
      {onlyInside && (
        <span class="soft">{t('help.line.inside', { country: countryName(line.country) })}</span>
      )}
      {line.also.length > 0 && <Also numbers={line.also} />}
      <Channels channels={line.channels} of={name} />
      {line.hours && <span class="soft">{t('help.line.hours', { hours: hoursText(line.hours) })}</span>}
      <Languages line={line} />
      {line.note && <p class="line-note">{t(line.note)}</p>}
      <Seen line={line} />
    </li>
  );
}

/** `of` is the id of the element that names the line. */
function Dial({ number, of }: { number: string; of: string }) {
  return (
    <a class="button dial" href={`tel:${number.replace(/[^+\d*#]/g, '')}`} aria-describedby={of}>
      <bdi dir="ltr">{number}</bdi>
    </a>
  );
}

function Also({ numbers }: { numbers: string[] }) {
  return (
    <span class="soft">
      {t('help.line.also')} <bdi dir="ltr">{numbers.join(' · ')}</bdi>
    </span>
  );
}

/** Address of a channel, or null where a number can only be read and typed. */
const ADDRESS: Record<keyof HelpChannels, (value: string) => string | null> = {
  whatsapp: (value) => `https://wa.me/${value.replace(/\D/g, '')}`,
  telegram: () => null,
  signal: () => null,
  sms: (value) => `sms:${value.replace(/[^+\d]/g, '')}`,
  email: (value) => `mailto:${value}`,
  web: (value) => value,
};

function Channels({ channels, of }: { channels: HelpChannels; of: string }) {
  const entries = Object.entries(channels) as [keyof HelpChannels, string][];
  if (entries.length === 0) return null;
  return (
    <ul class="channels">
      {entries.map(([channel, value]) => {
        const href = ADDRESS[channel](value);
        const shown = <bdi dir="ltr">{value.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')}</bdi>;
        return (
          <li key={channel}>
            <span id={`${of}-${channel}`}>{t(`help.channel.${channel}`)}</span>{' '}
            {href === null ? (
              shown
            ) : (
              <a
                href={href}
                target="_blank"
                rel="noreferrer noopener"
                aria-describedby={`${of}-${channel} ${of}`}
              >
                {shown}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Languages({ line }: { line: HelpLine }) {
  if (line.languages.length === 0) return null;
  const languages = listText(line.languages.map(languageName));
  return (
    <span class="soft">
      {line.languagesAssumed
        ? t('help.line.languages.assumed', { languages })
        : t('help.line.languages', { languages })}
    </span>
  );
}

function Seen({ line }: { line: HelpLine }) {
  const [source] = line.sources;
  return (
    <span class="soft line-seen">
      {line.lastSeen === null
        ? t('help.line.undated')
        : t('help.line.seen', { date: dateText(line.lastSeen) })}{' '}
      {line.mayHaveChanged && `${t('help.line.old')} `}
      {source && (
        <>
          {t('reasons.source')}{' '}
          <a href={source.url} target="_blank" rel="noreferrer noopener" dir="auto">
            {source.title}
          </a>
        </>
      )}
    </span>
  );
}
