/**
 * The hash of all that shapes a picture besides its facts: our own sources, and the packages that draw and bring the fonts.
 * The fonts count by version: to read 16 MB of them takes longer than to take a county's pictures from the cache.
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

/** The hash, as hexadecimal digits. `read` gives the text of a source; another one is for tests. */
export function pictureRendererHash(read?: ReadSource): string {
  return sourceHash(CODE, read);
}

/** Every source of ours that takes part in drawing, by path. */
export function pictureSources(): string[] {
  return sourcesFrom(CODE.entries);
}
