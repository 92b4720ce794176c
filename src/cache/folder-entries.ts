/** All that a folder has, with hashes: two folders with the same entries are the same for a build. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a file or folder from the top, with slashes, and the hash of the file's bytes; of a folder, an empty text. */
export type FolderEntry = [path: string, hash: string];

/** The repository at the top of a folder is not a part of it. */
const REPOSITORY = '.git';

/**
 * The entries of a folder, sorted; none if it is missing. Undefined if one of them is neither file nor folder, or has a name that is no text: what
 * a build makes of it depends on more than bytes. Throws the system's error.
 */
export function readFolderEntries(
  folder: string,
  hashFile: (file: string) => string,
): FolderEntry[] | undefined {
  const entries: FolderEntry[] = [];
  const look = (below: string): boolean =>
    readdirSync(join(folder, below), { withFileTypes: true }).every((entry) => {
      const path = `${below}${entry.name}`;
      if (path === REPOSITORY) return true;
      if (entry.name.includes('\uFFFD')) return false;
      if (entry.isFile()) entries.push([path, hashFile(join(folder, path))]);
      else if (entry.isDirectory()) entries.push([path, '']);
      return entry.isFile() || (entry.isDirectory() && look(`${path}/`));
    });
  try {
    if (!look('')) return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
  // The folder itself: an empty one is not a missing one.
  return [['', ''] as FolderEntry, ...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
