/**
 * Publishes to a folder on this machine. A web server's root is `DIR/current`, a symbolic link to one of `DIR/releases/ID`. A
 * release is written and verified under another name and becomes live when that link is replaced by a rename. Until then readers
 * see the last release; the next publication removes the files of a killed one.
 */
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fsyncPath } from '../fsync.ts';
import { makeFolder } from '../make-folder.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';
import type { Manifest, Release } from './manifest.ts';
import { PublishError, toFolderError, toUserError } from './publish-error.ts';
import { writeRelease } from './release.ts';
import { indexRelease } from './release-index.ts';
import { removeInBackground } from './remove-in-background.ts';
import { MAX_RELEASES } from './retention.ts';

/** A publication that became live. */
export interface PublishResult {
  /** Such as `7-20261123-2005`: a growing number, and the time. */
  id: string;
  /** Number of files that the last release does not have. */
  addedFiles: number;
  /** Number of all files. */
  files: number;
}

export interface PublishOptions {
  /** Whether the build may be renamed to the release. */
  mayMove?: boolean;
  /** Disposes of the folder of an expired release, without waiting; default: removes it in the background. */
  disposeRelease?(folder: string): void;
}

/** A complete release that is not live yet. */
export type PreparedRelease = PublishResult;

/** Publishes the build in `from` to `folder`, whose lock the caller holds; `when` is now, `YYYY-MM-DD HH:mm`. */
export async function publishToFolder(
  from: string,
  folder: string,
  when: string,
  { mayMove = false, disposeRelease }: PublishOptions = {},
): Promise<PublishResult> {
  const prepared = await prepareRelease(from, folder, when, { mayMove });
  activatePrepared(folder, prepared.id, disposeRelease);
  return prepared;
}

/**
 * Writes the build in `from` as a release that `activatePrepared` makes live, perhaps another process; the caller holds the lock. The next
 * publication removes it if that never happens. `last` is what `readLastRelease` returned under the same lock.
 */
export async function prepareRelease(
  from: string,
  folder: string,
  when: string,
  { mayMove, last }: { mayMove: boolean; last?: Release | undefined },
): Promise<PreparedRelease> {
  const { manifests } = pathsIn(folder);
  prepareFolder(folder);
  const before = releaseIds(folder);
  const number = Math.max(0, ...before.map(numberOf)) + 1;
  const id = `${number}-${when.replace(/[-:]/g, '').replace(' ', '-')}`;
  try {
    const lastRelease = last ?? readLastRelease(folder);
    const written = await writeRelease(from, preparedPath(folder, id), lastRelease, mayMove);
    // Last: without a manifest the release is incomplete.
    writeFileAtomic(join(manifests, `${preparedName(id)}.json`), `${JSON.stringify(written.manifest)}\n`);
    return { id, addedFiles: written.addedFiles.length, files: Object.keys(written.manifest).length };
  } catch (error) {
    removeLeftovers(folder);
    throw toUserError(error);
  }
}

/** Whether the release `id` is prepared completely; under the folder's lock. */
export function isPrepared(folder: string, id: string): boolean {
  return (
    existsSync(preparedPath(folder, id)) &&
    existsSync(join(pathsIn(folder).manifests, `${preparedName(id)}.json`))
  );
}

/** Makes a prepared release live, under the folder's lock, and disposes of expired releases with `disposeRelease`. */
export function activatePrepared(
  folder: string,
  id: string,
  disposeRelease: (folder: string) => void = removeInBackground,
): void {
  const { releases, manifests, current } = pathsIn(folder);
  try {
    // Before the release gets its name: without a manifest it counts as incomplete.
    renameSync(join(manifests, `${preparedName(id)}.json`), join(manifests, `${id}.json`));
    fsyncPath(manifests);
    renameSync(preparedPath(folder, id), join(releases, id));
    fsyncPath(releases);
    setLiveRelease(folder, id);
  } catch (error) {
    if (!existsSync(current) || liveReleaseId(folder) !== id) removeLeftovers(folder);
    throw toUserError(error);
  }
  try {
    removeOldReleases(folder, id, disposeRelease);
  } catch {
    // The release is live; the next publication removes the old ones.
  }
}

/** The name of a prepared release: the leading dot marks it as incomplete for every other process. */
const preparedName = (id: string): string => `.new-${id}`;
const preparedPath = (folder: string, id: string): string => join(pathsIn(folder).releases, preparedName(id));

/**
 * Prepares a folder for a publication, under its lock: removes the files of a killed one and tries to write, so that an unwritable
 * folder is reported before the build. Throws PublishError if it cannot be written.
 */
export function prepareFolder(folder: string): void {
  const { releases, manifests } = pathsIn(folder);
  refuseForeignFolder(folder);
  try {
    for (const each of [releases, manifests]) makeFolder(each);
    removeLeftovers(folder);
    // Permissions are not enough: the disk may be read-only or accept no files.
    for (const each of [folder, releases, manifests]) rmdirSync(mkdtempSync(join(each, '.current-')));
  } catch (error) {
    throw toFolderError(folder, error);
  }
}

/** Makes the release before the live one live again, under the folder's lock; returns both ids. */
export function rollBack(folder: string): { from: string; to: string } {
  refuseForeignFolder(folder);
  const from = existsSync(join(folder, 'current')) ? liveReleaseId(folder) : undefined;
  const earlier = releaseIds(folder).filter((id) => from !== undefined && numberOf(id) < numberOf(from));
  const to = earlier.at(-1);
  if (from === undefined || to === undefined) {
    throw new PublishError('没有更早的一版可以退回去，网站没有变。');
  }
  setLiveRelease(folder, to);
  return { from, to };
}

/** Makes an existing release live, under the folder's lock. */
export function activateRelease(folder: string, id: string): void {
  refuseForeignFolder(folder);
  setLiveRelease(folder, id);
}

/** The id of the live release; undefined if nothing was published. */
export function liveReleaseId(folder: string): string | undefined {
  try {
    return basename(readlinkSync(join(folder, 'current')));
  } catch {
    return undefined;
  }
}

/** The ids of complete releases, oldest first. */
export function releaseIds(folder: string): string[] {
  const { releases, manifests } = pathsIn(folder);
  if (!existsSync(releases)) return [];
  return readdirSync(releases)
    .filter((id) => /^\d+-/.test(id) && existsSync(join(manifests, `${id}.json`)))
    .sort((a, b) => numberOf(a) - numberOf(b));
}

/** A release with its manifest; undefined if the manifest cannot be read. */
export function readRelease(folder: string, id: string): Release | undefined {
  const { releases, manifests } = pathsIn(folder);
  try {
    const manifest = JSON.parse(readFileSync(join(manifests, `${id}.json`), 'utf8')) as Manifest;
    return { folder: join(releases, id), manifest };
  } catch {
    return undefined;
  }
}

/** The release whose files the next one reuses, ready to be searched, under the folder's lock; undefined if there is none. */
export function readLastRelease(folder: string): Release | undefined {
  const id = liveReleaseId(folder) ?? releaseIds(folder).at(-1);
  const release = id === undefined ? undefined : readRelease(folder, id);
  if (release !== undefined) indexRelease(release);
  return release;
}

function pathsIn(folder: string) {
  return {
    releases: join(folder, 'releases'),
    manifests: join(folder, 'manifests'),
    current: join(folder, 'current'),
  };
}

const numberOf = (id: string): number => Number.parseInt(id, 10);

/** Throws PublishError if `current` is not a link of ours. */
function refuseForeignFolder(folder: string): void {
  const { current } = pathsIn(folder);
  const stats = lstatSync(current, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isSymbolicLink()) {
    throw new PublishError(`${current} 不是发布留下的链接，怕覆盖别的东西，没有发布。请换一个文件夹。`);
  }
}

/** Removes the folders and links of a killed publication; none was ever live. */
function removeLeftovers(folder: string): void {
  const { releases, manifests } = pathsIn(folder);
  const drop = (path: string) => rmSync(path, { recursive: true, force: true });
  for (const name of readdirSync(folder)) if (name.startsWith('.current-')) drop(join(folder, name));
  const live = liveReleaseId(folder);
  for (const name of readdirSync(releases)) {
    if (name !== live && (name.startsWith('.') || !existsSync(join(manifests, `${name}.json`)))) {
      drop(join(releases, name));
    }
  }
  for (const name of readdirSync(manifests)) {
    if (!existsSync(join(releases, name.replace(/\.json$/, '')))) drop(join(manifests, name));
  }
}

/** Makes a release live. This rename is the moment at which readers see the change. */
function setLiveRelease(folder: string, id: string): void {
  const link = join(folder, `.current-${process.pid}`);
  rmSync(link, { force: true });
  symlinkSync(join('releases', id), link);
  renameSync(link, join(folder, 'current'));
  fsyncPath(folder);
}

function removeOldReleases(folder: string, live: string, disposeRelease: (folder: string) => void): void {
  const old = releaseIds(folder).slice(0, -MAX_RELEASES);
  for (const id of old.filter((each) => each !== live)) removeRelease(folder, id, disposeRelease);
}

/** Removes a release that is not live, under the folder's lock; `disposeRelease` removes its files and need not wait. */
export function removeRelease(folder: string, id: string, disposeRelease: (folder: string) => void): void {
  const { releases, manifests } = pathsIn(folder);
  // Renamed first: a release that is half removed must not count as one.
  renameSync(join(releases, id), join(releases, `.old-${id}`));
  rmSync(join(manifests, `${id}.json`), { force: true });
  disposeRelease(join(releases, `.old-${id}`));
}
