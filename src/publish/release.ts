/**
 * Writes one release: the files of a build with their packed copies, in a folder that nobody sees yet. What the last
 * release has, byte for byte, is linked instead of written, so that a small change is written in a moment. A build that
 * nobody needs any more becomes the release itself: making three thousand folders takes longer than all else.
 */
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { listFilesRecursive } from '../cache/list-files.ts';
import { statFingerprint } from '../cache/stat-fingerprint.ts';
import { mapWithConcurrency } from '../map-with-concurrency.ts';
import { fsyncFiles } from './fsync.ts';
import { isUntouched, type Manifest, type ManifestFile, sha256Hex, verifyManifest } from './manifest.ts';
import { compress, encodings, isCompressible } from './precompress.ts';
import { PublishError } from './publish-error.ts';

/** A release that stands already. */
export interface Release {
  folder: string;
  manifest: Manifest;
}

export interface ReleaseResult {
  manifest: Manifest;
  /** Paths of the files that were not in the last release. */
  addedFiles: string[];
}

/**
 * Writes the build in `from` to the new folder `to`, has it on the disk and compares it with what it should be. Where it
 * `mayMove` and lies on the same disk, the build is gone afterwards. Throws PublishError when the disk gives back
 * something else.
 */
export async function writeRelease(
  from: string,
  to: string,
  last: Release | undefined,
  mayMove = false,
): Promise<ReleaseResult> {
  const isMoved = mayMove && moveFolder(from, to);
  const release = startRelease(isMoved ? to : from, to, isMoved, last);
  const { manifest, addedFiles } = release;
  mkdirSync(to, { recursive: true });
  const paths = listFilesRecursive(release.build);
  const built = new Set(paths);
  // zlib packs on threads of its own: a few at once keep them busy.
  await mapWithConcurrency(paths, availableParallelism() * 2, (path) => placeFile(release, path, built));
  retainFiles(last, manifest, release.pathFor);
  fsyncFiles(to, [...addedFiles]);
  // What was taken from the last release was proved when that was written.
  const faults = verifyManifest(to, manifest, (path) => !addedFiles.has(path));
  if (faults.length > 0) {
    throw new PublishError(
      `写到磁盘上的和生成的不一样，没有发布：${faults.slice(0, 3).join('、')}。请检查磁盘。`,
    );
  }
  return { manifest, addedFiles: [...addedFiles].sort() };
}

/** A release while it is written. */
interface ReleaseInProgress {
  /** Where the files of the build lie: in the release itself when it was moved there. */
  build: string;
  isMoved: boolean;
  /** Files of the last release, by their key. */
  reusable: ReadonlyMap<string, ReusableFile>;
  /** The digests of files of the last build by their identity: what the cache gives again need not be read. */
  cachedDigests: ReadonlyMap<string, string>;
  manifest: Manifest;
  addedFiles: Set<string>;
  /** The place of a path in the release, its folder made. */
  pathFor(path: string): string;
  /** A name beside the release, on its disk, for a file that has not got its place yet. */
  tempPath: string;
}

function startRelease(
  build: string,
  to: string,
  isMoved: boolean,
  last: Release | undefined,
): ReleaseInProgress {
  const sources = Object.values(last?.manifest ?? {}).flatMap(({ source, digest }): [string, string][] =>
    source ? [[source, digest]] : [],
  );
  return {
    build,
    isMoved,
    reusable: reusableFiles(last),
    cachedDigests: new Map(sources),
    manifest: {},
    addedFiles: new Set(),
    pathFor: folderMaker(to),
    tempPath: `${to}.half`,
  };
}

/** Places one file of the build, and its packed copies where the build has none of its own by that name. */
async function placeFile(
  release: ReleaseInProgress,
  path: string,
  built: ReadonlySet<string>,
): Promise<void> {
  const { build, isMoved, cachedDigests, manifest } = release;
  const source = statFingerprint(join(build, path));
  let bytes: Buffer | undefined;
  const read = (): Buffer => {
    bytes ??= readFileSync(join(build, path));
    return bytes;
  };
  const before = cachedDigests.get(source);
  const digest = before ?? sha256Hex(read());
  if (!isMoved) {
    if (!linkReusable(release, path, digest, source)) writeNewFile(release, path, digest, read(), { source });
  } else if (before !== undefined) recordFile(release, path, digest, source);
  else if (!replaceWithReusable(release, path, digest, source)) {
    recordFile(release, path, digest, source);
    release.addedFiles.add(path);
  }
  if (!isCompressible(path, manifest[path]?.bytes ?? 0)) return;
  for (const encoding of encodings) {
    const name = `${path}.${encoding}`;
    if (built.has(name) || linkReusable(release, name, `${digest}.${encoding}`)) continue;
    const compressed = await compress(read(), encoding);
    if (compressed.length < read().length) {
      writeNewFile(release, name, sha256Hex(compressed), compressed, { compressedFrom: digest });
    }
  }
}

/** Links a file of the last release to a path where nothing stands; whether there was one under that key. */
function linkReusable(release: ReleaseInProgress, path: string, key: string, source?: string): boolean {
  const known = release.reusable.get(key);
  if (!known) return false;
  const target = release.pathFor(path);
  const writtenMs = linkOrCopy(known, target);
  if (writtenMs === undefined) {
    rmSync(target, { force: true });
    return false;
  }
  recordReused(release, path, known, writtenMs, source);
  return true;
}

/**
 * Puts a file of the last release in the place of one with the same bytes in a build that was moved, so that the disk has
 * them once; whether there was one. The cache may give the very file that the last release has (a change was taken back):
 * that one stays as it lies, because a rename between two names of one file does nothing and leaves both.
 */
function replaceWithReusable(release: ReleaseInProgress, path: string, key: string, source: string): boolean {
  const known = release.reusable.get(key);
  if (!known) return false;
  const target = release.pathFor(path);
  if (isSameFile(known.file, target)) {
    recordFile(release, path, key, source);
    return true;
  }
  // What stands there gives way only to a whole file.
  const writtenMs = linkOrCopy(known, release.tempPath);
  if (writtenMs !== undefined) renameSync(release.tempPath, target);
  rmSync(release.tempPath, { force: true });
  if (writtenMs === undefined) return false;
  recordReused(release, path, known, writtenMs, source);
  return true;
}

/** Takes a file as it lies in the build that was moved. */
function recordFile(
  { build, manifest }: ReleaseInProgress,
  path: string,
  digest: string,
  source: string,
): void {
  const { size, mtimeMs } = lstatSync(join(build, path));
  manifest[path] = { bytes: size, digest, writtenMs: mtimeMs, source };
}

/** Notes a file that came from the last release. */
function recordReused(
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
  digest: string,
  bytes: Uint8Array,
  more: Pick<ManifestFile, 'compressedFrom' | 'source'>,
): void {
  const target = pathFor(path);
  writeFileSync(target, bytes);
  const writtenMs = lstatSync(target).mtimeMs;
  manifest[path] = { bytes: bytes.length, digest, writtenMs, ...more };
  addedFiles.add(path);
}

/** Whether two paths are names of one file. */
function isSameFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map((each) => lstatSync(each, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === two?.ino && one.dev === two.dev;
}

/** Whether the folder could be given the other name: from one disk to another it cannot. */
function moveFolder(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Gives the place of a path below `to`, its folder made: each folder is asked for once, not for each of its files. */
function folderMaker(to: string): (path: string) => string {
  const made = new Set<string>();
  return (path) => {
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(join(to, folder), { recursive: true });
    made.add(folder);
    return join(to, path);
  };
}

/**
 * Folders of files whose names have a hash in them: a page of the last release asks for those of the last release, and a phone
 * that is saving the site goes on with the list it began with.
 */
export const RETAINED_FOLDERS = ['assets', 'search/index', 'offline'] as const;

function isRetained(path: string): boolean {
  return RETAINED_FOLDERS.some((folder) => path.startsWith(`${folder}/`));
}

/** Links into the new release what pages ask for that readers opened before it. */
function retainFiles(
  last: Release | undefined,
  manifest: Manifest,
  placeFor: (path: string) => string,
): void {
  for (const [path, entry] of Object.entries(last?.manifest ?? {})) {
    if (!isRetained(path) || entry.isRetained || Object.hasOwn(manifest, path)) continue;
    const writtenMs = linkOrCopy({ file: join(last?.folder ?? '', path), entry }, placeFor(path));
    if (writtenMs !== undefined) manifest[path] = { ...entry, writtenMs, isRetained: true };
  }
}

/** A file of the last release. */
interface ReusableFile {
  file: string;
  entry: ManifestFile;
}

/** Where the last release has bytes: by their digest, and packed ones by the digest of what was packed. */
function reusableFiles(last: Release | undefined): Map<string, ReusableFile> {
  const known = new Map<string, ReusableFile>();
  for (const [path, entry] of Object.entries(last?.manifest ?? {})) {
    const { digest, compressedFrom } = entry;
    const key =
      compressedFrom === undefined ? digest : `${compressedFrom}.${path.slice(path.lastIndexOf('.') + 1)}`;
    known.set(key, { file: join(last?.folder ?? '', path), entry });
  }
  return known;
}

/** When the file now at `target` was written; undefined where the last release was changed by hand or lies elsewhere. */
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
