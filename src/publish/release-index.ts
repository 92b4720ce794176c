/** Where the next release finds the files of the last one again. */
import type { ManifestFile, Release } from './manifest.ts';

/** A file of the last release. */
export interface ReusableFile {
  file: string;
  entry: ManifestFile;
}

export interface ReleaseIndex {
  /** Files by the digest of their bytes; compressed ones by `compressedKey`. */
  reusable: ReadonlyMap<string, ReusableFile>;
  /** Digests of the build's files by fingerprint: a file that the cache has linked again is not read. */
  knownDigests: ReadonlyMap<string, string>;
}

/** The key of a compressed copy: the digest of the original, and the encoding. */
export const compressedKey = (digest: string, encoding: string): string => `${digest}.${encoding}`;

const indexes = new WeakMap<Release, ReleaseIndex>();

/** The index of a release, made once: of 17,000 files it takes a tenth of a second, which may be spent before the index is needed. */
export function indexRelease(release: Release): ReleaseIndex {
  const index = indexes.get(release) ?? newIndex(release);
  indexes.set(release, index);
  return index;
}

function newIndex({ folder, manifest }: Release): ReleaseIndex {
  const reusable = new Map<string, ReusableFile>();
  const knownDigests = new Map<string, string>();
  for (const [path, entry] of Object.entries(manifest)) {
    const { digest, compressedFrom, source } = entry;
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const key = compressedFrom === undefined ? digest : compressedKey(compressedFrom, extension);
    // Not by `join`, which is half of the time of this loop.
    reusable.set(key, { file: `${folder}/${path}`, entry });
    if (source !== undefined) knownDigests.set(source, digest);
  }
  return { reusable, knownDigests };
}
