/**
 * The digest of all that shapes a picture besides its facts: our own sources, and the packages that draw and bring the fonts, by
 * their versions, which the lock file ties to their bytes: to read 16 MB of fonts takes longer than to take a county's pictures
 * from the last build. Worked out from what is there, so that nobody has to remember to count a version up.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PACKAGES = [
  'satori',
  '@resvg/resvg-js',
  'uqr',
  '@fontsource/noto-sans-sc',
  '@expo-google-fonts/noto-sans-sc',
];

/** What a picture is drawn from, besides its facts: where the walk over the imports begins. */
const ENTRY = join(here, 'draw.ts');

/** The digest, as hexadecimal digits. `read` gives the text of a source; another one is for tests. */
export function picturesVersion(read = (path: string) => readFileSync(path, 'utf8')): string {
  const hash = createHash('sha256');
  for (const file of pictureSources(read)) hash.update(`${relative(here, file)}\n`).update(read(file));
  for (const line of packageVersions(PACKAGES, fileURLToPath(import.meta.url))) hash.update(`${line}\n`);
  // The compression and the cutting of words come with Node.
  hash.update(`${process.versions.zlib} ${process.versions.icu} ${process.arch}`);
  return hash.digest('hex');
}

/** Every source of ours that takes part in drawing, by path: all that is imported from the first one on, and the worker beside it. */
export function pictureSources(read = (path: string) => readFileSync(path, 'utf8')): string[] {
  const found = new Set<string>();
  const waiting = [ENTRY, join(here, 'draw.worker.ts'), join(here, 'facts.ts')];
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
