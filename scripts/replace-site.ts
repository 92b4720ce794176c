/** Makes a site in a temporary folder and replaces the last one by a rename: whatever fails before, the last site is unchanged. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { recycleDirectories, reuseDirectories } from '../src/cache/directory-pool.ts';
import type { Settings } from '../src/settings.ts';
import { makeTempDirFor, removeTempDir, replacedPathFor } from './temp-dir.ts';

/**
 * Runs `make` with the folder of the new site, which has no files, and a folder for other temporary files. If it returns true, the new
 * site replaces that in the output folder. Rejects as `make` does, and with the system's error.
 */
export async function replaceSite(
  { outDir, cacheDir }: Pick<Settings, 'outDir' | 'cacheDir'>,
  make: (newSite: string, work: string) => Promise<boolean>,
): Promise<void> {
  const work = makeTempDirFor(outDir);
  const newSite = join(work, 'new');
  const lastSite = replacedPathFor(work);
  try {
    reuseDirectories(cacheDir, newSite);
    if (!(await make(newSite, work))) return;
    if (existsSync(outDir)) renameSync(outDir, lastSite);
    renameSync(newSite, outDir);
  } catch (error) {
    if (existsSync(lastSite) && !existsSync(outDir)) renameSync(lastSite, outDir);
    throw error;
  } finally {
    removeTempDir(work);
    if (existsSync(lastSite)) recycleDirectories(lastSite, cacheDir);
  }
}
