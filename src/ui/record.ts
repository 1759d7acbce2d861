/** What the reader saw, written down: as a page that opens anywhere, as data, and as a short note. Pure. */
import type { Assessment, Post, Reason } from '../detect/types';
import { dateText, t } from './messages';
import { explained, payFigures } from './reasonTexts';

/** Everything that a record holds. `seen` is when, in ISO form; `rules` the version of the rules. */
export interface Seen {
  post: Post;
  assessment: Assessment;
  reasons: Reason[];
  seen: string;
  rules: string;
  extension: string;
}

/** The record as data (JSON), with field names that say what they hold. */
export function recordJson({ post, assessment, reasons, seen, rules, extension }: Seen): string {
  const record = {
    kind: 'lurelight-record',
    version: 1,
    seen,
    extension,
    rules,
    post,
    level: assessment.level,
    profile: assessment.profile,
    promised: assessment.promised,
    reasons: reasons.map(({ indicator, values, quotes, sources }) => ({
      indicator,
      says: explained({ key: `indicator.${indicator}`, values }, 'says'),
      pay: payFigures(values) ?? undefined,
      quotes: quotes.map(({ field, quote }) => ({ field, quote })),
      sources,
    })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The record as one HTML page without scripts, pictures or links that load anything. */
export function recordHtml(seen: Seen, lang: string, dir: string): string {
  const rows = facts(seen).map(
    ([name, value]) => `<dt>${inHtml(name)}</dt><dd dir="auto">${inHtml(value)}</dd>`,
  );
  const reasons = seen.reasons.map(reasonHtml);
  return `<!doctype html>
<html lang="${inHtml(lang)}" dir="${inHtml(dir)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inHtml(t('record.title'))}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #888;padding:1rem;font:inherit}dt{font-weight:bold}dd{margin:0 0 .5rem;overflow-wrap:anywhere}blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid #888}</style></head>
<body><h1>${inHtml(t('record.title'))}</h1><p>${inHtml(t('record.about'))}</p><dl>${rows.join('')}</dl>
<h2>${inHtml(t('record.text'))}</h2><pre dir="auto">${inHtml(seen.post.text)}</pre>
<h2>${inHtml(t('record.reasons'))}</h2><ol>${reasons.join('')}</ol></body></html>
`;
}

function reasonHtml(reason: Reason): string {
  const figures = payFigures(reason.values);
  const quotes = reason.quotes.map(({ quote }) => `<blockquote dir="auto">${inHtml(quote)}</blockquote>`);
  const sources = reason.sources.map(({ title, url }) => inHtml(`${title}, ${url}`));
  return [
    `<li><strong>${inHtml(explained(reason, 'says'))}</strong>`,
    figures === null ? '' : `<p>${inHtml(figures)}</p>`,
    ...quotes,
    `<small>${sources.join('<br>')}</small></li>`,
  ].join('');
}

/** A note for whoever mends the rules: level, rules, signs with their words, and the text itself. */
export function wrongNote({ post, assessment, reasons, rules, extension }: Seen): string {
  return [
    `Lurelight ${extension}, rules ${rules}`,
    `level: ${assessment.level}; profile: ${assessment.profile ?? 'none'}`,
    ...reasons.map(
      ({ indicator, quotes }) => `${indicator}: ${quotes.map(({ quote }) => quote).join(' | ')}`,
    ),
    '',
    [post.title, post.company, post.place, post.pay, post.text].filter(Boolean).join('\n'),
  ].join('\n');
}

function facts({ post, assessment, seen, rules, extension }: Seen): [string, string][] {
  const all: [string, string | undefined][] = [
    [t('record.when'), `${dateText(seen.slice(0, 10))}, ${seen.slice(11, 16)} UTC`],
    [t('record.level'), t(`level.${assessment.level}`)],
    [t('record.author'), post.author],
    [t('record.address'), post.url],
    [t('record.job'), post.title],
    [t('record.company'), post.company],
    [t('record.place'), post.place],
    [t('record.pay'), post.pay],
    [t('record.by'), `Lurelight ${extension}, ${rules}`],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
