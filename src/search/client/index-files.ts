/** The files of an index by their names: those of Pagefind's format, and one of ours. */

/** Says which index there is, for Pagefind's own engine. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** The list of all pages and shards, by the hash that the entry gives. */
export const metaFile = (hash: string) => `pagefind.${hash}.pf_meta`;

/** The same list under a name that never changes: the phone need not ask the entry for it, which is a round trip. */
export const LIST_FILE = 'list.bin';
