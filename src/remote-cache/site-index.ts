/** The list of a site's packs in the storage, and what this machine knows of them. */

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../write-file-atomic.ts';
import type { RemoteStore } from './store.ts';

export interface SiteIndex {
  packs: PackSummary[];
  /** Packs that are no longer listed, with the day since when: they are removed after a day, when nobody reads them. */
  retired: [id: string, day: number][];
}

export interface PackSummary {
  id: string;
  bytes: number;
}

/** What this machine knows: it lies in its cache and is lost with it. */
export interface LocalState {
  /** The entries of the packs whose files this machine has, by the pack's id. */
  packs: Map<string, readonly string[]>;
  /** Packs that were damaged or gone. */
  damaged: Set<string>;
  /** Until then the storage is not asked, in milliseconds since 1970. */
  quietUntil: number;
}

/** A short name for an entry in the local state. */
export function entryName(cache: string, key: string): string {
  return hash('sha256', `${cache}\n${key}`).slice(0, 16);
}

const indexName = (site: string) => `sites/${site}/index`;

/** The name of a pack in the storage. */
export const packName = (site: string, id: string): string => `sites/${site}/${id}`;

/** Reads the list of a site. One that is damaged or absent is empty, and undefined if the storage failed. */
export async function readSiteIndex(store: RemoteStore, site: string): Promise<SiteIndex | undefined> {
  const found = await store.read(indexName(site));
  if (found === 'failed') return undefined;
  if (found === 'absent' || found === 'damaged') return { packs: [], retired: [] };
  return JSON.parse(found.bytes.toString('utf8')) as SiteIndex;
}

export function writeSiteIndex(store: RemoteStore, site: string, index: SiteIndex): Promise<boolean> {
  return store.write(indexName(site), Buffer.from(JSON.stringify(index)));
}

const stateFile = (cacheDir: string, site: string) => join(cacheDir, 'remote-cache', `${site}.json`);

interface StoredState {
  packs: [string, string[]][];
  damaged: string[];
  quietUntil: number;
}

/** Reads the state; one that is missing or damaged knows nothing. */
export function readLocalState(cacheDir: string, site: string): LocalState {
  try {
    const stored = JSON.parse(readFileSync(stateFile(cacheDir, site), 'utf8')) as StoredState;
    return { ...stored, packs: new Map(stored.packs), damaged: new Set(stored.damaged) };
  } catch {
    return { packs: new Map(), damaged: new Set(), quietUntil: 0 };
  }
}

export function writeLocalState(cacheDir: string, site: string, state: LocalState): void {
  const stored = { ...state, packs: [...state.packs], damaged: [...state.damaged] };
  try {
    writeFileAtomic(stateFile(cacheDir, site), JSON.stringify(stored), { isDurable: false });
  } catch {
    // A folder that cannot be written only costs time at the next build.
  }
}
