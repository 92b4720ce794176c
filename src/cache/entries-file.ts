/**
 * The shared file format and error handling of the file, value and hash caches. A file has a hash of its version and its text on the first
 * line, then the entries as JSON: one that is missing, damaged or of another version reads as empty.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DAY_MS } from '../documents/dates.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';

/** Reads the entries of a file that `writeEntries` wrote with the same `version`; none otherwise. */
export function readEntries<T>(file: string, version: string): Map<string, T> {
  let content = '';
  trySystemCall(() => {
    content = readFileSync(file, 'utf8');
  });
  const end = content.indexOf('\n');
  const text = content.slice(end + 1);
  if (end < 0 || content.slice(0, end) !== checksum(version, text)) return new Map();
  return new Map(JSON.parse(text) as [string, T][]);
}

/** Writes the entries atomically and creates the folder if it is missing. Throws the system's error. */
export function writeEntries<T>(file: string, version: string, entries: ReadonlyMap<string, T>): void {
  const text = JSON.stringify([...entries]);
  writeFileAtomic(file, `${checksum(version, text)}\n${text}`, { isDurable: false });
}

/**
 * Runs calls that the system may refuse (a full disk, a folder without permission) and returns whether all succeeded: an unusable cache
 * costs time, never the site. Any other error is a bug and is thrown.
 */
export function trySystemCall(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}

/** Days since 1970. */
export function dayNumber(now: Date): number {
  return Math.floor(now.getTime() / DAY_MS);
}

function checksum(version: string, text: string): string {
  return createHash('sha256').update(`${version}\n`).update(text).digest('hex');
}
