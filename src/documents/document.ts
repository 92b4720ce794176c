/** A document and a record as every room sees them, and the whole of what one county has written. */
import type { DocumentCollection, RecordCollection } from '../schema/collection-name.ts';
import type { CollectionData } from '../schema/collections.ts';
import type { Body } from './block.ts';

/** A document: an .mdx file that becomes a page. */
export interface Document<C extends DocumentCollection = DocumentCollection> {
  collection: C;
  /** The file's name without `.mdx`; with the collection it makes the address. */
  slug: string;
  data: CollectionData[C];
  body: Body;
  /** Of its file, where that was asked for what it came to before: documents with one digest are equal. */
  hash?: string;
}

/** All documents and records of a site, by collection, in a fixed order. */
export type Documents = { [C in DocumentCollection]: Document<C>[] } & {
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
  };
}
