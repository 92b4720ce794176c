/** The files of an index by their names: those of Pagefind's format, and one of ours. */

/** Says which index there is, for Pagefind's own engine. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** The list of all pages and shards, by the hash in the entry. */
export const metaFile = (hash: string) => `pagefind.${hash}.pf_meta`;

/** The same list under a constant name: the phone saves the round trip for the entry. */
export const LIST_FILE = 'list.bin';

/** The table of the shards by its name. */
export const shardTableFile = (name: string) => `shards/${name}.pf_shards`;

/** A shard by its name. */
export const shardFile = (name: string) => `index/${name}.pf_index`;

/** A part of a divided table of the shards, and the names of some pages (divided-lists.ts). */
export const tableFile = (name: string) => `table/${name}.pf_table`;
export const namesFile = (name: string) => `names/${name}.pf_names`;
