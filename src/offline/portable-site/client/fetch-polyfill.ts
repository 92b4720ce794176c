/** `fetch` for pages opened as files: the bytes come from the scripts written by data-scripts.ts. */
import { shardFor, shardName } from '../shard-for.ts';
import { loadScript } from './load-script.ts';
import { reportUnreadable } from './unreadable.ts';

type ShardFiles = Record<string, string>;

/** A `fetch` for site-relative addresses; `folder` is the URL of the shards, `shardCount` their number. */
export function createFetch(folder: string, parts: number): (address: string) => Promise<Response> {
  const loaded = new Map<number, Promise<ShardFiles>>();
  const load = (part: number): Promise<ShardFiles> => {
    const before = loaded.get(part);
    if (before) return before;
    const now = loadScript<{ files?: ShardFiles }>(folder + shardName(part), {}).then(
      ({ files }) => files ?? {},
    );
    loaded.set(part, now);
    now.catch(() => {
      // Tries again after a memory card is reinserted.
      loaded.delete(part);
      reportUnreadable();
    });
    return now;
  };
  return async (address) => {
    const path = address.split(/[?#]/)[0] ?? '';
    const text = (await load(shardFor(path, parts)))[path];
    if (text === undefined) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  };
}
