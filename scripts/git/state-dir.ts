/** The folder of Mingbai's own files in a repository. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder, which is made if missing. */
export function stateDir(gitDir: string): string {
  const folder = join(gitDir, 'mingbai');
  mkdirSync(folder, { recursive: true });
  return folder;
}
