/**
 * The table of the shards: with it the page requests the shard of a shared query before the list of the index has arrived. A small site has
 * the table in its search page and in the list. A large one has it in a file of its own, which the page requests with the list.
 */
import { LANGUAGE } from '../fragment-id.ts';
import { HASH_LENGTH, type Shards } from './index-list.ts';

/** Shards in the table of a page: of more, the table would be larger than what it saves. */
export const MAX_TABLE_SHARDS = 128;

/** The table in the page until the index is built. */
export const NO_SHARD_TABLE = '-';

/** A line per shard: the hash in its name and the beginning of its first token. */
export function formatShardTable(shards: Shards): string {
  return shards.map(({ from, name }) => name.slice(-HASH_LENGTH) + from).join('\n');
}

/** The shards of a table. */
export function readShardTable(table: string): Shards {
  return table.split('\n').map((line) => ({
    from: line.slice(HASH_LENGTH),
    name: `${LANGUAGE}_${line.slice(0, HASH_LENGTH)}`,
  }));
}

/** Whether a page has the name of the file of its table instead of the table. */
export function isTableName(table: string): boolean {
  return table.startsWith(`${LANGUAGE}_`);
}
