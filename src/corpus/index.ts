/** The reader of content folders. */

export {
  atTheirFiles,
  BASE_RECORDS,
  type Base,
  type BaseFiles,
  baseRecordsText,
  bodyOverBase,
  type ChangedFile,
  changesOver,
  changesSince,
  dayOfCommit,
  dependencyFolders,
  findBases,
  inheritModeOf,
  isBelow,
  joinTexts,
  latestCommit,
  linesIn,
  noOrigins,
  type Origins,
  openBaseCommit,
  ownBaseAddress,
  pinOf,
  readBaseRecords,
  remoteOf,
  saidIn,
  textOf,
  withFileChanges,
  withSeen,
} from './bases/index.ts';
export { type ContentFile, findContentFiles } from './content-files.ts';
export { joinFoldedValue } from './field-texts.ts';
export { findCharacters } from './find-characters.ts';
export { splitFrontMatter } from './front-matter.ts';
export { readHistory, readRevisions } from './history.ts';
export { isInside } from './is-inside.ts';
export { joinLedgers } from './ledger-join.ts';
export { withEntries } from './ledger-text.ts';
export { nameConflict, openNameCheck } from './name-conflict.ts';
export type { Cache, CachedFile, CachedSiteFile, ParseCache } from './parse-cache.ts';
export { type Corpus, type DraftFile, readCorpus } from './read-corpus.ts';
export { readForRules } from './read-document.ts';
export { findIntended, type NamedEntry, suggestReference, toNamedEntry } from './reference-suggestions.ts';
export { readSingleText, readSite, readSiteFiles } from './site-files.ts';
export type { EncodedSource } from './source-codec.ts';
export { readSourceFile } from './source-file.ts';
export { fieldPaths, readUnsaved, type UnsavedDocument } from './unsaved.ts';
export { readYaml } from './yaml-source.ts';
