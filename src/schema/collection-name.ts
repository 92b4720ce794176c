/**
 * The names of the collections, in the order of the handbook. A name is the folder below the content folder and, for public collections,
 * the first part of the address.
 */
export const documentCollections = ['policies', 'stories', 'pages', 'notices'] as const;
export const recordCollections = ['actions', 'audiences', 'places', 'contacts', 'glossary', 'rates'] as const;
export const collectionNames = [...documentCollections, ...recordCollections] as const;

/** A collection of .mdx files, each of them a page. */
export type DocumentCollection = (typeof documentCollections)[number];
/** A collection of small .yml records that documents refer to by id. */
export type RecordCollection = (typeof recordCollections)[number];
export type CollectionName = (typeof collectionNames)[number];

/** The command-line name of one document, and its collection. */
export const documentKinds = {
  policy: 'policies',
  story: 'stories',
  page: 'pages',
  notice: 'notices',
} as const satisfies Record<string, DocumentCollection>;
export type DocumentKind = keyof typeof documentKinds;
