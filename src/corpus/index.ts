/** The reader of content folders. */

export { findCharacters } from './find-characters.ts';
export { readHistory } from './history.ts';
export type { Known, KnownFile, KnownFiles, KnownSiteFile } from './known-files.ts';
export { joinLedgers } from './ledger-join.ts';
export { withEntries } from './ledger-text.ts';
export { adviceOn, meantBy, type Named, namedFrom } from './named.ts';
export type { PackedSource } from './packed-source.ts';
export { type Corpus, type DraftFile, readCorpus } from './read-corpus.ts';
export { readSite, readSiteFiles } from './site-files.ts';
export { whyTaken } from './taken.ts';
