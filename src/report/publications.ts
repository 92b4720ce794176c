/**
 * What was published, revised and withdrawn in a year, by month and kind: the figures that the office needs for its yearly report
 * (政府网站工作年度报表, 国办函〔2018〕12号, due by 31 January).
 */
import { addressOf, documentAt } from '../documents/address.ts';
import type { Revision } from '../documents/history.ts';
import { listRedirects } from '../documents/redirects.ts';
import type { Site } from '../documents/site.ts';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { documentCollections } from '../schema/collection-name.ts';

export interface PublicationCounts {
  published: number;
  /** Days on which a published document was changed; undefined if the history is not known. */
  revised: number | undefined;
  withdrawn: number;
}

export interface PublicationRow extends PublicationCounts {
  /** `YYYY-MM`. */
  month: string;
  collection: DocumentCollection;
}

/**
 * The rows of a year, `YYYY`, without those of zeros, by month and kind. A document that moved was published once, on its first
 * day. Changes before and on the day of publication are no revisions, and several on one day are one.
 */
export function publicationRows(
  site: Pick<Site, 'ledger' | 'policies' | 'stories' | 'notices' | 'guides'>,
  revisions: readonly Revision[] | undefined,
  year: string,
): PublicationRow[] {
  const rows = new Map<string, PublicationRow>();
  const count = (day: string | undefined, address: string, what: keyof PublicationCounts) => {
    const collection = documentAt(address)?.collection;
    if (day === undefined || collection === undefined || !day.startsWith(`${year}-`)) return;
    const key = `${day.slice(0, 7)} ${documentCollections.indexOf(collection)}`;
    const empty = { published: 0, revised: revisions && 0, withdrawn: 0 };
    const row = rows.get(key) ?? { month: day.slice(0, 7), collection, ...empty };
    row[what] = (row[what] ?? 0) + 1;
    rows.set(key, row);
  };
  const since = firstDays(site as Site);
  for (const [address, day] of since) count(day, address, 'published');
  for (const { address, withdrawn } of site.ledger) count(withdrawn, address, 'withdrawn');
  for (const { address, day } of revisedDays(revisions ?? [])) {
    const first = since.get(address);
    if (first !== undefined && day > first) count(day, address, 'revised');
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The sums over all months, one row for each kind that has any, and one for all. */
export function sumsByCollection(
  rows: readonly PublicationRow[],
): (PublicationCounts & { collection: DocumentCollection | undefined })[] {
  const sum = (collection: DocumentCollection | undefined) => {
    const counted = rows.filter((row) => collection === undefined || row.collection === collection);
    const total = (of: (row: PublicationRow) => number) => counted.reduce((all, row) => all + of(row), 0);
    const isKnown = counted.every(({ revised }) => revised !== undefined);
    return {
      collection,
      published: total(({ published }) => published),
      revised: isKnown ? total(({ revised }) => revised ?? 0) : undefined,
      withdrawn: total(({ withdrawn }) => withdrawn),
    };
  };
  const present = documentCollections.filter((name) => rows.some(({ collection }) => collection === name));
  return [...present.map(sum), sum(undefined)];
}

/** The day of the first publication by address, of moved documents under their present address. */
function firstDays(site: Site): Map<string, string> {
  const movedTo = new Map(listRedirects(site).map(({ from, to }) => [from, to]));
  const days = new Map<string, string>();
  for (const { address, since } of site.ledger) {
    const present = movedTo.get(address) ?? address;
    const known = days.get(present);
    if (known === undefined || since < known) days.set(present, since);
  }
  return days;
}

/** Each document with each day on which it changed, once. */
function revisedDays(revisions: readonly Revision[]): { address: string; day: string }[] {
  const seen = new Set<string>();
  return revisions.flatMap(({ key, day }) => {
    const [name = '', slug = ''] = key.split('/');
    const collection = documentCollections.find((each) => each === name);
    if (collection === undefined || seen.has(`${key} ${day}`)) return [];
    seen.add(`${key} ${day}`);
    return [{ address: addressOf(collection, slug), day }];
  });
}
