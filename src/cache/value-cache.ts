/**
 * Small values of earlier builds, by a hash of all that they were computed from. Hundreds share a file (a shard): a thousand
 * small files take longer to read than a few, and one file for all takes longer to write.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '../documents/dates.ts';
import { dayNumber, readEntries, trySystemCall, writeEntries } from './entries-file.ts';

export interface ValueCache<T> {
  /** The value cached under a key; undefined for a miss. */
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Evicts entries unused for `maxAgeDays` and writes the rest; may be called again after more entries. */
  evictAndFlush(maxAgeDays: number): void;
}

/** A value with the day of its last use, counted from 1970. */
type CacheEntry<T> = [day: number, value: T];

/** The values of one file: those whose keys begin alike. */
interface Shard<T> {
  entries: Map<string, CacheEntry<T>>;
  isDirty: boolean;
  /** The keys that this process has used. */
  used: Set<string>;
}

/** The day of the last use is written at most this often, each shard on another day: a new day must not rewrite all of them. */
const DAYS_BETWEEN_UPDATES = 14;

/** Two hexadecimal digits: 256 files. */
const SHARD_PREFIX_DIGITS = 2;

/** The cache in a folder; `version` is a hash of the code that computes the values, `now` the time of the build. */
export function openValueCache<T>(folder: string, version: string, now: Date): ValueCache<T> {
  const format = `values ${version}`;
  const today = dayNumber(now);
  const shards = new Map<string, Shard<T>>();
  const shardOf = (key: string): Shard<T> => {
    const name = key.slice(0, SHARD_PREFIX_DIGITS);
    const shard = shards.get(name) ?? {
      entries: readEntries(join(folder, name), format),
      isDirty: false,
      used: new Set(),
    };
    shards.set(name, shard);
    return shard;
  };
  return {
    get(key) {
      const shard = shardOf(key);
      const entry = shard.entries.get(key);
      if (entry === undefined) return undefined;
      shard.used.add(key);
      const age = today - entry[0];
      if (age >= DAYS_BETWEEN_UPDATES || (age > 0 && isUpdateDay(key, today))) {
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
      trySystemCall(() => {
        for (const [name, shard] of changed) {
          // Another process may have written values since: the later of two would drop them.
          for (const [key, entry] of readEntries<CacheEntry<T>>(join(folder, name), format))
            if (!shard.entries.has(key)) shard.entries.set(key, entry);
          for (const [key, [day]] of shard.entries)
            if (today - day > maxAgeDays && !shard.used.has(key)) shard.entries.delete(key);
          writeEntries(join(folder, name), format, shard.entries);
          shard.isDirty = false;
        }
        removeStaleShards(folder, new Set(shards.keys()), now.getTime() - maxAgeDays * DAY_MS);
      });
    },
  };
}

/** Whether the shard of a key may be rewritten only for the day of its use. */
function isUpdateDay(key: string, today: number): boolean {
  return (today + Number.parseInt(key.slice(0, SHARD_PREFIX_DIGITS), 16)) % DAYS_BETWEEN_UPDATES === 0;
}

/** Each use rewrites a shard now and then: an older file is unused, or its writer was killed. */
function removeStaleShards(folder: string, inUse: ReadonlySet<string>, beforeMs: number): void {
  for (const name of readdirSync(folder)) {
    if (inUse.has(name)) continue;
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stats && stats.mtimeMs < beforeMs) rmSync(join(folder, name), { force: true });
  }
}
