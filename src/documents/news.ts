/**
 * The news: documents that were added, checked again, close soon, start or have ended, within some days of the day of the site. The
 * source for the page, the text to paste, the feed and the toolkit.
 */
import { addressOf, documentAt } from './address.ts';
import { applicationDeadline } from './application-deadline.ts';
import { dayOf, daysBetween } from './dates.ts';
import type { ContentDocument } from './document.ts';
import { allDocuments, listWithdrawnPages } from './redirects.ts';
import { publishedOn, type Site } from './site.ts';
import { areApplicationsClosed, noticeStatusAt, policyStatusOn } from './status.ts';

/** The kinds of news in the order in which they matter to a reader, with their labels. */
export const newsKinds = {
  closing: '快截止的',
  starting: '快开始的',
  added: '新来的',
  changed: '重新核对过的',
  ended: '已经截止或结束的',
} as const;
export type NewsKind = keyof typeof newsKinds;

/** One piece of news. */
export interface News {
  kind: NewsKind;
  title: string;
  summary: string;
  /** From the site root. */
  address: string;
  /** The date of the event: added, closes, ended on. */
  date: string;
  /** Absent if the document was withdrawn. */
  document?: ContentDocument | undefined;
}

/** News by kind; each list starts with the event nearest to the day of the site. */
export type NewsDigest = Record<NewsKind, News[]>;

const digests = new WeakMap<Site, Map<number, NewsDigest>>();

/** The news of the last `days` days and of the next `days`; cached for each site, because many pages use it. */
export function newsDigest(site: Site, days: number): NewsDigest {
  const cached = digests.get(site) ?? new Map<number, NewsDigest>();
  digests.set(site, cached);
  const digest = cached.get(days) ?? collectNews(site, days);
  cached.set(days, digest);
  return digest;
}

function collectNews(site: Site, days: number): NewsDigest {
  const news = [...allDocuments(site).flatMap((document) => newsOf(site, document)), ...withdrawals(site)]
    .map((each) => ({ each, away: Math.abs(daysBetween(each.date, site.today)) }))
    .filter(({ away }) => away <= days)
    .sort((a, b) => a.away - b.away)
    .map(({ each }) => each);
  const ofKind = (kind: NewsKind) => news.filter((each) => each.kind === kind);
  return {
    closing: ofKind('closing'),
    starting: ofKind('starting'),
    added: ofKind('added'),
    changed: ofKind('changed'),
    ended: ofKind('ended'),
  };
}

/** The news in `digest` and not in `seen`. */
export function excludeSeen(digest: NewsDigest, seen: NewsDigest): NewsDigest {
  const rest = (kind: NewsKind) => {
    const addresses = new Set(seen[kind].map(({ address }) => address));
    return digest[kind].filter(({ address }) => !addresses.has(address));
  };
  return {
    closing: rest('closing'),
    starting: rest('starting'),
    added: rest('added'),
    changed: rest('changed'),
    ended: rest('ended'),
  };
}

/** Documents to send round, with the news about each: those that close, start or were added within `days`; at most `maxCount`. */
export function topNews(
  site: Site,
  days: number,
  maxCount: number,
): { document: ContentDocument; news: News }[] {
  const { closing, starting, added } = newsDigest(site, days);
  const found = new Map<ContentDocument, News>();
  for (const news of [...closing, ...starting, ...added]) {
    const { document } = news;
    if (document === undefined || document.collection === 'pages' || found.has(document)) continue;
    found.set(document, news);
    if (found.size === maxCount) break;
  }
  return Array.from(found, ([document, news]) => ({ document, news }));
}

/** The news to send in a week: nobody sends more; the digest has them all. */
export function topNewsOfWeek(site: Site): { document: ContentDocument; news: News }[] {
  return topNews(site, 7, MAX_NEWS_TO_SEND);
}

const MAX_NEWS_TO_SEND = 8;

/** Whether there is no news at all. */
export function isEmpty(digest: NewsDigest): boolean {
  return Object.values(digest).every((news) => news.length === 0);
}

function newsOf(site: Site, document: ContentDocument): News[] {
  const { collection, slug, data } = document;
  const about = { title: data.title, summary: data.summary, address: addressOf(collection, slug), document };
  const published = publishedOn(site, collection, slug);
  const statusChange = changeOfStatus(site, document);
  const isNew = published <= site.today && statusChange?.kind !== 'ended';
  // A document that is over on the day it is added is there for the record: it is no news.
  const news: News[] = isNew ? [{ ...about, kind: 'added', date: published }] : [];
  const reviewed = 'reviewedOn' in data ? data.reviewedOn : undefined;
  if (reviewed !== undefined && reviewed > published && reviewed <= site.today) {
    news.push({ ...about, kind: 'changed', date: reviewed });
  }
  return statusChange ? [...news, { ...about, ...statusChange }] : news;
}

/** The news from a document's own dates: it closes, starts, or has ended. */
function changeOfStatus({ today }: Site, document: ContentDocument): Pick<News, 'kind' | 'date'> | undefined {
  if (document.collection === 'policies') {
    const data = document.data as ContentDocument<'policies'>['data'];
    const status = policyStatusOn(data, today);
    const last = applicationDeadline(data);
    if (status === 'ended') {
      const date = (areApplicationsClosed(data, today) ? last : data.validUntil) ?? today;
      return { kind: 'ended', date };
    }
    if (status === 'upcoming') return { kind: 'starting', date: data.validFrom ?? today };
    return last === undefined ? undefined : { kind: 'closing', date: last };
  }
  if (document.collection !== 'notices') return undefined;
  const { starts, ends, deadline } = document.data as ContentDocument<'notices'>['data'];
  if (noticeStatusAt({ starts, ends, deadline }, today) === 'over') {
    return { kind: 'ended', date: dayOf(ends ?? starts) };
  }
  if (deadline !== undefined && dayOf(deadline) >= today) return { kind: 'closing', date: dayOf(deadline) };
  return dayOf(starts) < today ? undefined : { kind: 'starting', date: dayOf(starts) };
}

function withdrawals(site: Site): News[] {
  return listWithdrawnPages(site)
    .filter(({ address, withdrawn }) => documentAt(address) !== undefined && withdrawn <= site.today)
    .map(({ address, withdrawn, reason, replacement }) => ({
      kind: 'ended',
      title: replacement ? `撤下一页，请看：${replacement.title}` : '撤下一页',
      summary: reason ?? '点开看为什么。',
      address,
      date: withdrawn,
    }));
}
