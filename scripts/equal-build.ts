/**
 * The site that an earlier build has made from the same inputs, on this machine or, with a remote cache, on another one: it need not be made
 * again. Only sites that other machines may take are listed.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHashCache } from '../src/cache/hash-cache.ts';
import {
  listFilesRecursive,
  openSiteLists,
  type SiteInputs,
  type SiteList,
  siteListKey,
} from '../src/cache/index.ts';
import type { Settings } from '../src/settings.ts';
import { codeHash, commandHash } from './code-hash.ts';
import { givesToOthers } from './share-cache.ts';

/** What a build knows before it makes anything. */
export interface BuildInputs extends Pick<SiteInputs, 'withPictures' | 'unlisted'> {
  /** The file with the content. */
  corpusFile: string;
  /** The folders with the files that the site already has; each may be missing. */
  given: readonly string[];
}

export interface EqualBuild {
  /** Writes the site of an earlier build, but for the given files, and returns what its pictures lack; undefined, with nothing written, if there is none. */
  restore(): SiteList['missing'] | undefined;
  /** Lists the site that this build has made. */
  record(missing: SiteList['missing']): void;
}

/** The earlier builds of a site that is made in the folder `newSite`; undefined if no build is listed, and this one is not to be. */
export function findEqualBuild(
  { cacheDir, today }: Settings,
  newSite: string,
  { corpusFile, given: folders, withPictures, unlisted }: BuildInputs,
): EqualBuild | undefined {
  const lists = openSiteLists(cacheDir, new Date());
  if (lists.isEmpty && !givesToOthers()) return undefined;
  const given = hashGiven(cacheDir, folders);
  const version = `${codeHash()} ${commandHash()}`;
  const corpus = readFileSync(corpusFile);
  const key = siteListKey({ version, today, withPictures, corpus, given, unlisted });
  return {
    restore: () => lists.restore(key, newSite),
    record: (missing) => lists.record(key, newSite, new Set(given.map(([path]) => path)), missing),
  };
}

/** The files of folders with their hashes, from the cache where an earlier build has had the same file. */
function hashGiven(cacheDir: string, folders: readonly string[]): SiteInputs['given'] {
  const hashes = openHashCache(join(cacheDir, 'given-files.json'), 'sha256');
  const given = folders.filter(existsSync).flatMap((folder) =>
    listFilesRecursive(folder).map((path): [string, string] => {
      const file = join(folder, path);
      return [path, hashes.getOrCompute(file, () => hash('sha256', readFileSync(file))).hash];
    }),
  );
  hashes.flush();
  return given;
}
