/**
 * Writes one release: the files of a build and their compressed copies, in a folder that is not served yet. A file that the
 * last release has with the same bytes is hard-linked, so a small change takes a moment. A build that is not needed elsewhere is
 * renamed to the release: making three thousand folders takes longer than everything else.
 */
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { listFilesRecursive } from '../cache/list-files.ts';
import { fingerprintOf } from '../cache/stat-fingerprint.ts';
import { fsyncFiles } from '../fsync.ts';
import { mapWithConcurrency } from '../map-with-concurrency.ts';
import {
  isIntact,
  isUntouched,
  type Manifest,
  type ManifestFile,
  type Release,
  sha256Hex,
} from './manifest.ts';
import { compress, type Encoding, encodings, isCompressible } from './precompress.ts';
import { PublishError } from './publish-error.ts';
import { compressedKey, indexRelease, type ReleaseIndex, type ReusableFile } from './release-index.ts';

export interface ReleaseResult {
  manifest: Manifest;
  /** Paths of the files that the last release does not have, sorted. */
  addedFiles: string[];
}

/**
 * Writes the build in `from` to the new folder `to`, syncs it and verifies it against its manifest. With `mayMove` the build is
 * renamed if possible, and does not exist afterwards. Throws PublishError if the disk returns other bytes.
 */
export async function writeRelease(
  from: string,
  to: string,
  last: Release | undefined,
  mayMove = false,
): Promise<ReleaseResult> {
  const isMoved = mayMove && tryRename(from, to);
  mkdirSync(to, { recursive: true });
  const release = startRelease({ build: isMoved ? to : from, to, isMoved, last });
  const { manifest, addedFiles } = release;
  await placeFiles(release);
  retainFiles(release, last);
  fsyncFiles(to, [...addedFiles]);
  // Files of the last release were verified when that was written, and their size and time were compared when they were linked.
  const faults = [...addedFiles].filter((path) => !isIntact(to, path, manifest[path]));
  if (faults.length > 0) {
    throw new PublishError(
      `写到磁盘上的和生成的不一样，没有发布：${faults.slice(0, 3).join('、')}。请检查磁盘。`,
    );
  }
  return { manifest, addedFiles: [...addedFiles].sort() };
}

/** A release while it is written, with the index of the last one. */
interface ReleaseInProgress extends ReleaseIndex {
  /** The folder of the build: the release itself if the build was renamed. */
  build: string;
  isMoved: boolean;
  /** The files of the last release. */
  lastManifest: Manifest;
  manifest: Manifest;
  addedFiles: Set<string>;
  /** The path of a file in the release; its folder is made. */
  pathFor(path: string): string;
  /** A path next to the release, on the same disk. */
  tempPath: string;
}

function startRelease({
  build,
  to,
  isMoved,
  last = { folder: '', manifest: {} },
}: {
  build: string;
  to: string;
  isMoved: boolean;
  last: Release | undefined;
}): ReleaseInProgress {
  return {
    ...indexRelease(last),
    build,
    isMoved,
    lastManifest: last.manifest,
    manifest: {},
    addedFiles: new Set(),
    pathFor: folderMaker(to),
    tempPath: `${to}.tmp`,
  };
}

/** A file of the build on its way into the release. */
interface BuiltFile {
  path: string;
  stats: Stats;
  /** Its fingerprint: size, time and inode. */
  source: string;
  digest: string;
  /** Whether the last build had the very same file. */
  isUnchanged: boolean;
  /** Its bytes, read once. */
  read(): Buffer;
}

function openBuiltFile({ build, knownDigests }: ReleaseInProgress, path: string): BuiltFile {
  // Not by `join`, which takes as long as the system for ten thousand paths.
  const file = `${build}/${path}`;
  const stats = lstatSync(file);
  const source = fingerprintOf(stats);
  let bytes: Buffer | undefined;
  const read = () => {
    bytes ??= readFileSync(file);
    return bytes;
  };
  const known = knownDigests.get(source);
  return { path, stats, source, digest: known ?? sha256Hex(read()), isUnchanged: known !== undefined, read };
}

/** A compressed copy that the last release does not have. */
interface MissingCopy {
  path: string;
  encoding: Encoding;
  /** Of the file at `path`. */
  digest: string;
}

/** Files placed without a pause: some milliseconds, in which zlib's threads have enough to do. */
const FILES_PLACED_AT_ONCE = 200;

/**
 * Places all files of the build. Those that changed come first: after a small change they are few, and zlib's threads compress them while
 * this one links thousands of others.
 */
async function placeFiles(release: ReleaseInProgress): Promise<void> {
  const paths = listFilesRecursive(release.build);
  const built = new Set(paths);
  const unchanged: BuiltFile[] = [];
  const missing: MissingCopy[] = [];
  for (const path of paths) {
    const file = openBuiltFile(release, path);
    if (file.isUnchanged) unchanged.push(file);
    else missing.push(...placeFile(release, file, built));
  }
  const placeUnchanged = async () => {
    const found: MissingCopy[] = [];
    for (const [index, file] of unchanged.entries()) {
      found.push(...placeFile(release, file, built));
      if (index % FILES_PLACED_AT_ONCE === 0) await setImmediate();
    }
    return found;
  };
  // Both end before a failure is reported: then the caller removes the release, and nothing may be written to it any more.
  const [compressed, placed] = await Promise.allSettled([compressAll(release, missing), placeUnchanged()]);
  if (compressed.status === 'rejected') throw compressed.reason;
  if (placed.status === 'rejected') throw placed.reason;
  await compressAll(release, placed.value);
}

/** Writes the compressed copies. zlib has its own threads: twice as many files as processors keep them busy. */
async function compressAll(release: ReleaseInProgress, copies: readonly MissingCopy[]): Promise<void> {
  await mapWithConcurrency(copies, availableParallelism() * 2, (copy) => writeCompressedCopy(release, copy));
}

/** Places one file, with the compressed copies of the last release; returns those that have to be made. */
function placeFile(release: ReleaseInProgress, file: BuiltFile, built: ReadonlySet<string>): MissingCopy[] {
  const { path, digest } = file;
  if (release.isMoved) placeMovedFile(release, file);
  else placeCopy(release, file);
  if (!isCompressible(path, release.manifest[path]?.bytes ?? 0)) return [];
  return encodings.flatMap((encoding) => {
    const name = `${path}.${encoding}`;
    // A file of that name in the content is published as it is.
    if (built.has(name) || linkReusable(release, name, compressedKey(digest, encoding))) return [];
    return [{ path, encoding, digest }];
  });
}

/** If the build was renamed, the file is in its place; one with the bytes of a file of the last release is replaced by that. */
function placeMovedFile(release: ReleaseInProgress, file: BuiltFile): void {
  if (file.isUnchanged) recordBuiltFile(release, file);
  else if (!replaceByReusable(release, file)) {
    recordBuiltFile(release, file);
    release.addedFiles.add(file.path);
  }
}

/** If the build stays, the file is linked from the last release, or written. */
function placeCopy(release: ReleaseInProgress, { path, digest, source, read }: BuiltFile): void {
  if (linkReusable(release, path, digest, source)) return;
  writeNewFile(release, path, read(), { digest, source });
}

async function writeCompressedCopy(
  release: ReleaseInProgress,
  { path, encoding, digest }: MissingCopy,
): Promise<void> {
  const original = readFileSync(join(release.build, path));
  const bytes = await compress(original, encoding, Object.hasOwn(release.lastManifest, path));
  if (bytes.length >= original.length) return;
  writeNewFile(release, `${path}.${encoding}`, bytes, { digest: sha256Hex(bytes), compressedFrom: digest });
}

/** Links the file with this key of the last release to the free path `path`; returns whether there is one. */
function linkReusable(release: ReleaseInProgress, path: string, key: string, source?: string): boolean {
  const reusable = release.reusable.get(key);
  if (!reusable) return false;
  const target = release.pathFor(path);
  const writtenMs = linkOrCopy(reusable, target);
  if (writtenMs === undefined) {
    rmSync(target, { force: true });
    return false;
  }
  recordReusedFile(release, path, reusable, writtenMs, source);
  return true;
}

/**
 * Replaces a file of the build by the one of the last release with the same bytes, so that the disk has them once; returns whether
 * there is one. After a change was undone, the cache has linked the same file as the last release: that one stays, because a
 * rename between two names of one file does nothing and leaves both.
 */
function replaceByReusable(release: ReleaseInProgress, file: BuiltFile): boolean {
  const reusable = release.reusable.get(file.digest);
  if (!reusable) return false;
  const target = release.pathFor(file.path);
  if (isSameFile(reusable.file, target)) {
    recordBuiltFile(release, file);
    return true;
  }
  const writtenMs = linkOrCopy(reusable, release.tempPath);
  if (writtenMs !== undefined) renameSync(release.tempPath, target);
  rmSync(release.tempPath, { force: true });
  if (writtenMs === undefined) return false;
  recordReusedFile(release, file.path, reusable, writtenMs, file.source);
  return true;
}

function recordBuiltFile({ manifest }: ReleaseInProgress, { path, digest, source, stats }: BuiltFile): void {
  manifest[path] = { bytes: stats.size, digest, writtenMs: stats.mtimeMs, source };
}

function recordReusedFile(
  { manifest }: ReleaseInProgress,
  path: string,
  { entry }: ReusableFile,
  writtenMs: number,
  source: string | undefined,
): void {
  const { isRetained: _, source: __, ...file } = entry;
  manifest[path] = { ...file, writtenMs, ...(source !== undefined && { source }) };
}

function writeNewFile(
  { pathFor, manifest, addedFiles }: ReleaseInProgress,
  path: string,
  bytes: Uint8Array,
  entry: Pick<ManifestFile, 'digest' | 'compressedFrom' | 'source'>,
): void {
  const target = pathFor(path);
  writeFileSync(target, bytes);
  manifest[path] = { bytes: bytes.length, writtenMs: lstatSync(target).mtimeMs, ...entry };
  addedFiles.add(path);
}

/** Whether two paths are names of one file. */
function isSameFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map((each) => lstatSync(each, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === two?.ino && one.dev === two.dev;
}

/** Renames a folder; false if that is impossible, as from one disk to another. */
function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Returns a function that returns the path of a file below `to` and makes its folder, each folder once. */
function folderMaker(to: string): (path: string) => string {
  const made = new Set<string>();
  return (path) => {
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(join(to, folder), { recursive: true });
    made.add(folder);
    return `${to}/${path}`;
  };
}

/**
 * Folders of files with a hash in their names. An open page of the last release requests the files of that release, and a phone
 * that is saving the site continues with the list from which it started.
 */
export const RETAINED_FOLDERS = ['assets', 'search/index', 'offline'] as const;

/** Links files of the last release that pages opened before this one request; those that it had retained itself are dropped. */
function retainFiles({ manifest, pathFor }: ReleaseInProgress, last: Release | undefined): void {
  for (const [path, entry] of Object.entries(last?.manifest ?? {})) {
    const isHashed = RETAINED_FOLDERS.some((folder) => path.startsWith(`${folder}/`));
    if (!isHashed || entry.isRetained || Object.hasOwn(manifest, path)) continue;
    const writtenMs = linkOrCopy({ file: join(last?.folder ?? '', path), entry }, pathFor(path));
    if (writtenMs !== undefined) manifest[path] = { ...entry, writtenMs, isRetained: true };
  }
}

/**
 * Links a file of the last release to `target`, or copies it from another disk. Returns when the file now there was written, in
 * milliseconds; undefined if the last release was changed by hand.
 */
function linkOrCopy({ file, entry }: ReusableFile, target: string): number | undefined {
  if (!isUntouched(file, entry)) return undefined;
  try {
    linkSync(file, target);
    return entry.writtenMs;
  } catch {
    copyFileSync(file, target);
    return sha256Hex(readFileSync(target)) === entry.digest ? lstatSync(target).mtimeMs : undefined;
  }
}
