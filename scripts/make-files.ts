/** Makes the files of a site in its temporary folder: pages, search index and pictures at once, then zips and the offline list. */
import { existsSync } from 'node:fs';
import { pruneEmptyDirectories, type SiteList } from '../src/cache/index.ts';
import { hashAhead, type OfflineHashes, openOfflineHashes, writeOfflineList } from '../src/offline/index.ts';
import type { Settings } from '../src/settings.ts';
import type { BuildWorkers } from './build-workers.ts';
import { mergeDirectories } from './merge-directories.ts';
import { releaseMemory } from './release-memory.ts';
import { startTask } from './start-task.ts';

interface MadeSite {
  /** The new site until it is complete. */
  newSite: string;
  /** Its photographs, until they are moved into it. */
  photographs: string;
  /** The address of the site. */
  url: string;
  withPictures: boolean;
  /** Paths from the site root that a phone does not save. */
  unlisted: string[];
}

/** Starts the workers on the content that is written. The returned function does the rest, and returns what the pictures lack. */
export function startMaking(
  settings: Settings,
  workers: BuildWorkers,
  made: MadeSite,
): () => Promise<SiteList['missing']> {
  const { newSite, url, withPictures } = made;
  const missing = startTask(() => workers.background.run({ step: 'make', withPictures }));
  const rendered = startTask(() => workers.renderer.run({ url }));
  return async () => {
    const hashes = openOfflineHashes(settings.cacheDir);
    // Of a later build nearly all files are known, and it needs less memory.
    const isFirst = hashes.isEmpty;
    const released = startTask(async () => {
      await missing;
      if (isFirst) await workers.background.run({ step: 'release-memory' });
    });
    if (isFirst) {
      releaseMemory();
      await hashAhead(newSite, hashes, Promise.all([missing, rendered]));
    }
    await Promise.all([missing, rendered, released]);
    await finishSite(settings, workers, made, hashes);
    return missing;
  };
}

/** Adds what needs the finished pages: the table in the search page, the zips of policies, and the offline list of all other files. */
async function finishSite(
  { today, cacheDir }: Settings,
  workers: BuildWorkers,
  { newSite, photographs, withPictures, unlisted }: MadeSite,
  hashes: OfflineHashes,
): Promise<void> {
  const { background, renderer } = workers;
  const rendererClosed = renderer.close();
  if (existsSync(photographs)) mergeDirectories(photographs, newSite);
  // Alone: a worker has one task at a time, and the list needs the search page as it will be.
  await background.run({ step: 'shard-table' });
  // The list has no zips, and none is the first file of its folder: both steps may run at once.
  const zips = startTask(async () => {
    if (withPictures) await background.run({ step: 'policy-zips' });
  });
  const files = pruneEmptyDirectories(newSite);
  await writeOfflineList(newSite, { files, day: today, cacheDir, unseen: unlisted, hashes });
  await zips;
  // Nobody waits for the process to give its memory back. The other one may still be linking pages into the cache.
  workers.leaveBackground();
  await rendererClosed;
}
