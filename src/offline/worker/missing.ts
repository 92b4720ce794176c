/** The answer to a page that is not on the phone while there is no network: says so, and what can be read instead. */

import { isPage, pathOf } from '../files.ts';
import { findSaved } from '../saving/find.ts';
import { openRoom, type Pocket } from '../saving/pocket.ts';
import { readRecord } from '../saving/state.ts';
import { bareMissingPage, listReadable, type Readable, titleOf } from './html.ts';

const headers = { 'content-type': 'text/html; charset=utf-8' };

/** Pages that nobody reads for themselves, and the one that saves, which the frame has a link to. */
const NOT_LISTED = /^(?:offline\/.*|404\.html)$|^s\//;

/** The page, with a list of those that can be read. Never rejects. */
export async function missingPage(pocket: Pocket): Promise<Response> {
  const frame = await findSaved(pocket, new URL('offline/missing/', pocket.scope).href);
  if (!frame) return new Response(bareMissingPage, { headers });
  const html = await frame.response.text();
  return new Response(listReadable(html, await readablePages(pocket).catch(() => [])), { headers });
}

/** The pages of the core, and those that were read, the last one first. */
async function readablePages(pocket: Pocket): Promise<Readable[]> {
  const { scope } = pocket;
  const room = await openRoom(pocket, 'read');
  const read = (await room.keys()).map(({ url }) => url).reverse();
  const core = (await readRecord(pocket, 'current'))?.list.core ?? [];
  const urls = new Set([...core.map(([path]) => new URL(path, scope).href), ...read]);
  const listed = [...urls].filter((url) => {
    const path = pathOf(url, scope);
    return path !== undefined && isPage(path) && !NOT_LISTED.test(path);
  });
  return Promise.all(
    listed.map(async (url) => {
      const kept = (await findSaved(pocket, url))?.response ?? (await room.match(url));
      return { address: new URL(url).pathname, title: titleOf((await kept?.text()) ?? '') };
    }),
  );
}
