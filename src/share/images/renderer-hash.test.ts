/** A cached picture is never used if any of its inputs has changed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureRendererHash, pictureSources } from './renderer-hash.ts';

const changed = (name: string) => (path: string) =>
  readFileSync(path, 'utf8') + (path.endsWith(name) ? '\n// changed' : '');

test('the sizes of pictures, the packing of their pixels and the square of the code are inputs of the hash', () => {
  const names = pictureSources().map((path) => path.replace(/^.*\/src\//, ''));
  expect(names).toEqual(
    expect.arrayContaining([
      'documents/share-image-path.ts',
      'share/images/poster.ts',
      'share/images/share-image-data.ts',
      'share/images/render.worker.ts',
      'share/png.ts',
      'share/qr.ts',
    ]),
  );
});

test.each(pictureSources().map((path) => path.replace(/^.*\/src\//, '')))(
  'a change of %s renders the pictures again',
  (name) => {
    expect(pictureRendererHash(changed(`/src/${name}`))).not.toBe(pictureRendererHash());
  },
);
