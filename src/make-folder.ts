/** Makes folders, and fails where none can be: Node's own recursive mkdir never returns for a path below /proc. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes the folder `path` and those above it that are missing. Throws the system's error where one cannot be made: ENOENT
 * where what stands above takes no folders (/proc) or is a link to nothing, ENOTDIR where it is a file.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let above = resolve(path);
  for (; !isThere(above); above = dirname(above)) missing.unshift(above);
  if (missing.length === 0 && !statSync(above).isDirectory()) mkdirSync(above);
  for (const folder of missing) makeOne(folder);
}

/** Whether anything stands there; throws for a path that cannot be looked at, such as one below a file. */
function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined || path === dirname(path);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process made it in the meantime.
    const isFolder = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder()) throw error;
  }
}
