/**
 * The digest of all that shapes a page besides what it is given: our own sources, the configuration, the packages as the lock
 * file has them, and Node. Worked out from the files themselves, so that nobody has to remember to count a version up.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFIG_FILES = ['astro.config.mjs', 'tailwind.config.mjs', 'tsconfig.json', 'package-lock.json'];

const computed = new Map<string, string>();

/** The digest for the project in `projectDir`, as hexadecimal digits; that of the code that this process has loaded. */
export function rendererHash(projectDir: string): string {
  const version = computed.get(projectDir) ?? computeHash(projectDir);
  computed.set(projectDir, version);
  return version;
}

function computeHash(projectDir: string): string {
  const sources = readdirSync(join(projectDir, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts(?:\.snap)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256').update(`${process.version} ${process.versions.icu}\n`);
  for (const file of [...CONFIG_FILES.map((name) => join(projectDir, name)), ...sources]) {
    if (existsSync(file)) hash.update(`${file.slice(projectDir.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
