/** The news of all counties: what several counties tell of one document is one piece of news. */
import { documentAt } from '../../documents/address.ts';
import { daysBetween } from '../../documents/dates.ts';
import { type NewsKind, newsKinds } from '../../documents/news.ts';
import type { FrontCounty } from './counties.ts';
import { type SharedDocument, sharedAddress } from './shared-documents.ts';

export interface ProvinceNews {
  kind: NewsKind;
  title: string;
  summary: string;
  /** From the root of each county's site. */
  address: string;
  /** The day of the event; of several the latest. */
  date: string;
  counties: FrontCounty[];
  /** The page of the document in the province; absent if it has none. */
  shared?: string | undefined;
}

/** The news within `days` before and after `day`, by kind; each list starts with the nearest, and of one day with that of most counties. */
export function provinceNews(
  counties: readonly FrontCounty[],
  shared: readonly SharedDocument[],
  { day, days }: { day: string; days: number },
): { kind: NewsKind; news: ProvinceNews[] }[] {
  const all = groupNews(counties, shared, { day, days, isByDay: false });
  const away = ({ date }: ProvinceNews) => Math.abs(daysBetween(date, day));
  return (Object.keys(newsKinds) as NewsKind[]).flatMap((kind) => {
    const news = all
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => away(a) - away(b) || b.counties.length - a.counties.length);
    return news.length === 0 ? [] : [{ kind, news }];
  });
}

/** Whether the date of a kind is still to come. */
const isAhead = (kind: NewsKind): boolean => kind === 'closing' || kind === 'starting';

/**
 * News of the same kind, page and title is one. A date that is still to come matters to readers, so news with different ones stays apart;
 * with `isByDay` all news does, for a feed whose items must not change.
 */
export function groupNews(
  counties: readonly FrontCounty[],
  shared: readonly SharedDocument[],
  { day, days, isByDay }: { day: string; days: number; isByDay: boolean },
): ProvinceNews[] {
  const pages = new Set(shared.map(({ address }) => address));
  const groups = new Map<string, ProvinceNews>();
  for (const county of counties) {
    for (const { kind, date, title, summary, address } of county.summary.news) {
      const away = daysBetween(day, date);
      // A county that was built on an earlier day says what was ahead then.
      if (Math.abs(away) > days || (isAhead(kind) ? away < 0 : away > 0)) continue;
      const key = JSON.stringify([kind, address, title, isByDay || isAhead(kind) ? date : '']);
      const group = groups.get(key);
      if (group === undefined) {
        const at = documentAt(address);
        const page = at && sharedAddress(at.collection, at.slug);
        const isShared = page !== undefined && pages.has(page);
        const news = { kind, title, summary, address, date, counties: [county] };
        groups.set(key, { ...news, ...(isShared && { shared: page }) });
      } else {
        if (!group.counties.includes(county)) group.counties.push(county);
        if (date > group.date) group.date = date;
      }
    }
  }
  return [...groups.values()];
}
