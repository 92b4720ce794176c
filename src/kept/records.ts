/**
 * Small values of earlier builds, by the digest of all that they were made from: all in one file, because a thousand small
 * files take longer to read than one large one. A file that is damaged or of another version counts for nothing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Records<T> {
  /** The value kept under a key; undefined where none is. */
  take(key: string): T | undefined;
  put(key: string, value: T): void;
  /** Writes what is kept, without what nobody took for `days`. */
  close(days: number): void;
}

/** A value with the day of its last use, counted from 1970. */
type Kept<T> = [day: number, value: T];

const DAY_MS = 86_400_000;

/** The records in a file; `version` is that of the code that made them, `now` tells the day. */
export function openRecords<T>(file: string, version: string, now: Date): Records<T> {
  const today = Math.floor(now.getTime() / DAY_MS);
  const kept = new Map(readKept<T>(file, version));
  let hasNews = false;
  return {
    take(key) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      if (entry[0] !== today) {
        entry[0] = today;
        hasNews = true;
      }
      return entry[1];
    },
    put(key, value) {
      kept.set(key, [today, value]);
      hasNews = true;
    },
    close(days) {
      if (!hasNews) return;
      for (const [key, [day]] of kept) if (today - day > days) kept.delete(key);
      const text = JSON.stringify([...kept]);
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.${process.pid}`, `${headOf(version, text)}\n${text}`);
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // A folder that cannot be written costs time at the next build, not the site.
      }
    },
  };
}

function readKept<T>(file: string, version: string): [string, Kept<T>][] {
  try {
    const content = readFileSync(file, 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    return content.slice(0, end) === headOf(version, text) ? (JSON.parse(text) as [string, Kept<T>][]) : [];
  } catch {
    return [];
  }
}

function headOf(version: string, text: string): string {
  return createHash('sha256').update(version).update('\n').update(text).digest('hex');
}
