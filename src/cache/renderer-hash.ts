/**
 * A hash of all inputs of a page besides its data: our sources, the configuration, the packages in the lock file, and Node. Computed from
 * the files, so that no version must be incremented by hand.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFIG_FILES = ['astro.config.mjs', 'tailwind.config.mjs', 'tsconfig.json', 'package-lock.json'];

const computed = new Map<string, string>();

/** The hash of the project in `projectDir` in hexadecimal digits, computed once per process: it is that of the loaded code. */
export function rendererHash(projectDir: string): string {
  const version = computed.get(projectDir) ?? computeHash(projectDir);
  computed.set(projectDir, version);
  return version;
}

/** The files and folders on which the hash depends, relative to `projectDir`: while none of them changes, it stays the same. */
export function rendererInputs(projectDir: string): string[] {
  const folders = readdirSync(join(projectDir, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return [
    ...CONFIG_FILES.map((name) => join(projectDir, name)).filter((file) => existsSync(file)),
    ...sourcesOf(projectDir),
    // A new file changes the time of its folder.
    ...[join(projectDir, 'src'), ...folders],
  ].map((path) => path.slice(projectDir.length + 1));
}

function sourcesOf(projectDir: string): string[] {
  return readdirSync(join(projectDir, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts(?:\.snap)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function computeHash(projectDir: string): string {
  const hash = createHash('sha256').update(`${process.version} ${process.versions.icu}\n`);
  for (const file of [...CONFIG_FILES.map((name) => join(projectDir, name)), ...sourcesOf(projectDir)]) {
    if (existsSync(file)) hash.update(`${file.slice(projectDir.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
