/**
 * Small values of earlier builds, by the digest of all that they were made from: hundreds in one file, because a thousand small
 * files take longer to read than a few, and one file for all longer to write. A file that is damaged or of another version
 * counts for nothing.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../write-file-atomic.ts';

export interface ValueCache<T> {
  /** The value kept under a digest; undefined where none is. */
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Writes what is kept, without what nobody took for `days`; may be called again when there is more. */
  evictAndFlush(maxAgeDays: number): void;
}

/** A value with the day of its last use, counted from 1970. */
type CacheEntry<T> = [day: number, value: T];

/** The values of one file: those whose digests begin alike. */
interface Shard<T> {
  entries: Map<string, CacheEntry<T>>;
  isDirty: boolean;
}

const DAY_MS = 86_400_000;

/** Two hexadecimal digits: 256 files. */
const SHARD_PREFIX_DIGITS = 2;

/** The records in a folder; `version` is that of the code that made them, `now` tells the day. */
export function openValueCache<T>(folder: string, version: string, now: Date): ValueCache<T> {
  const today = Math.floor(now.getTime() / DAY_MS);
  const shards = new Map<string, Shard<T>>();
  const shardOf = (key: string): Shard<T> => {
    const name = key.slice(0, SHARD_PREFIX_DIGITS);
    const shard = shards.get(name) ?? { entries: readShard<T>(join(folder, name), version), isDirty: false };
    shards.set(name, shard);
    return shard;
  };
  return {
    get(key) {
      const shard = shardOf(key);
      const entry = shard.entries.get(key);
      if (entry === undefined) return undefined;
      if (entry[0] !== today) {
        entry[0] = today;
        shard.isDirty = true;
      }
      return entry[1];
    },
    set(key, value) {
      const shard = shardOf(key);
      shard.entries.set(key, [today, value]);
      shard.isDirty = true;
    },
    evictAndFlush(maxAgeDays) {
      const changed = [...shards].filter(([, { isDirty }]) => isDirty);
      if (changed.length === 0) return;
      try {
        for (const [name, shard] of changed) {
          for (const [key, [day]] of shard.entries) if (today - day > maxAgeDays) shard.entries.delete(key);
          writeShard(join(folder, name), version, shard.entries);
          shard.isDirty = false;
        }
        removeStaleShards(folder, new Set(shards.keys()), now.getTime() - maxAgeDays * DAY_MS);
      } catch {
        // A folder that cannot be written costs time at the next build, not the site.
      }
    },
  };
}

function readShard<T>(file: string, version: string): Map<string, CacheEntry<T>> {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    if (content.slice(0, end) === headOf(version, text)) {
      return new Map(JSON.parse(text) as [string, CacheEntry<T>][]);
    }
  } catch {
    // Missing or damaged: nothing is kept.
  }
  return new Map();
}

function writeShard<T>(file: string, version: string, entries: ReadonlyMap<string, CacheEntry<T>>): void {
  const text = JSON.stringify([...entries]);
  writeFileAtomic(file, `${headOf(version, text)}\n${text}`, { isDurable: false });
}

/** Every use on another day writes a file anew: one that is older was used by nobody, or left half written. */
function removeStaleShards(folder: string, inUse: ReadonlySet<string>, beforeMs: number): void {
  for (const name of readdirSync(folder)) {
    if (inUse.has(name)) continue;
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stats && stats.mtimeMs < beforeMs) rmSync(join(folder, name), { force: true });
  }
}

function headOf(version: string, text: string): string {
  return createHash('sha256').update(version).update('\n').update(text).digest('hex');
}
