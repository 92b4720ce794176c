/**
 * The digest of all that shapes a picture besides its facts: our own sources, and the packages that draw and bring the fonts, by
 * their versions, which the lock file ties to their bytes: to read 16 MB of fonts takes longer than to take a county's pictures
 * from the last build. Worked out from what is there, so that nobody has to remember to count a version up.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PACKAGES = [
  'satori',
  '@resvg/resvg-js',
  'uqr',
  '@fontsource/noto-sans-sc',
  '@expo-google-fonts/noto-sans-sc',
];

/** The digest, as hexadecimal digits. */
export function picturesVersion(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(here).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  for (const file of [...sources.sort(), '../png.ts', '../qr.ts'])
    hash.update(readFileSync(join(here, file)));
  for (const line of packageVersions(PACKAGES, fileURLToPath(import.meta.url))) hash.update(`${line}\n`);
  // The compression and the cutting of words come with Node.
  hash.update(`${process.versions.zlib} ${process.versions.icu} ${process.arch}`);
  return hash.digest('hex');
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
