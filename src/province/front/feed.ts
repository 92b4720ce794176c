/** The news of all counties as one Atom feed (RFC 4287). */
import { hash } from 'node:crypto';
import { addDays } from '../../documents/dates.ts';
import { escapeHtml } from '../../documents/html-text.ts';
import { newsKinds } from '../../documents/news.ts';
import { ENDING_SOON_DAYS } from '../../documents/status.ts';
import type { SiteData } from '../../schema/site.ts';
import { type FrontCounty, fullAddressIn } from './counties.ts';
import { groupNews, type ProvinceNews } from './news.ts';
import type { SharedDocument } from './shared-documents.ts';

/** No feed reader fetches more. */
const MAX_ENTRIES = 50;
/** Names in the title of an entry; the text has all. */
const MAX_NAMES = 3;

/**
 * The feed on `day`. The id of an entry depends on the news alone: it stays when more counties tell the same, and when a county moves.
 */
export function atomFeed(
  about: Pick<SiteData, 'name' | 'url'>,
  counties: readonly FrontCounty[],
  shared: readonly SharedDocument[],
  day: string,
): string {
  const home = about.url.replace(/\/?$/, '/');
  const entries = groupNews(counties, shared, { day, days: ENDING_SOON_DAYS, isByDay: true })
    .map((news) => ({ news, updated: dayInFeed(news), id: `${home}digest/#${idOf(news)}` }))
    .toSorted((a, b) => compare(b.updated, a.updated) || compare(a.id, b.id))
    .slice(0, MAX_ENTRIES);
  const updated = entries[0]?.updated ?? day;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${escapeHtml(home)}</id>`,
    `<title>${escapeHtml(about.name)}</title>`,
    `<author><name>${escapeHtml(about.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeHtml(`${home}feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(`${home}digest/`)}"/>`,
    `<updated>${atomTime(updated)}</updated>`,
    ...entries.map(({ news, updated, id }) => entryOf(news, { updated, id, home })),
    '</feed>\n',
  ].join('\n');
}

function entryOf(
  { kind, title, summary, address, counties, shared }: ProvinceNews,
  { updated, id, home }: { updated: string; id: string; home: string },
): string {
  const names = counties.map(({ name }) => name);
  const label = kind === 'added' ? '' : `${newsKinds[kind].slice(0, -1)}：`;
  const some = names.slice(0, MAX_NAMES).join('、');
  const where = names.length > MAX_NAMES ? `${some}等${names.length}个县` : some;
  const [only] = counties;
  const page = counties.length === 1 && only ? fullAddressIn(only, address) : undefined;
  const url = page ?? home + (shared ?? '/digest/').slice(1);
  return [
    '<entry>',
    `<id>${escapeHtml(id)}</id>`,
    `<title>${escapeHtml(`${label}${title}（${where}）`)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(url)}"/>`,
    `<updated>${atomTime(updated)}</updated>`,
    `<summary>${escapeHtml(`${summary} ${names.join('、')}`)}</summary>`,
    '</entry>',
  ].join('');
}

/** A future event is news from the day on which it enters the window. */
function dayInFeed({ kind, date }: ProvinceNews): string {
  return kind === 'closing' || kind === 'starting' ? addDays(date, -ENDING_SOON_DAYS) : date;
}

/** What makes a piece of news another one: its kind, page and day, and its title, because counties use one name for different things. */
function idOf({ kind, address, date, title }: ProvinceNews): string {
  return `${kind}-${date}-${hash('sha256', `${address}\n${title}`).slice(0, 12)}`;
}

/** Midnight in Beijing. */
const atomTime = (day: string): string => `${day}T00:00:00+08:00`;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
