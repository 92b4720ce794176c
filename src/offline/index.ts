/** The offline list, written into the built site. */
export { type OfflineHashes, openOfflineHashes } from './list/file-hashes.ts';
export { hashAhead } from './list/hash-ahead.ts';
export { writeOfflineList } from './list/write-list.ts';
