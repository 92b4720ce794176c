/** `fetch` for a page that was opened as a file: the bytes come from the scripts that data-scripts.ts made. */
import { shardFor, shardName } from '../shard-for.ts';
import { loadScript } from './load-script.ts';
import { reportUnreadable } from './unreadable.ts';

type ShardFiles = Record<string, string>;

/** A `fetch` for addresses from the site's top; `folder` is the address of the parts, `parts` how many there are. */
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
      // A card that is put back in is read again.
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
