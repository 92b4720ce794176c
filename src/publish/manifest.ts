/** What a release consists of: every file with its size and digest, so that a whole one can be told from a part. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../cache/list-files.ts';

export interface ManifestFile {
  bytes: number;
  /** SHA-256, in hex. */
  digest: string;
  /** For a packed file, the digest of what was packed. */
  compressedFrom?: string;
  /** When the file was written, as the disk has it, in milliseconds: one changed by hand has another time. */
  writtenMs: number;
  /** Which file of the build it was: the same file, untouched, need not be read again. Absent for packed ones. */
  source?: string;
  /** Of the release before, for pages that readers had open when this one came: kept once. */
  isRetained?: true;
}

/** Files by their path from the top of the site. */
export type Manifest = Record<string, ManifestFile>;

/** The digest of bytes. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a file stands untouched since it was written: its size and its time, without reading it. */
export function isUntouched(path: string, { bytes, writtenMs }: ManifestFile): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.size === bytes && stats.mtimeMs === writtenMs;
}

/**
 * The files of `folder` that are not as the manifest says, those that lack and those that are too many. Those that `isProved`
 * says were read whole before are only looked at.
 */
export function verifyManifest(
  folder: string,
  manifest: Manifest,
  isVerified: (path: string) => boolean = () => false,
): string[] {
  const wrong = Object.entries(manifest)
    .filter(([path, file]) => {
      const place = join(folder, path);
      if (!isUntouched(place, file)) return true;
      return !isVerified(path) && sha256Hex(readFileSync(place)) !== file.digest;
    })
    .map(([path]) => path);
  return [...wrong, ...listFilesRecursive(folder).filter((path) => !Object.hasOwn(manifest, path))];
}
