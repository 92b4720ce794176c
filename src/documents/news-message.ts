/** The news, as a text to paste into a chat group. */
import { formatDate, formatDay } from './dates.ts';
import { fullShortUrl, fullUrl } from './full-address.ts';
import { isEmpty, type News, type NewsDigest, type NewsKind, newsDigest, newsKinds } from './news.ts';
import type { Site } from './site.ts';

/** Nobody reads more of one kind in a chat group; the page has them all. */
export const MAX_NEWS_OF_A_KIND = 4;

/** The news of the last days, one document a line with its short address. */
export function newsMessage(site: Site, days: number): string {
  const digest = newsDigest(site, days);
  const head = `【${site.about.name}】${formatDate(site.today)}，最近${days}天`;
  const tail = `全部在这里：${fullUrl(site, '/digest/')}`;
  if (isEmpty(digest)) return [head, '没有新的。以前的都还在。', tail].join('\n');
  const kinds = Object.keys(newsKinds) as NewsKind[];
  return [head, ...kinds.flatMap((kind) => linesOf(site, digest, kind)), '', tail].join('\n');
}

function linesOf(site: Site, digest: NewsDigest, kind: NewsKind): string[] {
  const news = digest[kind];
  if (news.length === 0) return [];
  const left = news.length - MAX_NEWS_OF_A_KIND;
  return [
    '',
    `${newsKinds[kind]}：`,
    ...news.slice(0, MAX_NEWS_OF_A_KIND).map((each) => `· ${each.title}${when(each)} ${urlOf(site, each)}`),
    ...(left > 0 ? [`· 还有${left}件`] : []),
  ];
}

/** For future events the date matters; for the rest the order is enough. */
function when({ kind, date }: News): string {
  return kind === 'closing' || kind === 'starting'
    ? `，${formatDay(date)}${kind === 'closing' ? '截止' : ''}`
    : '';
}

function urlOf(site: Site, { document, address }: News): string {
  return document ? fullShortUrl(site, document) : fullUrl(site, address);
}
