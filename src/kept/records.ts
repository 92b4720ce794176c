/**
 * Small values of earlier builds, by the digest of all that they were made from: hundreds in one file, because a thousand small
 * files take longer to read than a few, and one file for all longer to write. A file that is damaged or of another version
 * counts for nothing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Records<T> {
  /** The value kept under a digest; undefined where none is. */
  take(digest: string): T | undefined;
  put(digest: string, value: T): void;
  /** Writes what is kept, without what nobody took for `days`; may be called again when there is more. */
  close(days: number): void;
}

/** A value with the day of its last use, counted from 1970. */
type Kept<T> = [day: number, value: T];

/** The values of one file: those whose digests begin alike. */
interface Part<T> {
  kept: Map<string, Kept<T>>;
  hasNews: boolean;
}

const DAY_MS = 86_400_000;

/** Two hexadecimal digits: 256 files. */
const PART_DIGITS = 2;

/** The records in a folder; `version` is that of the code that made them, `now` tells the day. */
export function openRecords<T>(folder: string, version: string, now: Date): Records<T> {
  const today = Math.floor(now.getTime() / DAY_MS);
  const parts = new Map<string, Part<T>>();
  const partOf = (digest: string): Part<T> => {
    const name = digest.slice(0, PART_DIGITS);
    const part = parts.get(name) ?? { kept: readKept<T>(join(folder, name), version), hasNews: false };
    parts.set(name, part);
    return part;
  };
  return {
    take(digest) {
      const part = partOf(digest);
      const entry = part.kept.get(digest);
      if (entry === undefined) return undefined;
      if (entry[0] !== today) {
        entry[0] = today;
        part.hasNews = true;
      }
      return entry[1];
    },
    put(digest, value) {
      const part = partOf(digest);
      part.kept.set(digest, [today, value]);
      part.hasNews = true;
    },
    close(days) {
      const changed = [...parts].filter(([, { hasNews }]) => hasNews);
      if (changed.length === 0) return;
      try {
        mkdirSync(folder, { recursive: true });
        for (const [name, part] of changed) {
          for (const [digest, [day]] of part.kept) if (today - day > days) part.kept.delete(digest);
          writeKept(join(folder, name), version, part.kept);
          part.hasNews = false;
        }
        removeUnused(folder, new Set(parts.keys()), now.getTime() - days * DAY_MS);
      } catch {
        // A folder that cannot be written costs time at the next build, not the site.
      }
    },
  };
}

function readKept<T>(file: string, version: string): Map<string, Kept<T>> {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    if (content.slice(0, end) === headOf(version, text)) {
      return new Map(JSON.parse(text) as [string, Kept<T>][]);
    }
  } catch {
    // Missing or damaged: nothing is kept.
  }
  return new Map();
}

function writeKept<T>(file: string, version: string, kept: ReadonlyMap<string, Kept<T>>): void {
  const text = JSON.stringify([...kept]);
  writeFileSync(`${file}.${process.pid}`, `${headOf(version, text)}\n${text}`);
  renameSync(`${file}.${process.pid}`, file);
}

/** Every use on another day writes a file anew: one that is older was used by nobody, or left half written. */
function removeUnused(folder: string, inUse: ReadonlySet<string>, beforeMs: number): void {
  for (const name of readdirSync(folder)) {
    if (inUse.has(name)) continue;
    const stands = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stands && stands.mtimeMs < beforeMs) rmSync(join(folder, name), { force: true });
  }
}

function headOf(version: string, text: string): string {
  return createHash('sha256').update(version).update('\n').update(text).digest('hex');
}
