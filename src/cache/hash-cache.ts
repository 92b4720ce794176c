/** Hashes of files by their size and time: most files are those of the last build and need not be read again. */
import { lstatSync, type Stats } from 'node:fs';
import { readEntries, trySystemCall, writeEntries } from './entries-file.ts';
import { fingerprintOf } from './stat-fingerprint.ts';

export interface HashCache {
  /** Whether earlier builds cached nothing. */
  readonly isEmpty: boolean;
  /** The hash of a file, computed unless cached, and its size in bytes; `stats` saves the call for them. */
  getOrCompute(file: string, compute: () => string, stats?: Stats): { hash: string; bytes: number };
  /** Writes the hashes that were requested, and no others. */
  flush(): void;
}

/** The hashes in the file `path`; `version` is a hash of the code that computes them. */
export function openHashCache(path: string, version: string): HashCache {
  const format = `hashes ${version}`;
  const cached = readEntries<string>(path, format);
  const requested = new Map<string, string>();
  return {
    isEmpty: cached.size === 0,
    getOrCompute(file, compute, stats = lstatSync(file)) {
      const fingerprint = fingerprintOf(stats);
      const hash = requested.get(fingerprint) ?? cached.get(fingerprint) ?? compute();
      requested.set(fingerprint, hash);
      return { hash, bytes: stats.size };
    },
    flush: () => void trySystemCall(() => writeEntries(path, format, requested)),
  };
}
