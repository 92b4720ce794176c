/** Lists files. */
import { readdirSync } from 'node:fs';

/**
 * The files below a folder, sorted, as relative paths with slashes. Calls `onEmpty` for each folder without a file, inner ones first.
 * Regular files only: links are not published. Node's recursive `readdir` calls `stat` for each file, a second for 100,000.
 */
export function listFilesRecursive(folder: string, onEmpty?: (folder: string) => void): string[] {
  const found: string[] = [];
  const look = (below: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) {
        isEmpty = look(`${path}/`) && isEmpty;
        continue;
      }
      isEmpty = false;
      if (entry.isFile()) found.push(path);
    }
    if (isEmpty && below !== '') onEmpty?.(`${folder}/${below.slice(0, -1)}`);
    return isEmpty;
  };
  look('');
  return found.sort();
}
