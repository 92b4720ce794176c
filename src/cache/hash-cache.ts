/**
 * The digests of files that the last build had as well: most are the same files, and need not be read again. A file of
 * digests that is damaged counts for nothing.
 */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { writeFileAtomic } from '../write-file-atomic.ts';
import { fingerprintOf } from './stat-fingerprint.ts';

export interface HashCache {
  /** The digest of a file, worked out where it is not known, and its size; `stands` is what the disk says of it, if asked before. */
  getOrCompute(file: string, compute: () => string, stats?: Stats): { digest: string; bytes: number };
  /** Notes the digests that were asked for, and only those. */
  flush(): void;
}

/** The digests noted at `path`; none where nothing can be read there. */
export function openHashCache(path: string): HashCache {
  const cached = readHashes(path);
  const requested = new Map<string, string>();
  return {
    getOrCompute(file, compute, stats = lstatSync(file)) {
      const fingerprint = fingerprintOf(stats);
      const digest = cached.get(fingerprint) ?? compute();
      requested.set(fingerprint, digest);
      return { digest, bytes: stats.size };
    },
    flush() {
      try {
        const text = JSON.stringify([...requested]);
        writeFileAtomic(path, `${checksumOf(text)}\n${text}`, { isDurable: false });
      } catch {
        // What cannot be noted is worked out again by the next build.
      }
    },
  };
}

function readHashes(path: string): Map<string, string> {
  try {
    const content = readFileSync(path, 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    // A digit that a disk lost would be a wrong digest in each build from now on.
    if (content.slice(0, end) === checksumOf(text)) return new Map(JSON.parse(text) as [string, string][]);
  } catch {
    // Missing, or of another shape: nothing is known.
  }
  return new Map();
}

function checksumOf(text: string): string {
  return hash('sha256', text);
}
