/**
 * The only way to replace a file: readers see the old file or the new one, never a part.
 *
 * Not the package write-file-atomic: it accepts text or bytes only, but a Kiwix book is copied and a cached file is linked, and
 * with it the temporary file of a killed process stays for ever.
 */
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fsyncPath } from './fsync.ts';
import { makeFolder } from './make-folder.ts';

export interface AtomicOptions {
  /**
   * False for a file with a checksum that can be created again, such as those of the caches: a damaged one is ignored, and an fsync
   * on ext4 waits for all other data that a build has written.
   */
  isDurable?: boolean;
}

/** The content of the file, or a function that creates the file at the given path. */
type Content = string | Uint8Array | ((tempPath: string) => void);

const SUFFIX = '.mingbai-tmp';
/** No file takes longer to write: an older temporary file was left by a killed process. */
const MAX_TEMP_AGE_MS = 3_600_000;
/** Folders in which this process has looked for old temporary files. */
const cleanedFolders = new Set<string>();

/**
 * Writes `content` to `path` and creates missing parent folders. On a failure the old file stays, without a temporary file. Throws
 * the system's error, or the error of the function.
 */
export function writeFileAtomic(
  path: string,
  content: Content,
  { isDurable = true }: AtomicOptions = {},
): void {
  const folder = dirname(path);
  makeFolder(folder);
  removeOldTempFiles(folder);
  const tempPath = `${path}.${process.pid}${SUFFIX}`;
  try {
    if (typeof content === 'function') content(tempPath);
    else writeFileSync(tempPath, content);
    if (isDurable) fsyncPath(tempPath);
    renameSync(tempPath, path);
  } catch (error) {
    rmSync(tempPath, { force: true });
    throw error;
  }
  if (isDurable) fsyncFolder(folder);
}

/** Windows and some network drives cannot sync a folder: after a power cut the name may then still refer to the old file. */
function fsyncFolder(folder: string): void {
  try {
    fsyncPath(folder);
  } catch {
    // The file already has its new name.
  }
}

function removeOldTempFiles(folder: string): void {
  if (cleanedFolders.has(folder)) return;
  cleanedFolders.add(folder);
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(SUFFIX)) continue;
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > MAX_TEMP_AGE_MS) rmSync(file, { force: true });
  }
}
