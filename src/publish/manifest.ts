/**
 * The manifest of a release: every file with its size and digest, so that an incomplete release can be distinguished from a complete
 * one.
 */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../cache/list-files.ts';

export interface ManifestFile {
  bytes: number;
  /** SHA-256, in hex. */
  digest: string;
  /** Of a compressed file, the digest of the original. */
  compressedFrom?: string;
  /** Modification time on the disk, in milliseconds: a file edited by hand has another. */
  writtenMs: number;
  /** Fingerprint of the file of the build: one with the same fingerprint is not read again. Absent for compressed copies. */
  source?: string;
  /** Belongs to the release before and is retained for pages opened then; for one release only. */
  isRetained?: true;
}

/** Files by their path below the site's root. */
export type Manifest = Record<string, ManifestFile>;

/** A complete release. */
export interface Release {
  folder: string;
  manifest: Manifest;
}

/** The SHA-256 of bytes, in hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** Whether a file has the size and time that were recorded, without reading it. */
export function isUntouched(path: string, { bytes, writtenMs }: ManifestFile): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.size === bytes && stats.mtimeMs === writtenMs;
}

/** Whether a file is in `folder` with the bytes of its entry. */
export function isIntact(folder: string, path: string, file: ManifestFile | undefined): boolean {
  const absolutePath = join(folder, path);
  return (
    file !== undefined &&
    isUntouched(absolutePath, file) &&
    sha256Hex(readFileSync(absolutePath)) === file.digest
  );
}

/** Paths in `folder` that differ from the manifest, are missing or are not in it. */
export function verifyManifest(folder: string, manifest: Manifest): string[] {
  const wrong = Object.entries(manifest)
    .filter(([path, file]) => !isIntact(folder, path, file))
    .map(([path]) => path);
  return [...wrong, ...listFilesRecursive(folder).filter((path) => !Object.hasOwn(manifest, path))];
}
