/**
 * Brings the copy to what a reader wishes and the site has. Files are kept by path and digest: what is there is not fetched
 * again, whether after a cut or for a new version. Only when all of a version is there does the copy become that version;
 * until then the one before stays whole.
 */
import { inTurns } from '../../in-turns.ts';
import { contentType, keptUrl, LIST_PATH, type OfflineFile, type OfflineList, type Wish } from '../files.ts';
import { carriedFrom, removeAllBut } from './clean.ts';
import { ChangedError, download, filesIn } from './download.ts';
import { loadParts, partUrl } from './parts.ts';
import { bytesOf, planTasks } from './plan.ts';
import { openRoom, type Pocket } from './pocket.ts';
import { SavingError, storing } from './saving-error.ts';
import { type Current, readRecord, writeRecord } from './state.ts';

/** How far it is: bytes on the phone, of all that is to be there. */
export interface Progress {
  bytes: number;
  of: number;
}

type Tell = (progress: Progress) => void;

/** Requests under way at once. */
const AT_ONCE = 3;
/** So often a site may be published anew while it is saved. */
const TRIES = 3;

/** The list of what the site has now; rejects with a SavingError. */
export async function fetchList(pocket: Pocket): Promise<OfflineList> {
  try {
    return JSON.parse(new TextDecoder().decode(await download(pocket, LIST_PATH))) as OfflineList;
  } catch (cause) {
    // A gate before the network answers everything with its own page.
    throw cause instanceof SavingError ? cause : new SavingError('network', { cause });
  }
}

/** Saves what is missing, telling how far it is; rejects with a SavingError. */
export async function save(pocket: Pocket, wish: Wish, tell: Tell = () => undefined): Promise<Current> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await saveOnce(pocket, wish, tell);
    } catch (error) {
      if (!(error instanceof ChangedError)) throw error;
      if (tries === TRIES) throw new SavingError('changing', { cause: error });
    }
  }
}

async function saveOnce(pocket: Pocket, wish: Wish, tell: Tell): Promise<Current> {
  const list = await fetchList(pocket);
  const before = await readRecord(pocket, 'current');
  if (before?.list.version === list.version && before.wish === wish) {
    return commit(pocket, { ...before, list });
  }
  const room = await storing(openRoom(pocket, 'saved'));
  const kept = await keptUrls(room);
  const urlOf = ([path, digest]: OfflineFile) => keptUrl(path, digest, pocket.scope);
  const parts = await loadParts(pocket, room, list, wish);
  const wanted = new Map(
    [...list.core, ...parts.flatMap(({ contents }) => contents)].map((file) => [urlOf(file), file]),
  );
  const tasks = planTasks(list.core, parts, (file) => kept.has(urlOf(file)));
  const of = bytesOf([...wanted.values()]);
  let bytes = of - tasks.reduce((sum, task) => sum + task.bytes, 0);
  tell({ bytes, of });
  await inTurns(tasks, AT_ONCE, async (task) => {
    for (const [file, content] of await filesIn(task.files, await download(pocket, task.path))) {
      if (kept.has(urlOf(file))) continue;
      const answer = new Response(content, { headers: { 'content-type': contentType(file[0]) } });
      await storing(room.put(urlOf(file), answer));
    }
    bytes += task.bytes;
    tell({ bytes, of });
  });

  const there = await keptUrls(await storing(openRoom(pocket, 'saved')));
  // Taken away meanwhile, by another page or by the browser.
  for (const url of wanted.keys()) if (!there.has(url)) throw new ChangedError(url);
  const carried = before ? carriedFrom(before, kept, wanted, pocket.scope) : [];
  const current = await commit(pocket, { list, wish, carried });
  await removeAllBut(room, [...wanted.keys(), ...carried, ...parts.map(({ id }) => partUrl(pocket, id))]);
  return current;
}

async function commit(pocket: Pocket, current: Current): Promise<Current> {
  await storing(writeRecord(pocket, 'current', current));
  return current;
}

async function keptUrls(room: Cache): Promise<Set<string>> {
  return new Set((await storing(room.keys())).map(({ url }) => url));
}
