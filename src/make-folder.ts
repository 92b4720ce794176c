/** Creates folders. Node's recursive mkdir never returns for a path below /proc; this one throws. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates the folder `path` and missing parents. Throws the system's error: ENOENT below /proc and dangling links, ENOTDIR below a
 * file.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let above = resolve(path);
  for (; !isThere(above); above = dirname(above)) missing.unshift(above);
  if (missing.length === 0 && !statSync(above).isDirectory()) mkdirSync(above);
  for (const folder of missing) makeOne(folder);
}

/** Whether the path exists; throws if it cannot be read, as below a file. */
function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined || path === dirname(path);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have created it.
    const isFolder = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder()) throw error;
  }
}
