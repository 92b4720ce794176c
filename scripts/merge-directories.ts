/** Moves what was made apart to where it belongs. */
import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Moves what stands in `from` to `to`, folder into folder; a file there is replaced. `from` is gone then. */
export function mergeDirectories(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) mergeDirectories(source, target);
    else renameSync(source, target);
  }
  rmdirSync(from);
}
