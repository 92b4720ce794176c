/**
 * Pictures that were drawn before, by the digest of all that they show. A file is written whole or not at all, and carries
 * the digest of its own content: what was cut off or damaged on disk is not found, and so drawn again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrawnPicture } from './draw.ts';

export interface PictureCache {
  /** The picture kept under a key; undefined when there is none or it is damaged. */
  get(key: string): DrawnPicture | undefined;
  /** Keeps a picture, where the disk allows it. */
  put(key: string, picture: DrawnPicture): void;
  /** Removes what lies unused for longer than a month. */
  prune(now: Date): void;
}

const DIGEST_BYTES = 32;
const KEPT_MS = 30 * 86_400_000;

/** The cache in a folder, which is made when there is something to keep. */
export function openCache(folder: string): PictureCache {
  const used = new Set<string>();
  return {
    get(key) {
      used.add(key);
      return readWhole(join(folder, key));
    },
    put(key, picture) {
      used.add(key);
      const half = join(folder, `${key}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(half, pack(picture));
        renameSync(half, join(folder, key));
      } catch {
        // A folder that cannot be written costs time at the next build, not the site.
      }
    },
    prune(now) {
      const unused = namesIn(folder).filter((name) => !used.has(name));
      for (const name of unused) {
        const path = join(folder, name);
        const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime());
        if (age > KEPT_MS) rmSync(path, { force: true });
      }
    },
  };
}

/** The digest of the rest, the length of the list of missing characters, that list, the PNG. */
function pack({ png, missing }: DrawnPicture): Buffer {
  const list = Buffer.from(JSON.stringify(missing));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(list.length);
  const rest = Buffer.concat([length, list, png]);
  return Buffer.concat([digest(rest), rest]);
}

function readWhole(path: string): DrawnPicture | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return undefined;
  }
  const rest = file.subarray(DIGEST_BYTES);
  if (rest.length < 4 || !digest(rest).equals(file.subarray(0, DIGEST_BYTES))) return undefined;
  const end = 4 + rest.readUInt32BE(0);
  return { missing: JSON.parse(rest.toString('utf8', 4, end)) as string[], png: rest.subarray(end) };
}

function digest(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
