/** The news as a feed: every document once when it is added, and again when it is checked, closes soon or has ended. */
import { addDays } from './dates.ts';
import { fullUrl } from './full-address.ts';
import { type News, newsDigest, newsKinds } from './news.ts';
import type { Site } from './site.ts';
import { ENDING_SOON_DAYS } from './status.ts';

/** No feed reader fetches more. */
const MAX_FEED_ITEMS = 50;
/** Longer than the age of any document: the feed is cut by number, not by age. */
const ALL_DAYS = 100_000;

export interface FeedItem {
  title: string;
  description: string;
  /** Differs for each piece of news of one document, so that a reader sees each. */
  url: string;
  /** `YYYY-MM-DD`, never after the day of the site. */
  date: string;
}

/** The newest items, newest first. */
export function feedOf(site: Site): FeedItem[] {
  const { added } = newsDigest(site, ALL_DAYS);
  const { changed, closing, starting, ended } = newsDigest(site, ENDING_SOON_DAYS);
  return [...added, ...changed, ...closing, ...starting, ...ended]
    .map((news) => toItem(site, news))
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, MAX_FEED_ITEMS);
}

function toItem(site: Site, { kind, title, summary, address, date }: News): FeedItem {
  const url = fullUrl(site, address);
  if (kind === 'added') return { title, description: summary, url, date };
  // A future event is news from the day on which it enters the window.
  const isAhead = kind === 'closing' || kind === 'starting';
  return {
    title: `${newsKinds[kind].slice(0, -1)}：${title}`,
    description: summary,
    url: `${url}#${kind}-${date}`,
    date: isAhead ? addDays(date, -ENDING_SOON_DAYS) : date,
  };
}
