/** The digests of files that the last build had as well: most are the same files, and need not be read again. */
import { lstatSync, mkdirSync, readFileSync, renameSync, type Stats, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityIn } from './identity.ts';

export interface KnownDigests {
  /** The digest of a file, worked out where it is not known, and its size; `stands` is what the disk says of it, if asked before. */
  of(file: string, workOut: () => string, stands?: Stats): { digest: string; bytes: number };
  /** Notes the digests that were asked for, and only those. */
  close(): void;
}

/** The digests noted at `path`; none where nothing can be read there. */
export function openDigests(path: string): KnownDigests {
  const known = new Map(readNoted(path));
  const asked = new Map<string, string>();
  return {
    of(file, workOut, stands = lstatSync(file)) {
      const identity = identityIn(stands);
      const digest = known.get(identity) ?? workOut();
      asked.set(identity, digest);
      return { digest, bytes: stands.size };
    },
    close() {
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.${process.pid}`, JSON.stringify([...asked]));
        renameSync(`${path}.${process.pid}`, path);
      } catch {
        // What cannot be noted is worked out again by the next build.
      }
    },
  };
}

function readNoted(path: string): [string, string][] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as [string, string][];
  } catch {
    return [];
  }
}
