/** Pages as they were read, with the styles and scripts that each was made with, so that no page wears those of another day. */

import { isImmutable } from '../../served-files.ts';
import { pathOf, savedPhotograph } from '../files.ts';
import type { Kept } from '../saving/find.ts';
import { openRoom, type Pocket } from '../saving/pocket.ts';
import { assetsOf, buildDayOf } from './html.ts';

/** So many pages are kept; the one read longest ago goes first. */
const MOST_PAGES = 60;

/** The address of a page as it is kept: its questions and anchors are answered by scripts. */
function plain(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** Keeps a page with all it needs; what cannot be kept stays as it was. */
export async function keepRead(pocket: Pocket, url: string, html: string): Promise<void> {
  try {
    await keepAssets(pocket, html);
    const room = await openRoom(pocket, 'read');
    // Out and in again: the last one read stands last.
    await room.delete(plain(url));
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    await room.put(plain(url), new Response(html, { headers }));
    await trim(pocket, room);
  } catch {
    // No room or no storage: the page is read all the same.
  }
}

/** A page as it was read last. */
export async function findRead(pocket: Pocket, url: string): Promise<Kept | undefined> {
  try {
    const response = await (await openRoom(pocket, 'read')).match(plain(url));
    return response && { response, day: buildDayOf(await response.clone().text()) };
  } catch {
    return undefined;
  }
}

/** Makes sure that the styles and scripts of a page are on the phone; rejects where one cannot be had. */
export async function keepAssets(pocket: Pocket, html: string): Promise<void> {
  const answers = await Promise.all(assetsOf(html, pocket.scope).map((url) => findOrFetchAsset(pocket, url)));
  for (const { status } of answers) if (status !== 200) throw new Error(`${status}`);
}

/** A file whose name changes with its content: from the phone, or from the network and then kept. */
export async function findOrFetchAsset(pocket: Pocket, asked: string): Promise<Response> {
  const url = plain(asked);
  const kept = (await findAsset(pocket, url)) ?? (await findPhotograph(pocket, url));
  if (kept) return kept;
  const response = await pocket.fetch(asked);
  if (!response.ok) return response;
  // Whole, or not at all. And without the address that it came from, which a worker's script would take for its own, and
  // lack its question.
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  const whole = new Response(await response.blob(), { headers });
  if (/\/assets\/[^/]+$/.test(url)) await keepAsset(pocket, url, whole.clone());
  return whole;
}

async function findAsset(pocket: Pocket, url: string): Promise<Response | undefined> {
  try {
    for (const name of ['saved', 'read'] as const) {
      const kept = await (await openRoom(pocket, name)).match(url);
      if (kept) return kept;
    }
  } catch {
    // Storage is refused.
  }
  return undefined;
}

/** Of a photograph that was saved, the one file there is, whichever was asked for: it costs nothing. */
async function findPhotograph(pocket: Pocket, url: string): Promise<Response | undefined> {
  const path = savedPhotograph(pathOf(url, pocket.scope) ?? '');
  return path === undefined ? undefined : findAsset(pocket, new URL(path, pocket.scope).href);
}

async function keepAsset(pocket: Pocket, url: string, response: Response): Promise<void> {
  try {
    await (await openRoom(pocket, 'read')).put(url, response);
  } catch {
    // No room: it is fetched again the next time.
  }
}

async function trim(pocket: Pocket, room: Cache): Promise<void> {
  const urls = (await room.keys()).map(({ url }) => url);
  const isAsset = (url: string) => isImmutable(pathOf(url, pocket.scope) ?? '');
  const pages = urls.filter((url) => !isAsset(url));
  if (pages.length <= MOST_PAGES) return;
  const [gone, stay] = [pages.slice(0, -MOST_PAGES), pages.slice(-MOST_PAGES)];
  for (const url of gone) await room.delete(url);
  const texts = await Promise.all(stay.map(async (url) => (await room.match(url))?.text()));
  const needed = new Set(texts.flatMap((html) => assetsOf(html ?? '', pocket.scope)));
  for (const url of urls.filter(isAsset)) if (!needed.has(url)) await room.delete(url);
}
