/** `fetch` for pages opened as files: the bytes come from the scripts written by data-scripts.ts. */
import { shardFor, shardName } from '../shard-for.ts';
import { loadScript } from './load-script.ts';
import { reportUnreadable } from './unreadable.ts';

type ShardFiles = Record<string, string>;

/** A `fetch` for site-relative addresses; `folder` is the URL of the shards, `shardCount` their number. */
export function createFetch(folder: string, shardCount: number): (address: string) => Promise<Response> {
  const loaded = new Map<number, Promise<ShardFiles>>();
  const load = (shard: number): Promise<ShardFiles> => {
    const pending = loaded.get(shard);
    if (pending) return pending;
    const files = loadScript<{ files?: ShardFiles }>(folder + shardName(shard), {}).then(
      ({ files }) => files ?? {},
    );
    loaded.set(shard, files);
    files.catch(() => {
      // Tries again after a memory card is reinserted.
      loaded.delete(shard);
      reportUnreadable();
    });
    return files;
  };
  return async (address) => {
    const path = address.split(/[?#]/)[0] ?? '';
    const text = (await load(shardFor(path, shardCount)))[path];
    if (text === undefined) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  };
}
