/**
 * The table of the shards: by it a word leads to the file that it is in. It is a file of the index, and the search page has it as well, so that
 * the shard of a shared query is requested before the list of the index has arrived. The page of a large site has only its name.
 */
import { LANGUAGE } from '../fragment-id.ts';
import { HASH_LENGTH, type Shards } from './index-list.ts';

/** Shards in the table of a page, at nine bytes each: of more, the table would delay the page by more than it saves. */
export const MAX_TABLE_SHARDS = 1000;

/** The table in the page until the index is built. */
export const NO_SHARD_TABLE = '-';

/** The content of the file: a line per shard, the hash in its name and the beginning of its first token. */
export function formatShardTable(shards: Shards): string {
  return shards.map(({ from, name }) => name.slice(-HASH_LENGTH) + from).join('\n');
}

/** The shards in such a file. */
export function readShardTable(content: string): Shards {
  return content.split('\n').map((line) => ({
    from: line.slice(HASH_LENGTH),
    name: `${LANGUAGE}_${line.slice(0, HASH_LENGTH)}`,
  }));
}

/** The table as the page has it: the name of its file, and below it the content unless that is too large. */
export function embeddedShardTable(name: string, content: string): string {
  return content.split('\n').length > MAX_TABLE_SHARDS ? name : `${name}\n${content}`;
}

/** The name of the file with the table, and the content if the page has it. The name is empty before the index is built. */
export function readEmbeddedTable(embedded: string): { name: string; content: string | undefined } {
  const end = embedded.indexOf('\n');
  const name = end < 0 ? embedded : embedded.slice(0, end);
  return { name: name === NO_SHARD_TABLE ? '' : name, content: end < 0 ? undefined : embedded.slice(end + 1) };
}
