/** Reads what a content script answered. A broken page could send anything, so nothing of it is trusted. */
import { isFields } from '../browser/fields';
import type { PagePost, PageReport } from '../browser/messages';
import {
  type Assessment,
  FAMILIES,
  FIELDS,
  type Finding,
  LEVELS,
  type Post,
  type Values,
} from '../detect/types';

const POSTS = 200;
const FINDINGS = 60;
const TEXT = 20_000;
const ID = /^[a-z0-9.-]{1,80}$/;

type Fields = Record<string, unknown>;

/** The report in `answer`, with whatever is not well formed left out; null when it is no report at all. */
export function readReport(answer: unknown): PageReport | null {
  if (!isFields(answer) || !Array.isArray(answer.posts)) return null;
  const posts = answer.posts.slice(0, POSTS).flatMap(readPagePost);
  posts.sort((a, b) => LEVELS.indexOf(b.assessment.level) - LEVELS.indexOf(a.assessment.level));
  return {
    posts,
    looked: readCount(answer.looked),
    partial: readCount(answer.partial),
    pictures: readCount(answer.pictures),
    roughly: answer.roughly === true,
  };
}

function readPagePost(value: unknown): PagePost[] {
  if (!isFields(value) || !isFields(value.post) || !isFields(value.assessment)) return [];
  const key = readText(value.key, 200);
  const assessment = readAssessment(value.assessment);
  if (key === undefined || assessment === null) return [];
  return [{ key, post: readPost(value.post), assessment }];
}

function readPost(value: Fields): Post {
  const post: Post = { text: readText(value.text) ?? '' };
  for (const name of ['title', 'company', 'place', 'pay', 'url', 'author', 'lang'] as const) {
    const words = readText(value[name]);
    if (words !== undefined) post[name] = words;
  }
  if (value.partial === true) post.partial = true;
  if (value.hiddenPay === true) post.hiddenPay = true;
  return post;
}

function readAssessment(value: Fields): Assessment | null {
  const level = LEVELS.find((known) => known === value.level);
  if (level === undefined || level === 'none' || !Array.isArray(value.findings)) return null;
  const promised = Array.isArray(value.promised) ? value.promised : [];
  return {
    level,
    whole: value.whole === true,
    score: typeof value.score === 'number' ? value.score : 0,
    profile: readId(value.profile),
    findings: value.findings.slice(0, FINDINGS).flatMap(readFinding),
    counters: [],
    promised: promised.filter((code) => typeof code === 'string' && /^[A-Z]{2}$/.test(code)).slice(0, 5),
    lang: readId(typeof value.lang === 'string' ? value.lang.toLowerCase() : null),
  };
}

function readFinding(value: unknown): Finding[] {
  if (!isFields(value)) return [];
  const indicator = readId(value.indicator);
  const family = FAMILIES.find((known) => known === value.family);
  const field = FIELDS.find((known) => known === value.field);
  const quote = readText(value.quote, 2000);
  if (indicator === null || !family || !field || quote === undefined) return [];
  const finding: Finding = {
    indicator,
    family,
    field,
    quote,
    start: readCount(value.start),
    end: readCount(value.end),
    weight: typeof value.weight === 'number' && Number.isFinite(value.weight) ? value.weight : 0,
  };
  if (isFields(value.values)) finding.values = readValues(value.values);
  return [finding];
}

function readValues(value: Fields): Values {
  const values: Values = {};
  for (const [name, one] of Object.entries(value).slice(0, 20)) {
    if (!/^[a-z]{1,20}$/i.test(name)) continue;
    if (typeof one === 'number' && Number.isFinite(one)) values[name] = one;
    else if (typeof one === 'string' && one.length <= 80) values[name] = one;
  }
  return values;
}

function readText(value: unknown, most = TEXT): string | undefined {
  return typeof value === 'string' ? value.slice(0, most) : undefined;
}

function readId(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}

function readCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
