/** The content that a site extends, and the files that it takes from there. */
export { baseChangeFindings, changesSince, saidIn } from './base-changes.ts';
export type { Base } from './base-link.ts';
export { BASE_RECORDS, baseRecordsText, readBaseRecords, withFileChanges, withSeen } from './base-records.ts';
export { dayOfCommit, latestCommit, openBaseCommit, pinOf, remoteOf } from './base-repository.ts';
export { bodyOverBase } from './body-over-base.ts';
export {
  atTheirFiles,
  isBelow,
  noOrigins,
  type Origins,
  originsOf,
  withoutBaseWarnings,
} from './editor-files.ts';
export {
  dependencyFolders,
  type FindOptions,
  type FoundBases,
  findBases,
  ownBaseAddress,
} from './find-bases.ts';
export {
  type BaseFiles,
  type ChangedFile,
  changesOver,
  inheritFiles,
  inheritModeOf,
  joinUnsaved,
  linesIn,
} from './inherited-files.ts';
export { type Change, joinTexts } from './join-files.ts';
export { type Lines, textOf } from './lines.ts';
export { withoutPartTags } from './parts.ts';
export { explainWithoutBase, withBaseWithdrawals } from './withdrawn.ts';
