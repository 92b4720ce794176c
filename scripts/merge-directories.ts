/** Merges one folder into another. */
import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Moves the content of `from` into `to`; existing files are replaced. Removes `from`. */
export function mergeDirectories(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) mergeDirectories(source, target);
    else renameSync(source, target);
  }
  rmdirSync(from);
}
