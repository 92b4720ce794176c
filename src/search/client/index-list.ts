/** Reads the list of all files of an index, which is written by encode-index-list.ts. */
import { LANGUAGE } from '../fragment-id.ts';
import type { CborValue } from './decode-cbor.ts';

/** Another version is of a site of another day: the page has to be loaded again. */
export const LIST_VERSION = 1;

/** Bytes of a hash, which a name has in base 32. */
export const HASH_BYTES = 5;

export interface IndexList {
  /** Ids of the pages, in the order of their numbers. */
  pages: readonly string[];
  /** In the order of their first tokens, of which `from` is the beginning. */
  shards: readonly { from: string; name: string }[];
  /** The name of the table of each filter. */
  filters: ReadonlyMap<string, string>;
}

/** The list in the content of LIST_FILE, decoded. Throws if it is of another version. */
export function readIndexList(value: CborValue): IndexList {
  const [version, types, dayLengths, days, hashes, starts, shardHashes, filters] = value as [
    number,
    string,
    string,
    string,
    Uint8Array,
    string,
    Uint8Array,
    [filter: string, name: string][],
  ];
  if (version !== LIST_VERSION) throw new Error(`list of version ${version}`);
  let dayAt = 0;
  const pages = Array.from(types, (type, index) => {
    const length = Number(dayLengths[index]);
    const day = days.slice(dayAt, dayAt + length);
    dayAt += length;
    return `${LANGUAGE}_${type}${day}${hashAt(hashes, index)}`;
  });
  const shards = starts.split('\n').map((from, index) => ({
    from,
    name: `${LANGUAGE}_${hashAt(shardHashes, index)}`,
  }));
  return { pages, shards, filters: new Map(filters) };
}

function hashAt(hashes: Uint8Array, index: number): string {
  let number = 0;
  for (const byte of hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES))
    number = number * 256 + byte;
  return number.toString(32).padStart(8, '0');
}
