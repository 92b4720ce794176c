/**
 * What earlier builds made, by the digest of all that it was made from. A build takes a kept file by a link: nothing is read and
 * nothing is written. A file counts only while its size and its time are those noted when it was whole: one that was cut off,
 * damaged or written into since is not taken, and so made again.
 */
import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileAtomic } from '../write-file-atomic.ts';

export interface FileCache {
  /** Places the file kept under a key at `path`, where nothing may stand; gives its note, undefined where none is kept. */
  get(key: string, path: string): string | undefined;
  /** Writes a file and keeps it with a note for whoever takes it. */
  set(key: string, path: string, bytes: Uint8Array, metadata?: string): void;
  /** Keeps a file that stands whole at `path`, where the disk allows that. */
  add(key: string, path: string, metadata?: string): void;
  /** Leaves out what no build used for `days`, and notes what is kept. */
  evictAndFlush(maxAgeDays: number): void;
}

/** What is noted of a kept file: its size, when it was written, the day of its last use counted from 1970, the note. */
type IndexEntry = [bytes: number, writtenMs: number, day: number, note: string];

const INDEX = 'index.json';
const DAY_MS = 86_400_000;

/** The store in a folder, which is made when there is something to keep; `now` tells the day. */
export function openFileCache(folder: string, now: Date): FileCache {
  const today = Math.floor(now.getTime() / DAY_MS);
  const index = readIndex(folder);
  let isDirty = false;
  const evict = (key: string): undefined => {
    isDirty = index.delete(key) || isDirty;
  };
  const add = (key: string, path: string, note = ''): void => {
    try {
      // A link is whole at once; where that cannot be, or another stands there, it gets its name when it is.
      if (!tryLink(path, join(folder, key))) {
        writeFileAtomic(join(folder, key), (tempPath) => linkOrCopy(path, tempPath), { isDurable: false });
      }
      const { size, mtimeMs } = lstatSync(join(folder, key));
      index.set(key, [size, mtimeMs, today, note]);
      isDirty = true;
    } catch {
      // A folder that cannot be written costs time at the next build, not the site.
      evict(key);
    }
  };
  return {
    get(key, path) {
      const entry = index.get(key);
      if (entry === undefined) return undefined;
      const [bytes, writtenMs, day, note] = entry;
      const file = join(folder, key);
      const stats = lstatSync(file, { throwIfNoEntry: false });
      if (stats === undefined || stats.size !== bytes || stats.mtimeMs !== writtenMs) return evict(key);
      withDirectory(dirname(path), () => linkOrCopy(file, path));
      if (day !== today) {
        index.set(key, [bytes, writtenMs, today, note]);
        isDirty = true;
      }
      return note;
    },
    set(key, path, bytes, note) {
      withDirectory(dirname(path), () => writeFileSync(path, bytes));
      add(key, path, note);
    },
    add,
    evictAndFlush(maxAgeDays) {
      for (const [key, [, , day]] of index) if (today - day > maxAgeDays) evict(key);
      if (!isDirty) return;
      try {
        const text = JSON.stringify([...index]);
        writeFileAtomic(join(folder, INDEX), `${hash('sha256', text)}\n${text}`, { isDurable: false });
        removeOrphans(folder, index, now);
      } catch {
        // As above.
      }
    },
  };
}

/** What is noted in a folder; nothing where the index is missing or damaged. */
function readIndex(folder: string): Map<string, IndexEntry> {
  try {
    const content = readFileSync(join(folder, INDEX), 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    if (content.slice(0, end) === hash('sha256', text))
      return new Map(JSON.parse(text) as [string, IndexEntry][]);
  } catch {
    // As if nothing were kept.
  }
  return new Map();
}

/** Removes what the index does not name; a build beside this one may just be writing what is younger than a day. */
function removeOrphans(folder: string, index: ReadonlyMap<string, IndexEntry>, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (name === INDEX || index.has(name)) continue;
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && now.getTime() - stats.ctimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** On two disks a file is copied; its time then is the copy's own. */
function linkOrCopy(from: string, to: string): void {
  if (!tryLink(from, to)) copyFileSync(from, to);
}

/**
 * Does something in a folder, and makes the folder where it is missing. Nearly all stand, those of the last site
 * (directory-pool.ts): to ask for each first took as long as to link a file into it.
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
