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
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export interface Store {
  /** Places the file kept under a key at `path`, where nothing may stand; gives its note, undefined where none is kept. */
  take(key: string, path: string): string | undefined;
  /** Writes a file and keeps it with a note for whoever takes it. */
  put(key: string, path: string, bytes: Uint8Array, note?: string): void;
  /** Keeps a file that stands whole at `path`, where the disk allows that. */
  keep(key: string, path: string, note?: string): void;
  /** Leaves out what no build used for `days`, and notes what is kept. */
  close(days: number): void;
}

/** What is noted of a kept file: its size, when it was written, the day of its last use counted from 1970, the note. */
type Noted = [bytes: number, writtenMs: number, day: number, note: string];

const INDEX = 'index.json';
const DAY_MS = 86_400_000;

/** The store in a folder, which is made when there is something to keep; `now` tells the day. */
export function openStore(folder: string, now: Date): Store {
  const today = Math.floor(now.getTime() / DAY_MS);
  const noted = readIndex(folder);
  let hasNews = false;
  const forget = (key: string): undefined => {
    hasNews = noted.delete(key) || hasNews;
  };
  const keep = (key: string, path: string, note = ''): void => {
    try {
      // A link is whole at once; where that cannot be, or another stands there, it gets its name when it is.
      if (!wasLinked(path, join(folder, key))) {
        const half = join(folder, `${key}.${process.pid}`);
        inFolder(folder, () => linkOrCopy(path, half));
        renameSync(half, join(folder, key));
      }
      const { size, mtimeMs } = lstatSync(join(folder, key));
      noted.set(key, [size, mtimeMs, today, note]);
      hasNews = true;
    } catch {
      // A folder that cannot be written costs time at the next build, not the site.
      forget(key);
    }
  };
  return {
    take(key, path) {
      const entry = noted.get(key);
      if (entry === undefined) return undefined;
      const [bytes, writtenMs, day, note] = entry;
      const file = join(folder, key);
      const stands = lstatSync(file, { throwIfNoEntry: false });
      if (stands === undefined || stands.size !== bytes || stands.mtimeMs !== writtenMs) return forget(key);
      inFolder(dirname(path), () => linkOrCopy(file, path));
      if (day !== today) {
        noted.set(key, [bytes, writtenMs, today, note]);
        hasNews = true;
      }
      return note;
    },
    put(key, path, bytes, note) {
      inFolder(dirname(path), () => writeFileSync(path, bytes));
      keep(key, path, note);
    },
    keep,
    close(days) {
      for (const [key, [, , day]] of noted) if (today - day > days) forget(key);
      if (!hasNews) return;
      try {
        const text = JSON.stringify([...noted]);
        writeFileSync(join(folder, `${INDEX}.${process.pid}`), `${hash('sha256', text)}\n${text}`);
        renameSync(join(folder, `${INDEX}.${process.pid}`), join(folder, INDEX));
        removeUnnoted(folder, noted, now);
      } catch {
        // As above.
      }
    },
  };
}

/** What is noted in a folder; nothing where the index is missing or damaged. */
function readIndex(folder: string): Map<string, Noted> {
  try {
    const content = readFileSync(join(folder, INDEX), 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    if (content.slice(0, end) === hash('sha256', text)) return new Map(JSON.parse(text) as [string, Noted][]);
  } catch {
    // As if nothing were kept.
  }
  return new Map();
}

/** Removes what the index does not name; a build beside this one may just be writing what is younger than a day. */
function removeUnnoted(folder: string, noted: ReadonlyMap<string, Noted>, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (name === INDEX || noted.has(name)) continue;
    const path = join(folder, name);
    const stands = statSync(path, { throwIfNoEntry: false });
    if (stands && now.getTime() - stands.ctimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

function wasLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** On two disks a file is copied; its time then is the copy's own. */
function linkOrCopy(from: string, to: string): void {
  if (!wasLinked(from, to)) copyFileSync(from, to);
}

/**
 * Does something in a folder, and makes the folder where it is missing. Nearly all stand, those of the last site
 * (kept-folders.ts): to ask for each first took as long as to link a file into it.
 */
function inFolder(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (existsSync(folder)) throw error;
    mkdirSync(folder, { recursive: true });
    work();
  }
}
