/** Reads the list of all files of an index, which is written by encode-index-list.ts. */
import { dayDigits, LANGUAGE } from '../fragment-id.ts';
import type { CborValue } from './decode-cbor.ts';

/** Another version is of a site of another day: the page has to be loaded again. */
export const LIST_VERSION = 5;

/** Bytes of a hash, which a name has in base 32. */
export const HASH_BYTES = 4;
/** Characters of such a name. */
export const HASH_LENGTH = 7;

/** In the order of their first tokens, of which `from` is the beginning. */
export type Shards = readonly { from: string; name: string }[];

export interface IndexList {
  /** Ids of the pages, in the order of their numbers. */
  pages: readonly string[];
  /** The name of the file with the shards (shard-table.ts). */
  shardTable: string;
  /** The name of the table of each filter. */
  filters: ReadonlyMap<string, string>;
  /** Absent if everything is in the list and in one table (divided-lists.ts). */
  divided?: DividedNames;
}

/** Where the names of pages are that the list does not have; their ids have the page's number in place of a hash. */
export interface DividedNames {
  /** Pages with a name in the list. */
  listedPages: number;
  nameFiles: readonly string[];
}

/** Pages in one file of names, a kilobyte. */
export const NAMES_PER_FILE = 256;

/** The list in the content of LIST_FILE, decoded. Throws if it is of another version. */
export function readIndexList(value: CborValue): IndexList {
  const [version, types, dated, daysHigh, daysLow, hashes, shardTable, filters, nameFiles] = value as [
    number,
    string,
    string,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    string,
    [filter: string, name: string][],
    string[] | undefined,
  ];
  if (version !== LIST_VERSION) throw new Error(`list of version ${version}`);
  const listedPages = hashes.length / HASH_BYTES;
  let dayAt = 0;
  const pages = Array.from(types, (type, index) => {
    let day = '';
    if (dated[index] === '1') {
      day = dayDigits((daysHigh[dayAt] ?? 0) * 256 + (daysLow[dayAt] ?? 0));
      dayAt += 1;
    }
    const hash = index < listedPages ? hashAt(hashes, index) : inName(index);
    return `${LANGUAGE}_${type}${day}${hash}`;
  });
  const list = { pages, shardTable, filters: new Map(filters) };
  return nameFiles === undefined ? list : { ...list, divided: { listedPages, nameFiles } };
}

/** The name of a page whose hash is at `index` of a file of names; `id` is its id in the list. */
export function nameWithHash(id: string, hashes: Uint8Array, index: number): string {
  return id.slice(0, -HASH_LENGTH) + hashAt(hashes, index);
}

function hashAt(hashes: Uint8Array, index: number): string {
  let number = 0;
  for (const byte of hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES))
    number = number * 256 + byte;
  return inName(number);
}

function inName(number: number): string {
  return number.toString(32).padStart(HASH_LENGTH, '0');
}

/** The names of the shards of a word, and of the words that begin with it: the last that begins before it, and perhaps the next. */
export function shardsWith(word: string, shards: Shards): string[] {
  const next = shards.findIndex(({ from }) => !isBefore(from, word));
  const index = (next < 0 ? shards.length : next) - 1;
  return [shards[index], shards[index + 1]].flatMap((shard, place) =>
    shard !== undefined && (place === 0 || shard.from.startsWith(word)) ? [shard.name] : [],
  );
}

/** Whether a text sorts before another, or equals it, in the order of UTF-8, which is that of the index. */
function isBefore(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return orderOf(left) < orderOf(right);
  }
  return a.length <= b.length;
}

/** UTF-16 sorts surrogates before U+E000; by code point they are last. */
function orderOf(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
