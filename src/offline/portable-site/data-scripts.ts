/**
 * Wraps files that the site's scripts fetch into classic scripts: pages opened as files cannot read other files in any other
 * way. Many small files share a shard, because each file occupies up to 32 KB on a memory card.
 */
import { shardFor, shardName } from './shard-for.ts';

/** Mean bytes loaded to read one file. */
const MEAN_SHARD_BYTES = 32 * 1024;

export interface DataScripts {
  /** Number of shards, at least one. */
  count: number;
  /** The scripts, by file name. */
  scripts: Map<string, string>;
}

/** The shards for `files`, a map from address to bytes; deterministic. */
export function makeDataScripts(files: ReadonlyMap<string, Uint8Array>): DataScripts {
  const bytes = Array.from(files.values()).reduce((sum, file) => sum + file.length, 0);
  const count = Math.max(1, Math.ceil(bytes / MEAN_SHARD_BYTES));
  const shards = Array.from({ length: count }, (): Record<string, string> => ({}));
  for (const address of Array.from(files.keys()).sort()) {
    const shard = shards[shardFor(address, count)];
    if (shard) shard[address] = Buffer.from(files.get(address) ?? []).toString('base64');
  }
  const scripts = shards.map((shard, number): [string, string] => [
    shardName(number),
    `document.currentScript.files=${JSON.stringify(shard)}\n`,
  ]);
  return { count, scripts: new Map(scripts) };
}
