/**
 * The day that a page is made for. Most pages say today what they said yesterday: such a page keeps its earlier day, so that it is the same
 * file and need not be made again. On the phone the status is computed anew in any case.
 */
import { applicationDeadline } from './application-deadline.ts';
import { addDays, dayOf, daysBetween } from './dates.ts';
import type { ContentDocument } from './document.ts';
import { fnv1a32 } from './fnv.ts';
import { keyFacts } from './key-facts.ts';
import { publishedOn } from './published-on.ts';
import type { NoticeDocument, PolicyDocument, Site } from './site.ts';
import { noticeStatusAt, policyStatusOn } from './status.ts';
import { noticeStatusWords, policyStatusWords } from './status-words.ts';

/**
 * A page is made anew at the latest after this many days. Far fewer than those after which a page warns that it is old (clock-skew.ts); the
 * pages are spread over the days, so that no day has to make all of them.
 */
export const MAX_STEADY_DAYS = 30;
/** Texts begin to change this many days before a date. */
const MAX_DAYS_BEFORE = 30;

export interface ShownDocuments {
  /** Documents of which the page has the whole sentence about their status. */
  own: readonly ContentDocument[];
  /** Documents of which it has the label and the texts to send. */
  others: readonly ContentDocument[];
}

/**
 * The earliest day, at most MAX_STEADY_DAYS before that of the site, such that a page with these documents has had the same texts on each
 * day since. `address` spreads the pages over the days.
 */
export function steadyDay(site: Site, address: string, { own, others }: ShownDocuments): string {
  const { today } = site;
  const days = daysBetween('1970-01-01', today);
  // Neighbours change on the same day: they are in one chunk of the offline list.
  const group = fnv1a32(address.slice(0, -2)) >>> 0;
  const oldest = addDays(today, -((days + group) % MAX_STEADY_DAYS));
  return latestOf([
    oldest,
    ...own.map((document) => steadySince(site, document, true)),
    ...others.map((document) => steadySince(site, document, false)),
  ]);
}

const latestOf = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';

const computed = new WeakMap<Site, Map<string, string>>();

/** The day since which the texts about a document are the same. */
function steadySince(site: Site, document: ContentDocument, withSentence: boolean): string {
  const { collection, slug } = document;
  // Pages have the day of publication, and none is older than its document or the amounts in it.
  const published = latestOf([publishedOn(site, collection, slug), document.rates?.since ?? '']);
  if (published >= site.today) return site.today;
  if (collection !== 'policies' && collection !== 'notices') return published;
  const known = computed.get(site) ?? new Map<string, string>();
  computed.set(site, known);
  const key = `${collection}/${slug} ${withSentence}`;
  const since = known.get(key) ?? findSince(site, document, withSentence);
  known.set(key, since);
  return latestOf([since, published]);
}

function findSince(site: Site, document: ContentDocument, withSentence: boolean): string {
  const { today } = site;
  const isNear = datesOf(document).some((date) => {
    const left = daysBetween(today, date);
    return left <= MAX_DAYS_BEFORE && left >= -MAX_STEADY_DAYS - 1;
  });
  if (!isNear) return addDays(today, 1 - MAX_STEADY_DAYS);
  const texts = textsOn(site, document, withSentence);
  let since = today;
  for (let back = 1; back < MAX_STEADY_DAYS; back += 1) {
    const day = addDays(today, -back);
    if (textsOn({ ...site, today: day }, document, withSentence) !== texts) break;
    since = day;
  }
  return since;
}

/** Every date on which the texts about a document depend. */
function datesOf({ collection, data }: ContentDocument): string[] {
  const dates =
    collection === 'policies'
      ? [
          (data as PolicyDocument['data']).validFrom,
          (data as PolicyDocument['data']).validUntil,
          applicationDeadline(data as PolicyDocument['data']),
        ]
      : [
          (data as NoticeDocument['data']).starts,
          (data as NoticeDocument['data']).ends,
          (data as NoticeDocument['data']).deadline,
        ];
  return dates.flatMap((date) => (date === undefined ? [] : [dayOf(date)]));
}

/** What pages say about the status of a document on the day of the site. */
function textsOn(site: Site, document: ContentDocument, withSentence: boolean): string {
  const { today } = site;
  const { data } = document;
  const { hasEnded, when } = keyFacts(site, document);
  const isPolicy = document.collection === 'policies';
  const status = isPolicy
    ? policyStatusOn(data as PolicyDocument['data'], today)
    : noticeStatusAt(data as NoticeDocument['data'], today);
  const { label, sentence } = isPolicy
    ? policyStatusWords(data as PolicyDocument['data'], today, false)
    : noticeStatusWords(data as NoticeDocument['data'], today, false);
  return JSON.stringify([status, label, hasEnded, when, withSentence && sentence]);
}
