/** What is in each part: fetched once, kept beside the files, because the worker finds a file by it. */
import { inTurns } from '../../in-turns.ts';
import { digestOfBytes } from '../digest.ts';
import { type OfflineFile, type OfflineList, partPath, partsFor, type Wish } from '../files.ts';
import { ChangedError, download } from './download.ts';
import type { LoadedPart } from './plan.ts';
import type { Pocket } from './pocket.ts';
import { storing } from './saving-error.ts';

/** Requests under way at once: these are small. */
const AT_ONCE = 6;

/** The parts of a wish with their files, in the order of the list. */
export async function loadParts(
  pocket: Pocket,
  room: Cache,
  list: OfflineList,
  wish: Wish,
): Promise<LoadedPart[]> {
  const parts = partsFor(list, wish);
  const contents = new Map<string, readonly OfflineFile[]>();
  await inTurns(parts, AT_ONCE, async ({ id }) => {
    contents.set(id, await loadContents(pocket, room, id));
  });
  return parts.map((part) => ({ ...part, contents: contents.get(part.id) ?? [] }));
}

async function loadContents(pocket: Pocket, room: Cache, id: string): Promise<readonly OfflineFile[]> {
  const kept = await readContents(pocket, room, id);
  if (kept) return kept;
  const bytes = await download(pocket, partPath(id));
  if ((await digestOfBytes(bytes)) !== id) throw new ChangedError(id);
  await storing(room.put(partUrl(pocket, id), new Response(bytes)));
  return JSON.parse(new TextDecoder().decode(bytes)) as OfflineFile[];
}

/** The files of a part that was saved; undefined for any other. */
export async function readContents(
  pocket: Pocket,
  room: Cache,
  id: string,
): Promise<readonly OfflineFile[] | undefined> {
  const kept = await room.match(partUrl(pocket, id));
  return kept && ((await kept.json()) as OfflineFile[]);
}

/** Where the contents of a part are kept. */
export function partUrl({ scope }: Pocket, id: string): string {
  return new URL(partPath(id), scope).href;
}
