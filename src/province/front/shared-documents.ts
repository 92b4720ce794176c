/** The documents that several counties have: which say the same words everywhere, and which were changed where. */
import { addressOf } from '../../documents/address.ts';
import type { SummarizedDocument } from '../../schema/county-summary.ts';
import type { FrontCounty } from './counties.ts';
import { groupBy } from './group-by.ts';

/** A document that at least two counties have under one name. */
export interface SharedDocument {
  collection: SummarizedDocument['collection'];
  slug: string;
  /** Of its page in the province: the address of the page in each county, but below `/pages/` for a guide. */
  address: string;
  /** Title and summary of most of the counties. */
  title: string;
  summary: string;
  /** The counties whose text is that of most. */
  same: FrontCounty[];
  /** Those that have other words, each with its title. */
  different: { county: FrontCounty; title: string }[];
  /** The ids of rates in any of the texts. */
  rates: string[];
}

/** How far a document is the same: in all counties, in some with other words, or only in some counties. */
export type Spread = 'everywhere' | 'changed' | 'some';

export function spreadOf({ same, different }: SharedDocument, counties: number): Spread {
  if (different.length > 0) return 'changed';
  return same.length === counties ? 'everywhere' : 'some';
}

/** The documents that at least two counties have and that have not ended in all of them, by title. */
export function sharedDocuments(counties: readonly FrontCounty[]): SharedDocument[] {
  const all = counties.flatMap((county) =>
    county.summary.documents.map((document) => ({ county, document })),
  );
  return groupBy(all, ({ document }) => `${document.collection}/${document.slug}`)
    .filter((found) => found.length > 1 && found.some(({ document }) => !isOver(document)))
    .flatMap(toShared)
    .toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN') || (a.slug < b.slug ? -1 : 1));
}

const isOver = ({ status }: SummarizedDocument): boolean => status === 'ended' || status === 'over';

function toShared(found: readonly { county: FrontCounty; document: SummarizedDocument }[]): SharedDocument[] {
  const byHash = groupBy(found, ({ document }) => document.hash);
  // Of two texts of equally many counties the first in the order of counties.
  const most = byHash.reduce((a, b) => (b.length > a.length ? b : a));
  const [first] = most;
  if (first === undefined) return [];
  const { collection, slug, title, summary } = first.document;
  return [
    {
      collection,
      slug,
      address: sharedAddress(collection, slug),
      title,
      summary,
      same: most.map(({ county }) => county),
      different: found
        .filter((one) => !most.includes(one))
        .map(({ county, document }) => ({ county, title: document.title })),
      rates: [...new Set(found.flatMap(({ document }) => document.rates ?? []))].sort(),
    },
  ];
}

/** The address of a shared document's page in the province. */
export function sharedAddress(collection: SummarizedDocument['collection'], slug: string): string {
  return collection === 'pages' ? `/pages/${slug}/` : addressOf(collection, slug);
}
