/**
 * A hash of the code that generates a file: our sources and the packages they use. As a part of a cache key it prevents changed code from
 * reading files of the old code; no version must be incremented by hand.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Reads the text of a source; another one is for tests. */
export type ReadSource = (path: string) => string;

const readText: ReadSource = (path) => readFileSync(path, 'utf8');

/** The scope of a hash. */
export interface HashedCode {
  /** Absolute paths of sources; all that they import from our own sources counts as well. */
  entries: readonly string[];
  /** Names of packages, hashed by their versions, with all that they depend on. The lock file ties a version to its bytes. */
  packages: readonly string[];
}

/** The hash, as hexadecimal digits. Compression, word borders and the processor count too: Node brings them. */
export function sourceHash({ entries, packages }: HashedCode, read: ReadSource = readText): string {
  const hash = createHash('sha256');
  for (const file of sourcesFrom(entries, read)) hash.update(`${relative(here, file)}\n`).update(read(file));
  for (const line of packageVersions(packages, fileURLToPath(import.meta.url))) hash.update(`${line}\n`);
  hash.update(`${process.versions.zlib} ${process.versions.icu} ${process.arch}`);
  return hash.digest('hex');
}

/** The paths of `entries` and of every source of ours that they import, sorted. */
export function sourcesFrom(entries: readonly string[], read: ReadSource = readText): string[] {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, name = ''] of read(file).matchAll(/(?:from|import)\s{0,9}\(?\s{0,9}'(\.[^']{1,200})'/g))
      waiting.push(resolve(dirname(file), name));
  }
  return [...found].sort();
}

/** `name version` of packages and of all that they depend on, as installed. */
function packageVersions(names: readonly string[], from: string, found = new Set<string>()): Set<string> {
  for (const name of names) {
    const path = findPackageJSON(name, from);
    if (path === undefined) continue;
    const { version, dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
      version: string;
      dependencies?: Record<string, string>;
    };
    const line = `${name} ${version}`;
    if (found.has(line)) continue;
    found.add(line);
    packageVersions(Object.keys(dependencies), path, found);
  }
  return found;
}
