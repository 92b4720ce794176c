/** The repositories from which content of others, pushed or written at a desk, may take its bases. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of the repositories a line each, in the folder of Mingbai's own files. */
const ALLOWED_BASES = 'bases';

/** The repositories that the owner of the repository `gitDir` allows, as `extends` has them before folder and branch; none without the file. */
export function readAllowedBases(gitDir: string): string[] {
  const file = join(gitDir, 'mingbai', ALLOWED_BASES);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
