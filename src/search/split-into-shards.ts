/** How the posting lists of an index are divided into files. */

/** A token with its packed postings (postings.ts). */
export type PostingList = readonly [word: string, postings: Uint32Array];

/** Postings in one shard of the index: about 4 KB in a large site. */
const MAX_SHARD_ENTRIES = 1500;
/** Shards of a small site, as long as they have MIN_SHARD_ENTRIES: a query fetches one for each word, and the table has all of them. */
const MIN_SHARDS = 100;
/** Postings of a shard if their number hardly costs: of a small site, and where a phone loads only parts of the table (divided-lists.ts). */
export const MIN_SHARD_ENTRIES = 500;
/** Size of a token itself, counted as postings. */
const ENTRIES_PER_TOKEN = 3;

/**
 * Splits the posting lists, in Pagefind's order, into shards of about the same size. A shard ends within a fifth of that size, after the token
 * with the smallest hash there: after a changed token the shards begin to be the same again, while with equal sizes all later ones
 * were others. If it can, it ends where the first character changes: the table of the shards then has one character for the next.
 * `maxEntries` is the most postings that such a size has.
 */
export function splitIntoShards(
  words: ReadonlyMap<string, Uint32Array>,
  maxEntries = MAX_SHARD_ENTRIES,
): PostingList[][] {
  const lists = [...words];
  const entries = lists.map(([, postings]) => postings.length + ENTRIES_PER_TOKEN);
  const all = entries.reduce((sum, count) => sum + count, 0);
  const size = Math.min(maxEntries, Math.max(MIN_SHARD_ENTRIES, all / MIN_SHARDS));
  const shards: PostingList[][] = [];
  for (let start = 0; start < lists.length; ) {
    const end = shardEnd(lists, entries, start, size);
    shards.push(lists.slice(start, end));
    start = end;
  }
  return shards;
}

/** By how much a shard may be smaller or larger than the others. */
const SHARD_SIZE_TOLERANCE = 0.2;

/** Where the shard that begins at `start` ends: the index after its last list. */
function shardEnd(
  lists: readonly PostingList[],
  entries: readonly number[],
  start: number,
  size: number,
): number {
  let [inShard, best, leastRank] = [0, start + 1, Number.POSITIVE_INFINITY];
  for (let at = start; at < lists.length; at += 1) {
    inShard += entries[at] ?? 0;
    if (inShard > size * (1 + SHARD_SIZE_TOLERANCE)) return best;
    const rank =
      inShard < size * (1 - SHARD_SIZE_TOLERANCE)
        ? Number.POSITIVE_INFINITY
        : endRank(lists[at]?.[0] ?? '', lists[at + 1]?.[0] ?? '');
    if (rank <= leastRank) [best, leastRank] = [at + 1, rank];
  }
  return lists.length;
}

/** The rank of ending a shard between two tokens, the smallest best. */
function endRank(token: string, next: string): number {
  return hashOfToken(token) + (token.charAt(0) === next.charAt(0) ? 2 ** 32 : 0);
}

/** 32-bit FNV-1a of the UTF-16 units of a token. */
function hashOfToken(token: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < token.length; at += 1) value = Math.imul(value ^ token.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
