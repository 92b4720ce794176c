/**
 * The list of all files of the index for the phone: the content of Pagefind's own list, in half of the bytes. Hashes are most of
 * it and do not compress, so each has four bytes instead of seven characters. See client/index-list.ts.
 */
import { encodeCbor } from './cbor.ts';
import { HASH_BYTES, HASH_LENGTH, LIST_VERSION } from './client/index-list.ts';
import { LANGUAGE } from './fragment-id.ts';

export interface ListedFiles {
  /** Ids of the pages, in the order of their numbers. */
  pages: readonly string[];
  /** The name of the file with the shards. */
  shardTable: string;
  filters: readonly { filter: string; name: string }[];
}

export function encodeIndexList({ pages, shardTable, filters }: ListedFiles): Buffer {
  const ids = pages.map(splitName);
  return encodeCbor([
    LIST_VERSION,
    ids.map(({ facts }) => facts.slice(0, 1)).join(''),
    // A day only if present: the lists of lengths and of days compress better separately.
    ids.map(({ facts }) => facts.length - 1).join(''),
    ids.map(({ facts }) => facts.slice(1)).join(''),
    joinHashes(ids),
    shardTable,
    filters.map(({ filter, name }) => [filter, name]),
  ]);
}

/** A name without the language: the part before the hash, and the hash. */
function splitName(name: string): { facts: string; hash: string } {
  const rest = name.slice(LANGUAGE.length + 1);
  return { facts: rest.slice(0, -HASH_LENGTH), hash: rest.slice(-HASH_LENGTH) };
}

function joinHashes(names: readonly { hash: string }[]): Buffer {
  const bytes = Buffer.alloc(names.length * HASH_BYTES);
  for (const [index, { hash }] of names.entries()) {
    bytes.writeUIntBE(Number.parseInt(hash, 32), index * HASH_BYTES, HASH_BYTES);
  }
  return bytes;
}
