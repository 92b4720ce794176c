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
  /** For an index with divided lists: the number of pages whose names are here, and the files with the names of the others. */
  divided?: { listedPages: number; nameFiles: readonly string[] };
}

export function encodeIndexList({ pages, shardTable, filters, divided }: ListedFiles): Buffer {
  const ids = pages.map(factsOf);
  const days = ids.flatMap((facts) => (facts.length > 1 ? [Number.parseInt(facts.slice(1), 36)] : []));
  return encodeCbor([
    LIST_VERSION,
    ids.map((facts) => facts.slice(0, 1)).join(''),
    ids.map((facts) => Number(facts.length > 1)).join(''),
    // The first byte of all days, then the second: the first has few values, and is compressed.
    Uint8Array.from(days, (day) => day >>> 8),
    Uint8Array.from(days),
    joinHashes(pages.slice(0, divided?.listedPages)),
    shardTable,
    filters.map(({ filter, name }) => [filter, name]),
    ...(divided ? [divided.nameFiles] : []),
  ]);
}

/** A name without the language and the hash. */
function factsOf(name: string): string {
  return name.slice(LANGUAGE.length + 1, -HASH_LENGTH);
}

/** The hashes at the end of names, in four bytes each. */
export function joinHashes(names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(names.length * HASH_BYTES);
  for (const [index, name] of names.entries()) {
    const hash = Number.parseInt(name.slice(-HASH_LENGTH), 32);
    bytes.writeUIntBE(hash, index * HASH_BYTES, HASH_BYTES);
  }
  return bytes;
}
