/**
 * Files that an earlier build made, by the digest of all that they were made from. A file is written whole or not at all, and
 * carries the digest of its own content: what was cut off or damaged on disk is not found, and so made again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Store {
  /** The bytes kept under a key; undefined when there are none or they are damaged. */
  get(key: string): Buffer | undefined;
  /** Keeps bytes, where the disk allows it. */
  put(key: string, bytes: Uint8Array): void;
  /** Removes what this build did not use and what was made longer ago than `days`. */
  prune(now: Date, days: number): void;
}

const DIGEST_BYTES = 32;
const DAY_MS = 86_400_000;

/** The store in a folder, which is made when there is something to keep. */
export function openStore(folder: string): Store {
  const used = new Set<string>();
  return {
    get(key) {
      used.add(key);
      return readWhole(join(folder, key));
    },
    put(key, bytes) {
      used.add(key);
      const half = join(folder, `${key}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(half, Buffer.concat([digest(bytes), bytes]));
        renameSync(half, join(folder, key));
      } catch {
        // A folder that cannot be written costs time at the next build, not the site.
        removeHalf(half);
      }
    },
    prune(now, days) {
      for (const name of namesIn(folder)) {
        if (used.has(name)) continue;
        const path = join(folder, name);
        const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime());
        if (age > days * DAY_MS) rmSync(path, { force: true });
      }
    },
  };
}

function readWhole(path: string): Buffer | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return undefined;
  }
  const bytes = file.subarray(DIGEST_BYTES);
  return digest(bytes).equals(file.subarray(0, DIGEST_BYTES)) ? bytes : undefined;
}

function digest(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

/** On a full disk half a file would take room for ever. */
function removeHalf(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself cannot be written.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
