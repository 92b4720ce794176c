/**
 * A hash of all inputs of a share image besides its data: our sources and the packages for rendering and fonts. Fonts count by version:
 * reading 16 MB takes longer than restoring a county's images from the cache.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HashedCode, type ReadSource, sourceHash, sourcesFrom } from '../../cache/source-hash.ts';

const here = dirname(fileURLToPath(import.meta.url));
const CODE: HashedCode = {
  entries: ['render.ts', 'render.worker.ts', 'share-image-data.ts'].map((name) => join(here, name)),
  packages: [
    'satori',
    '@resvg/resvg-js',
    'uqr',
    '@fontsource/noto-sans-sc',
    '@expo-google-fonts/noto-sans-sc',
  ],
};

/** The hash, as hexadecimal digits. `read` returns the text of a source; tests pass another. */
export function pictureRendererHash(read?: ReadSource): string {
  return sourceHash(CODE, read);
}

/** The paths of all our sources that the hash covers. */
export function pictureSources(): string[] {
  return sourcesFrom(CODE.entries);
}
