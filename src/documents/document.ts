/** Documents and records as all layers use them, and the whole content of one county. */
import type { DocumentCollection, RecordCollection } from '../schema/collection-name.ts';
import type { CollectionData } from '../schema/collections.ts';
import type { DocumentBody } from './block.ts';

/** A document: an .mdx file that becomes a page. */
export interface ContentDocument<C extends DocumentCollection = DocumentCollection> {
  collection: C;
  /** The file name without `.mdx`; part of the address. */
  slug: string;
  data: CollectionData[C];
  body: DocumentBody;
  /** Hash of its file, if the parse cache was used: documents with equal hashes are equal. */
  hash?: string;
  /** The rates in its texts, once their amounts are filled in: their ids, and the day since which all have had their amounts. */
  rates?: { ids: readonly string[]; since: string };
}

/** All documents and records of a site, by collection, in a fixed order. */
export type Documents = { [C in DocumentCollection]: ContentDocument<C>[] } & {
  [C in RecordCollection]: CollectionData[C][];
};

/** A site without a single document. */
export function noDocuments(): Documents {
  return {
    policies: [],
    stories: [],
    pages: [],
    notices: [],
    actions: [],
    audiences: [],
    places: [],
    contacts: [],
    glossary: [],
    rates: [],
  };
}
