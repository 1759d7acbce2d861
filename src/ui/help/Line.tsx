/** One help line: who answers, the number to dial, when it was last seen, and where. */
import { useId } from 'preact/hooks';
import { numberToDial } from '../../helplines/choose';
import type { HelpChannels, HelpLine } from '../../helplines/types';
import { CopyButton } from '../CopyButton';
import { countryName, dateText, hoursText, languageName, listText, t } from '../messages';
import { Rich } from '../Rich';

export interface LineProps {
  line: HelpLine;
  /** The country from which the reader would call, if known. */
  from: string | null;
  /** The number is not the first to call. */
  quiet?: boolean;
  /** The general emergency number. */
  emergency?: boolean;
}

export function Line({ line, from, quiet = false, emergency = false }: LineProps) {
  const { number, onlyInside } = numberToDial(line, from);
  // Who goes from link to link hears a number: whose it is comes with it.
  const name = useId();
  return (
    <li class="line">
      <div id={name}>
        <strong class="line-kind">{t(`help.kind.${emergency ? 'emergency' : line.kind}`)}</strong>
        <span class="line-name">
          <bdi>{line.name}</bdi>
        </span>
      </div>
      {number !== null && (
        <div class="dial-row">
          <Dial number={number} of={name} quiet={quiet} />
          <CopyButton text={number} of={name} />
        </div>
      )}
      {onlyInside && (
        <span class="soft">{t('help.line.inside', { country: countryName(line.country) })}</span>
      )}
      {line.also.length > 0 && <Also numbers={line.also} of={name} />}
      <Channels channels={line.channels} of={name} />
      {line.note && (
        <p class="line-note">
          <Rich words={t(line.note)} />
        </p>
      )}
      <div class="soft facts">
        {line.hours && <span>{t('help.line.hours', { hours: hoursText(line.hours) })}</span>}
        <Languages line={line} />
        <span>{t('help.line.operator', { operator: line.operator })}</span>
        <Seen line={line} />
      </div>
    </li>
  );
}

/** `of` is the id of the element that names the line. */
function Dial({ number, of, quiet }: { number: string; of: string; quiet: boolean }) {
  return (
    <a class={`button dial${quiet ? ' dial-quiet' : ''}`} href={telOf(number)} aria-describedby={of}>
      <bdi dir="ltr">{number}</bdi>
    </a>
  );
}

function telOf(number: string): string {
  return `tel:${number.replace(/[^+\d*#]/g, '')}`;
}

function Also({ numbers, of }: { numbers: string[]; of: string }) {
  return (
    <span class="soft also">
      {t('help.line.also')}
      {numbers.map((number) => (
        <a class="number" key={number} href={telOf(number)} aria-describedby={of}>
          <bdi dir="ltr">{number}</bdi>
        </a>
      ))}
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
              <>
                {shown} <CopyButton text={value} of={`${of}-${channel} ${of}`} />
              </>
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
    <span>
      {line.languagesAssumed
        ? t('help.line.languages.assumed', { languages })
        : t('help.line.languages', { languages })}
    </span>
  );
}

function Seen({ line }: { line: HelpLine }) {
  const [source] = line.sources;
  return (
    <span>
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
