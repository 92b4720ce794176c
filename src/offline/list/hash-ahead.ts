/**
 * Hashes the files of a new site while other processes still write more of them. In a build from nothing the process that writes the list
 * waits for the pages meanwhile, and hashing all files after that took a tenth of the build.
 */
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { trySystemCall } from '../../cache/entries-file.ts';
import { listFilesRecursive } from '../../cache/list-files.ts';
import type { OfflineHashes } from './file-hashes.ts';
import { filePath, offlinePaths } from './listed-files.ts';

/** So long the event loop waits for a slice of the work at most. */
const SLICE_MS = 20;
/** The pause before the folder is listed again, as a multiple of the time that this took, and at least. */
const PAUSE_TO_LISTING = 20;
const MIN_PAUSE_MS = 250;

/**
 * Hashes files below `dir` until `pending` is settled. A file that is still being written, or is written again, has another size or time
 * afterwards, so the list hashes it again.
 */
export async function hashAhead(
  dir: string,
  hashes: OfflineHashes,
  pending: Promise<unknown>,
): Promise<void> {
  let isPending = true;
  const end = pending.then(
    () => undefined,
    () => undefined,
  );
  end.then(() => {
    isPending = false;
  });
  const hashed = new Set<string>();
  while (isPending) {
    const began = performance.now();
    const paths: string[] = [];
    trySystemCall(() => paths.push(...offlinePaths(listFilesRecursive(dir), hashed)));
    const pauseMs = Math.max(MIN_PAUSE_MS, PAUSE_TO_LISTING * (performance.now() - began));
    let sliceEnd = performance.now() + SLICE_MS;
    for (const path of paths) {
      // A file that is moved meanwhile is hashed where the list finds it.
      trySystemCall(() => hashes.of(path, join(dir, filePath(path))));
      hashed.add(filePath(path));
      if (performance.now() < sliceEnd) continue;
      await setImmediate();
      if (!isPending) return;
      sliceEnd = performance.now() + SLICE_MS;
    }
    const timer = new AbortController();
    await Promise.race([
      end,
      setTimeout(pauseMs, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
  }
}
