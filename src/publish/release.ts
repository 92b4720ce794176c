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
import { inTurns } from '../in-turns.ts';
import { filesBelow } from '../kept/files-below.ts';
import { identityOf } from '../kept/identity.ts';
import { flush } from './flush.ts';
import { digestOf, faultsAgainst, isUntouched, type Manifest, type ManifestFile } from './manifest.ts';
import { isPackable, pack, packings } from './pack.ts';
import { PublishError } from './publish-error.ts';

/** A release that stands already. */
export interface Release {
  folder: string;
  manifest: Manifest;
}

export interface Written {
  manifest: Manifest;
  /** Paths of the files that were not in the last release. */
  fresh: string[];
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
): Promise<Written> {
  const isMoved = mayMove && moveFolder(from, to);
  const build = isMoved ? to : from;
  const manifest: Manifest = {};
  const fresh = new Set<string>();
  const known = knownFiles(last);
  // The digests of files of the last build that this one has as well: kept pages are the same files.
  const digests = new Map(
    Object.values(last?.manifest ?? {}).flatMap(({ source, digest }) => (source ? [[source, digest]] : [])),
  );
  const placeFor = folderMaker(to);
  /** Takes a file from the last release under its key; whether it was there. */
  const take = (path: string, key: string, from?: string): boolean => {
    const source = known.get(key);
    if (!source) return false;
    const target = placeFor(path);
    // What stands in a build that was moved gives way only to a whole file.
    const half = isMoved && from !== undefined ? `${target}.half` : target;
    const writtenMs = linkOrCopy(source, half);
    if (writtenMs !== undefined && half !== target) renameSync(half, target);
    if (writtenMs === undefined) {
      rmSync(half, { force: true });
      return false;
    }
    const { isCarried: _, source: __, ...file } = source.entry;
    manifest[path] = { ...file, writtenMs, ...(from !== undefined && { source: from }) };
    return true;
  };
  const write = (
    path: string,
    digest: string,
    bytes: Uint8Array,
    more: Pick<ManifestFile, 'packedFrom' | 'source'>,
  ): void => {
    const target = placeFor(path);
    writeFileSync(target, bytes);
    const writtenMs = lstatSync(target).mtimeMs;
    manifest[path] = { bytes: bytes.length, digest, writtenMs, ...more };
    fresh.add(path);
  };
  /** Takes a file as it lies in the build that was moved. */
  const leave = (path: string, digest: string, source: string): void => {
    const { size, mtimeMs } = lstatSync(join(to, path));
    manifest[path] = { bytes: size, digest, writtenMs: mtimeMs, source };
  };
  const placeOne = async (path: string): Promise<void> => {
    const source = identityOf(join(build, path));
    let bytes: Buffer | undefined;
    const read = (): Buffer => {
      bytes ??= readFileSync(join(build, path));
      return bytes;
    };
    const before = digests.get(source);
    const digest = before ?? digestOf(read());
    if (isMoved && before !== undefined) leave(path, digest, source);
    else if (!take(path, digest, source)) {
      if (!isMoved) write(path, digest, read(), { source });
      else {
        leave(path, digest, source);
        fresh.add(path);
      }
    }
    if (!isPackable(path, manifest[path]?.bytes ?? 0)) return;
    for (const packing of packings) {
      if (take(`${path}.${packing}`, `${digest}.${packing}`)) continue;
      const packed = await pack(read(), packing);
      if (packed.length < read().length) {
        write(`${path}.${packing}`, digestOf(packed), packed, { packedFrom: digest });
      }
    }
  };
  mkdirSync(to, { recursive: true });
  // zlib packs on threads of its own: a few at once keep them busy.
  await inTurns(filesBelow(build), availableParallelism() * 2, placeOne);
  carryOver(last, manifest, placeFor);
  flush(to, [...fresh]);
  // What was taken from the last release was proved when that was written.
  const faults = faultsAgainst(to, manifest, (path) => !fresh.has(path));
  if (faults.length > 0) {
    throw new PublishError(
      `写到磁盘上的和生成的不一样，没有发布：${faults.slice(0, 3).join('、')}。请检查磁盘。`,
    );
  }
  return { manifest, fresh: [...fresh].sort() };
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

/** Files whose names have a digest in them: a page of the last release asks for those of the last release. */
const CARRIED = /^(?:assets|search\/index)\//;

/** Links into the new release what pages ask for that readers opened before it. */
function carryOver(last: Release | undefined, manifest: Manifest, placeFor: (path: string) => string): void {
  for (const [path, entry] of Object.entries(last?.manifest ?? {})) {
    if (!CARRIED.test(path) || entry.isCarried || Object.hasOwn(manifest, path)) continue;
    const writtenMs = linkOrCopy({ file: join(last?.folder ?? '', path), entry }, placeFor(path));
    if (writtenMs !== undefined) manifest[path] = { ...entry, writtenMs, isCarried: true };
  }
}

/** A file of the last release. */
interface Known {
  file: string;
  entry: ManifestFile;
}

/** Where the last release has bytes: by their digest, and packed ones by the digest of what was packed. */
function knownFiles(last: Release | undefined): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [path, entry] of Object.entries(last?.manifest ?? {})) {
    const { digest, packedFrom } = entry;
    const key = packedFrom === undefined ? digest : `${packedFrom}.${path.slice(path.lastIndexOf('.') + 1)}`;
    known.set(key, { file: join(last?.folder ?? '', path), entry });
  }
  return known;
}

/** When the file now at `target` was written; undefined where the last release was changed by hand or lies elsewhere. */
function linkOrCopy({ file, entry }: Known, target: string): number | undefined {
  if (!isUntouched(file, entry)) return undefined;
  try {
    linkSync(file, target);
    return entry.writtenMs;
  } catch {
    copyFileSync(file, target);
    return digestOf(readFileSync(target)) === entry.digest ? lstatSync(target).mtimeMs : undefined;
  }
}
