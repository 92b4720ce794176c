/** Records of builds (build-record.ts) in a cache: makes a site from its record, and records a site that was built. */
import { hash } from 'node:crypto';
import { constants, mkdirSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  PUBLIC,
  type RecordedFile,
  readBuildRecord,
  readReport,
  recordKey,
  writeBuildRecord,
} from './build-record.ts';
import { openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import { placeFiles } from './place-files.ts';
import { type PlacedFile, type Places, restoreFiles } from './restore-files.ts';
import { BUILD_RECORDS } from './site-caches.ts';

/** A folder public, with the hash of each file by its path. */
export interface PublicFiles {
  dir: string;
  hashes: ReadonlyMap<string, string>;
}

/** What a build depends on. */
export interface RecordedInputs {
  /** The hash of all of it. */
  hash: string;
  /** The folders public, also in the hash. */
  publicFiles: readonly PublicFiles[];
}

export interface RecordedBuild {
  report: string;
  /**
   * Writes the site into the folder `siteDir`, which has no file of it; returns false, with nothing written, if a file is not cached. Rejects with
   * the system's error if the disk refuses the site.
   */
  restore(siteDir: string): Promise<boolean>;
}

/** The build of these inputs; undefined if none is recorded. */
export function findRecordedBuild(
  { hash: inputs, publicFiles }: RecordedInputs,
  cacheDir: string,
  now: Date,
): RecordedBuild | undefined {
  const records = openFileCache(join(cacheDir, BUILD_RECORDS), now);
  const bytes = records.read(recordKey(inputs));
  records.evictAndFlush(CACHE_MAX_AGE_DAYS.siteLists);
  const record = bytes && readBuildRecord(bytes);
  const report = record && readReport(inputs, record);
  if (record === undefined || report === undefined) return undefined;
  return {
    report,
    async restore(siteDir) {
      const copies = record.files.filter((file) => !isCached(file));
      const sources = copies.map(([path, , folder]) => sourceOf(path, publicFiles[Number(folder)]));
      if (sources.includes(undefined)) return false;
      if (!restoreFiles(record.files.filter(isCached), { cacheDir, siteDir, now })) return false;
      for (const [at, [path]] of copies.entries()) {
        const target = join(siteDir, path);
        mkdirSync(dirname(target), { recursive: true });
        // copyFileSync reports a full disk as EIO.
        await copyFile(sources[at] ?? '', target, constants.COPYFILE_EXCL);
      }
      return true;
    },
  };
}

/** Records the complete site of these inputs and the report of its build. */
export function recordBuild(
  { hash: inputs, publicFiles }: RecordedInputs,
  places: Places,
  report: string,
): void {
  const { cacheDir, siteDir, now } = places;
  const paths = listFilesRecursive(siteDir);
  const copies = new Map(
    paths.flatMap((path): [string, number][] => {
      const folder = folderOf(path, siteDir, publicFiles);
      return folder < 0 ? [] : [[path, folder]];
    }),
  );
  const cached = placeFiles(paths, places, (path) => !copies.has(path));
  const copied = Array.from(copies, ([path, folder]): RecordedFile => [path, PUBLIC, String(folder)]);
  const records = openFileCache(join(cacheDir, BUILD_RECORDS), now);
  records.insert(recordKey(inputs), writeBuildRecord(inputs, [...cached, ...copied], report), '');
  records.evictAndFlush(CACHE_MAX_AGE_DAYS.siteLists);
}

function isCached(file: RecordedFile): file is PlacedFile {
  return file[1] !== PUBLIC;
}

/** The file in a folder public; undefined if it has none of this path. */
function sourceOf(path: string, folder: PublicFiles | undefined): string | undefined {
  return folder?.hashes.has(path) ? join(folder.dir, path) : undefined;
}

/** The number of the folder whose file of this path has the bytes of that in the site; -1 without one. */
function folderOf(path: string, siteDir: string, publicFiles: readonly PublicFiles[]): number {
  if (!publicFiles.some(({ hashes }) => hashes.has(path))) return -1;
  const inSite = hash('sha256', readFileSync(join(siteDir, path)));
  return publicFiles.findIndex(({ hashes }) => hashes.get(path) === inSite);
}
