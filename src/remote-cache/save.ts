/** Puts what a site was made of into the storage, as far as it is not there. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dayNumber } from '../cache/entries-file.ts';
import { mapWithConcurrency } from '../map-with-concurrency.ts';
import { joinPack, type PackEntry } from './pack.ts';
import {
  entryName,
  type LocalState,
  type PackSummary,
  packName,
  readLocalState,
  readSiteIndex,
  type SiteIndex,
  writeLocalState,
  writeSiteIndex,
} from './site-index.ts';
import type { RemoteStore } from './store.ts';
import type { UsedEntry } from './used-entries.ts';

/** Bytes of a pack before it is compressed: a request is long enough to be worth it, and short enough to be done in seconds. */
const PACK_BYTES = 2 * 1024 * 1024;
/** Each build adds a small pack; so many of them are joined to one. */
const MAX_SMALL_PACKS = 16;
const SMALL_BYTES = 512 * 1024;
/** A pack is written anew when less of it is still in use. */
const MIN_USED_SHARE = 0.5;
const MAX_CONCURRENT_REQUESTS = 4;

export interface Saved {
  files: number;
  packs: number;
}

/** Saves the entries of a site; `signal` ends it early, and the next time goes on from there. */
export async function saveSite(
  store: RemoteStore,
  { cacheDir, site, now }: { cacheDir: string; site: string; now: Date },
  used: readonly UsedEntry[],
  signal?: AbortSignal,
): Promise<Saved> {
  const state = readLocalState(cacheDir, site);
  const saved: Saved = { files: 0, packs: 0 };
  if (state.quietUntil > now.getTime()) return saved;
  const index = await readSiteIndex(store, site);
  if (index === undefined) return saved;
  const kept = packsToKeep(index, state, used);
  const known = new Set(kept.flatMap(({ id }) => state.packs.get(id) ?? []));
  const groups = groupEntries(used.filter(({ cache, key }) => !known.has(entryName(cache, key))));
  const written: PackSummary[] = [];
  const write = async (group: readonly UsedEntry[]) => {
    const entries = group.flatMap(readEntry);
    const bytes = joinPack(entries);
    const id = store.nameOf(site, hash('sha256', bytes));
    if (signal?.aborted || !(await store.write(packName(site, id), bytes, signal))) return;
    written.push({ id, bytes: bytes.length });
    state.packs.set(
      id,
      entries.map(({ cache, key }) => entryName(cache, key)),
    );
    saved.files += entries.length;
  };
  // The first alone: it tells whether this machine may write.
  const [first, ...others] = groups;
  if (first !== undefined) await write(first);
  if (written.length > 0) await mapWithConcurrency(others, MAX_CONCURRENT_REQUESTS, write);
  saved.packs = written.length;
  const isWhole = written.length === groups.length;
  if (written.length > 0 || (isWhole && kept.length < index.packs.length)) {
    await replaceIndex(store, site, {
      before: index,
      kept: isWhole ? kept : index.packs,
      written,
      state,
      now,
    });
    writeLocalState(cacheDir, site, state);
  }
  return saved;
}

/** The packs that stay in the list: not the damaged ones, those of little use, and small ones if they are many. */
function packsToKeep({ packs }: SiteIndex, state: LocalState, used: readonly UsedEntry[]): PackSummary[] {
  const names = new Set(used.map(({ cache, key }) => entryName(cache, key)));
  const usable = packs.filter(({ id }) => {
    const entries = state.packs.get(id);
    // What another machine has written a moment ago is not judged by this one.
    if (entries === undefined) return !state.damaged.has(id);
    return entries.filter((name) => names.has(name)).length >= entries.length * MIN_USED_SHARE;
  });
  const small = usable.filter(({ id, bytes }) => bytes < SMALL_BYTES && state.packs.has(id));
  return small.length > MAX_SMALL_PACKS ? usable.filter((pack) => !small.includes(pack)) : usable;
}

/** Groups of about PACK_BYTES, each of one cache as long as possible: pages compress well together. */
function groupEntries(entries: readonly UsedEntry[]): UsedEntry[][] {
  const groups: UsedEntry[][] = [];
  let left = 0;
  for (const entry of entries) {
    if (left < entry.size || groups.length === 0) {
      groups.push([]);
      left = PACK_BYTES;
    }
    groups.at(-1)?.push(entry);
    left -= entry.size;
  }
  return groups;
}

/** Another build may have evicted it since. */
function readEntry({ cache, key, path, metadata }: UsedEntry): PackEntry[] {
  try {
    return [{ cache, key, metadata, bytes: readFileSync(path) }];
  } catch {
    return [];
  }
}

/** Writes the list with the new packs and those that another machine has listed in the meantime, and removes packs that were retired a day ago. */
async function replaceIndex(
  store: RemoteStore,
  site: string,
  change: { before: SiteIndex; kept: PackSummary[]; written: PackSummary[]; state: LocalState; now: Date },
): Promise<void> {
  const { before, kept, written, state, now } = change;
  const present = (await readSiteIndex(store, site)) ?? before;
  const today = dayNumber(now);
  const dropped = new Set(
    before.packs.map(({ id }) => id).filter((id) => !kept.some((pack) => pack.id === id)),
  );
  const packs = new Map(present.packs.filter(({ id }) => !dropped.has(id)).map((pack) => [pack.id, pack]));
  for (const pack of written) packs.set(pack.id, pack);
  const retired = [...present.retired, ...[...dropped].map((id): [string, number] => [id, today])].filter(
    ([id]) => !packs.has(id),
  );
  const isOld = ([, day]: [string, number]) => today - day > 1;
  const isWritten = await writeSiteIndex(store, site, {
    packs: [...packs.values()],
    retired: retired.filter((pack) => !isOld(pack)),
  });
  for (const id of dropped) state.packs.delete(id);
  for (const id of [...dropped, ...packs.keys()]) state.damaged.delete(id);
  if (isWritten) await Promise.all(retired.filter(isOld).map(([id]) => store.remove(packName(site, id))));
}
