/** `fetch` for a page that was opened as a file: the bytes come from the scripts that parts.ts made. */
import { partName, partOf } from '../part-of.ts';
import { runScript } from './run-script.ts';
import { tellUnreadable } from './unreadable.ts';

type Handed = Record<string, string>;

/** A `fetch` for addresses from the site's top; `folder` is the address of the parts, `parts` how many there are. */
export function createFetch(folder: string, parts: number): (address: string) => Promise<Response> {
  const loaded = new Map<number, Promise<Handed>>();
  const load = (part: number): Promise<Handed> => {
    const before = loaded.get(part);
    if (before) return before;
    const now = runScript<{ files?: Handed }>(folder + partName(part), {}).then(({ files }) => files ?? {});
    loaded.set(part, now);
    now.catch(() => {
      // A card that is put back in is read again.
      loaded.delete(part);
      tellUnreadable();
    });
    return now;
  };
  return async (address) => {
    const path = address.split(/[?#]/)[0] ?? '';
    const text = (await load(partOf(path, parts)))[path];
    if (text === undefined) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  };
}
