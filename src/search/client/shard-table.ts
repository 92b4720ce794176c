/**
 * The table of the shards in the search page of a small site: the page requests the shard of a shared query at once, and not when the list
 * of the index has arrived. The list has the same and all else; a page without the table only takes a round trip longer.
 */
import { LANGUAGE } from '../fragment-id.ts';
import { HASH_LENGTH, type IndexList } from './index-list.ts';

/** Shards in a table: of more, the table would be larger than what it saves. */
export const MAX_TABLE_SHARDS = 128;

/** The table in the page until the index is built. */
export const NO_SHARD_TABLE = '-';

type Shards = IndexList['shards'];

/** A line per shard: the hash in its name and the beginning of its first token. */
export function formatShardTable(shards: Shards): string {
  return shards.map(({ from, name }) => name.slice(-HASH_LENGTH) + from).join('\n');
}

/** The shards of a table; none of NO_SHARD_TABLE. */
export function readShardTable(table: string): Shards {
  if (table === NO_SHARD_TABLE) return [];
  return table.split('\n').map((line) => ({
    from: line.slice(HASH_LENGTH),
    name: `${LANGUAGE}_${line.slice(0, HASH_LENGTH)}`,
  }));
}
