/**
 * Writes one release: the files of a build with their packed copies, in a folder that nobody sees yet. What the last
 * release has, byte for byte, is linked instead of written, so that a small change is written in a moment.
 */
import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { flush } from './flush.ts';
import { digestOf, faultsAgainst, filesBelow, type Manifest } from './manifest.ts';
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
 * Writes the build in `from` to the new folder `to`, has it on the disk and compares it with what it should be. Throws
 * PublishError when the disk gives back something else.
 */
export async function writeRelease(from: string, to: string, last: Release | undefined): Promise<Written> {
  const manifest: Manifest = {};
  const fresh: string[] = [];
  const known = knownFiles(last);
  const place = (path: string, digest: string, bytes: Uint8Array, packedFrom?: string): void => {
    manifest[path] = { bytes: bytes.length, digest, ...(packedFrom !== undefined && { packedFrom }) };
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    const source = known.get(digest);
    if (source !== undefined && linkOrCopy(source, target, digest)) return;
    writeFileSync(target, bytes);
    fresh.push(path);
  };

  const paths = filesBelow(from);
  const placeOne = async (path: string): Promise<void> => {
    const bytes = readFileSync(join(from, path));
    const digest = digestOf(bytes);
    place(path, digest, bytes);
    if (!isPackable(path, bytes.length)) return;
    for (const packing of packings) {
      const kept = known.get(`${digest}.${packing}`);
      const packed = kept === undefined ? await pack(bytes, packing) : readFileSync(kept);
      if (packed.length < bytes.length) place(`${path}.${packing}`, digestOf(packed), packed, digest);
    }
  };
  mkdirSync(to, { recursive: true });
  // zlib packs on threads of its own: a few at once keep them busy.
  const queue = paths.values();
  const worker = async () => {
    for (const path of queue) await placeOne(path);
  };
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, worker));
  carryOver(last, to, manifest);
  flush(to, fresh);
  const faults = faultsAgainst(to, manifest);
  if (faults.length > 0) {
    throw new PublishError(
      `写到磁盘上的和生成的不一样，没有发布：${faults.slice(0, 3).join('、')}。请检查磁盘。`,
    );
  }
  return { manifest, fresh: fresh.sort() };
}

/** Files whose names have a digest in them: a page of the last release asks for those of the last release. */
const CARRIED = /^(?:assets|search\/index)\//;

/** Links into the new release what pages ask for that readers opened before it. */
function carryOver(last: Release | undefined, to: string, manifest: Manifest): void {
  for (const [path, file] of Object.entries(last?.manifest ?? {})) {
    if (!CARRIED.test(path) || file.isCarried || Object.hasOwn(manifest, path)) continue;
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    if (linkOrCopy(join(last?.folder ?? '', path), target, file.digest)) {
      manifest[path] = { ...file, isCarried: true };
    }
  }
}

/** Where the last release has bytes: by their digest, and packed ones by the digest of what was packed as well. */
function knownFiles(last: Release | undefined): Map<string, string> {
  const known = new Map<string, string>();
  for (const [path, { digest, packedFrom }] of Object.entries(last?.manifest ?? {})) {
    const file = join(last?.folder ?? '', path);
    known.set(digest, file);
    if (packedFrom !== undefined) known.set(`${packedFrom}.${path.slice(path.lastIndexOf('.') + 1)}`, file);
  }
  return known;
}

/** Whether `target` now has the bytes; not where the last release was changed by hand or lies elsewhere. */
function linkOrCopy(source: string, target: string, digest: string): boolean {
  try {
    if (digestOf(readFileSync(source)) !== digest) return false;
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
