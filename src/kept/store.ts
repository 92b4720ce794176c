/**
 * What earlier builds made, by the digest of all that it was made from. Kept in a few hundred logs instead of thousands of
 * files, which cost more to open than to read. An entry carries the digest of its own bytes: what was cut off, damaged or
 * written by two builds at once is not found, and so made again.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Store {
  /** The bytes kept under a key; undefined when there are none or they are damaged. */
  get(key: string): Buffer | undefined;
  /** Keeps bytes, where the disk allows it. */
  put(key: string, bytes: Uint8Array): void;
  /** Leaves out what nobody used for `days`, and closes the store. */
  close(days: number): void;
}

/** A log begins with this, so that one of another form is not read. */
const MARK = Buffer.from('mingbai kept 1\n');
/** Key, digest of the bytes, their number, and the day of their last use, counted from 1970. */
const HEAD_BYTES = 32 + 32 + 4 + 4;
/** Above this a log is written anew when less than half of it is of use. */
const SMALL_BYTES = 1_000_000;

interface Entry {
  at: number;
  bytes: number;
  day: number;
  isUsed: boolean;
}

interface Log {
  path: string;
  file: number;
  end: number;
  entries: Map<string, Entry>;
  /** Whether something in it is not as it was written. */
  isDamaged: boolean;
}

/** The store in a folder, which is made when there is something to keep; `now` tells the day. */
export function openStore(folder: string, now: Date): Store {
  const today = Math.floor(now.getTime() / 86_400_000);
  const logs = new Map<string, Log | undefined>();
  const logOf = (hash: Buffer): Log | undefined => {
    const name = hash.toString('hex', 0, 1);
    if (!logs.has(name))
      logs.set(
        name,
        orNothing(() => openLog(folder, name)),
      );
    return logs.get(name);
  };
  return {
    get(key) {
      const hash = digest(key);
      const log = logOf(hash);
      const entry = log?.entries.get(hash.toString('latin1'));
      if (!log || !entry) return undefined;
      const whole = orNothing(() => readAt(log, entry.at, HEAD_BYTES + entry.bytes));
      const bytes = whole?.subarray(HEAD_BYTES);
      if (!whole || !bytes || !digest(bytes).equals(whole.subarray(32, 64))) {
        log.entries.delete(hash.toString('latin1'));
        log.isDamaged = true;
        return undefined;
      }
      entry.isUsed = true;
      return bytes;
    },
    put(key, bytes) {
      const hash = digest(key);
      const log = logOf(hash);
      // A log that cannot be written costs time at the next build, not the site.
      if (log) orNothing(() => append(log, { hash, bytes, day: today }));
    },
    close(days) {
      for (const log of logs.values()) if (log) orNothing(() => closeLog(log, today, days));
      logs.clear();
    },
  };
}

function openLog(folder: string, name: string): Log {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const log: Log = { path, file: openSync(path, 'a+'), end: 0, entries: new Map(), isDamaged: false };
  const size = fstatSync(log.file).size;
  log.end = size > 0 ? size : writeSync(log.file, MARK);
  if (log.end < MARK.length || !readAt(log, 0, MARK.length).equals(MARK)) {
    log.isDamaged = true;
    return log;
  }
  for (let at = MARK.length; at < size; ) {
    const head = at + HEAD_BYTES <= size ? readAt(log, at, HEAD_BYTES) : undefined;
    const bytes = head?.readUInt32BE(64) ?? 0;
    if (!head || at + HEAD_BYTES + bytes > size) {
      log.isDamaged = true;
      break;
    }
    log.entries.set(head.toString('latin1', 0, 32), { at, bytes, day: head.readUInt32BE(68), isUsed: false });
    at += HEAD_BYTES + bytes;
  }
  return log;
}

function append(log: Log, { hash, bytes, day }: { hash: Buffer; bytes: Uint8Array; day: number }): void {
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(bytes.length, 0);
  numbers.writeUInt32BE(day, 4);
  const whole = Buffer.concat([hash, digest(bytes), numbers, bytes]);
  const at = log.end;
  // What was half written stands for nothing: the log is cut there when it is closed.
  log.end += writeSync(log.file, whole);
  if (log.end - at < whole.length) log.isDamaged = true;
  else log.entries.set(hash.toString('latin1'), { at, bytes: bytes.length, day, isUsed: true });
}

function closeLog(log: Log, today: number, days: number): void {
  try {
    const kept = Array.from(log.entries).filter(([, { isUsed, day }]) => isUsed || today - day <= days);
    const length = kept.reduce((sum, [, { bytes }]) => sum + HEAD_BYTES + bytes, MARK.length);
    // A use is noted only when the log is written anew, so that a build that changes nothing writes nothing.
    const isStale = kept.some(([, { isUsed, day }]) => isUsed && today - day > days / 2);
    const isWasteful =
      length < log.end && (log.end > SMALL_BYTES ? length < log.end / 2 : kept.length < log.entries.size);
    if (log.isDamaged || isStale || isWasteful) rewrite(log, kept, today);
  } finally {
    closeSync(log.file);
  }
}

/** Writes the log anew with the given entries, whole or not at all. */
function rewrite(log: Log, kept: readonly [string, Entry][], today: number): void {
  const half = `${log.path}.${process.pid}`;
  const file = openSync(half, 'w');
  try {
    writeSync(file, MARK);
    for (const [hash, entry] of kept) {
      const whole = readAt(log, entry.at, HEAD_BYTES + entry.bytes);
      // Another build wrote between ours: what stands there is not what was put.
      if (whole.toString('latin1', 0, 32) !== hash) continue;
      if (entry.isUsed) whole.writeUInt32BE(today, 68);
      writeSync(file, whole);
    }
    renameSync(half, log.path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Throws RangeError where the log ends before. */
function readAt(log: Log, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(log.file, bytes, 0, length, at) < length) throw new RangeError(`${log.path} ends early.`);
  return bytes;
}

/** The store is a help, not a need: what the disk refuses is done without. */
function orNothing<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function digest(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(data).digest();
}
