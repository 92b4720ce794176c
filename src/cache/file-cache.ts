/**
 * Files of earlier builds, by a hash of all their inputs. A build restores a cached file by a hard link: nothing is read and nothing is
 * written. A file is valid only while its size and time are those of the index: one that was truncated, damaged or written to is a miss.
 */
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY_MS } from '../documents/dates.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';
import { dayNumber, readEntries, trySystemCall, writeEntries } from './entries-file.ts';

export interface FileCache {
  /** Whether earlier builds cached nothing. */
  readonly isEmpty: boolean;
  /** Links the file cached under a key to `path`, which must not exist; returns its metadata, undefined for a miss. */
  get(key: string, path: string): string | undefined;
  /** Writes a file to `path` and caches it with metadata for `get`. */
  set(key: string, path: string, bytes: Uint8Array, metadata?: string): void;
  /** Caches the complete file at `path`, if the disk allows that. */
  add(key: string, path: string, metadata?: string): void;
  /** The bytes cached under a key; undefined for a miss. */
  read(key: string): Buffer | undefined;
  /** Caches bytes that are no file of the site, or that another host has made. */
  insert(key: string, bytes: Uint8Array, metadata: string): void;
  /** What is cached and undamaged. */
  entries(): Iterable<CachedFileEntry>;
  /** Evicts what no build used for `maxAgeDays` and writes the index. */
  evictAndFlush(maxAgeDays: number): void;
}

/** A cached file. */
export interface CachedFileEntry {
  key: string;
  path: string;
  stats: Stats;
  metadata: string;
}

/** Size, time of the last change and day of the last use (counted from 1970) of a cached file, and its metadata. */
type IndexEntry = [bytes: number, modifiedMs: number, day: number, metadata: string];

const INDEX = 'index.json';
const FORMAT = 'files';

/** The cache in a folder, which is created with the first entry; `now` is the time of the build. */
export function openFileCache(folder: string, now: Date): FileCache {
  const today = dayNumber(now);
  const index = readEntries<IndexEntry>(join(folder, INDEX), FORMAT);
  let isDirty = false;
  const evicted = new Set<string>();
  const evict = (key: string): undefined => {
    evicted.add(key);
    isDirty = index.delete(key) || isDirty;
  };
  const add = (key: string, path: string, metadata = ''): void => {
    const isAdded = trySystemCall(() => {
      const cached = join(folder, key);
      // A link is complete at once; without one, or if the name exists, the copy is renamed when it is complete.
      if (!tryLink(path, cached)) {
        writeFileAtomic(cached, (tempPath) => linkOrCopy(path, tempPath), { isDurable: false });
      }
      const { size, mtimeMs } = lstatSync(cached);
      index.set(key, [size, mtimeMs, today, metadata]);
      isDirty = true;
    });
    if (!isAdded) evict(key);
  };
  /** Adds what another build has cached since this one read the index: the later of two builds would drop it. */
  const addEntriesOfOthers = (maxAgeDays: number): void => {
    for (const [key, entry] of readEntries<IndexEntry>(join(folder, INDEX), FORMAT)) {
      const isOld = evicted.has(key) || today - entry[2] > maxAgeDays;
      if (!isOld && !index.has(key)) index.set(key, entry);
    }
  };
  return {
    isEmpty: index.size === 0,
    get(key, path) {
      const entry = index.get(key);
      if (entry === undefined) return undefined;
      const [bytes, modifiedMs, day, metadata] = entry;
      // Not by `join`: a build does this for ten thousand files.
      const cached = `${folder}/${key}`;
      const stats = lstatSync(cached, { throwIfNoEntry: false });
      if (stats?.size !== bytes || stats.mtimeMs !== modifiedMs) return evict(key);
      withDirectory(dirname(path), () => linkOrCopy(cached, path));
      if (day !== today) {
        index.set(key, [bytes, modifiedMs, today, metadata]);
        isDirty = true;
      }
      return metadata;
    },
    set(key, path, bytes, metadata) {
      withDirectory(dirname(path), () => writeFileSync(path, bytes));
      add(key, path, metadata);
    },
    add,
    read(key) {
      const entry = index.get(key);
      if (entry === undefined) return undefined;
      const [bytes, modifiedMs, , metadata] = entry;
      const cached = join(folder, key);
      const stats = lstatSync(cached, { throwIfNoEntry: false });
      if (stats?.size !== bytes || stats.mtimeMs !== modifiedMs) return evict(key);
      if (entry[2] !== today) {
        index.set(key, [bytes, modifiedMs, today, metadata]);
        isDirty = true;
      }
      return readFileSync(cached);
    },
    insert(key, bytes, metadata) {
      if (index.has(key)) return;
      trySystemCall(() => {
        const cached = join(folder, key);
        // Whatever has the name already may be linked into a site: it is replaced, never written to.
        const isNew = trySystemCall(() =>
          withDirectory(folder, () => writeFileSync(cached, bytes, { flag: 'wx' })),
        );
        if (!isNew) writeFileAtomic(cached, bytes, { isDurable: false });
        const { size, mtimeMs } = lstatSync(cached);
        index.set(key, [size, mtimeMs, today, metadata]);
        isDirty = true;
      });
    },
    *entries() {
      for (const [key, [bytes, modifiedMs, , metadata]] of index) {
        const path = join(folder, key);
        const stats = lstatSync(path, { throwIfNoEntry: false });
        if (stats?.size === bytes && stats.mtimeMs === modifiedMs) yield { key, path, stats, metadata };
      }
    },
    evictAndFlush(maxAgeDays) {
      for (const [key, [, , day]] of index) if (today - day > maxAgeDays) evict(key);
      if (!isDirty) return;
      trySystemCall(() => {
        addEntriesOfOthers(maxAgeDays);
        writeEntries(join(folder, INDEX), FORMAT, index);
        removeOrphans(folder, index, now);
      });
    },
  };
}

/** Removes files that the index does not name and that are older than a day: another build may be writing younger ones. */
function removeOrphans(folder: string, index: ReadonlyMap<string, IndexEntry>, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (name === INDEX || index.has(name)) continue;
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && now.getTime() - stats.ctimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  return trySystemCall(() => linkSync(from, to));
}

/** Across disks a file is copied; its time is then that of the copy. */
function linkOrCopy(from: string, to: string): void {
  if (!tryLink(from, to)) copyFileSync(from, to);
}

/**
 * Runs `work` in a directory and creates the directory if it is missing. Nearly all exist, reused from the last site (directory-pool.ts):
 * checking each first took as long as linking a file into it.
 */
function withDirectory(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (existsSync(folder)) throw error;
    mkdirSync(folder, { recursive: true });
    work();
  }
}
