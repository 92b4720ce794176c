/**
 * Files that scripts of the site fetch, as classic scripts: the only way in which a page that was opened as a file gets
 * at the bytes of another. Many small files share one part, because on a card each file takes up to 32 KB.
 */
import { shardFor, shardName } from './shard-for.ts';

/** About as many bytes are loaded to get at one file. */
const MEAN_SHARD_BYTES = 32 * 1024;

export interface DataScripts {
  /** How many there are, at least one. */
  count: number;
  /** The scripts, by name. */
  scripts: Map<string, string>;
}

/** The parts that hand `files` over, given as address → bytes; the same files give the same parts. */
export function makeDataScripts(files: ReadonlyMap<string, Uint8Array>): DataScripts {
  const bytes = Array.from(files.values()).reduce((sum, file) => sum + file.length, 0);
  const count = Math.max(1, Math.ceil(bytes / MEAN_SHARD_BYTES));
  const shards = Array.from({ length: count }, (): Record<string, string> => ({}));
  for (const address of Array.from(files.keys()).sort()) {
    const part = shards[shardFor(address, count)];
    if (part) part[address] = Buffer.from(files.get(address) ?? []).toString('base64');
  }
  const scripts = shards.map((part, number): [string, string] => [
    shardName(number),
    `document.currentScript.files=${JSON.stringify(part)}\n`,
  ]);
  return { count, scripts: new Map(scripts) };
}
