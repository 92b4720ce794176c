/** A phone computes the hashes of a list again: those of the build have to be the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashBytes, hashFile } from '../file-hash.ts';
import { hashesOf, readHashes } from './file-hashes.ts';

test('the build and the phone compute the same hash of every file', async () => {
  const piece = fc.constantFrom(' data-built="', '2026-11-24', '"', ' ', '低保', ' data-buil', '<html');
  const path = fc.constantFrom('', 'policies/di-bao/', 'assets/a.js', 'share/policies/di-bao/message.txt');
  await fc.assert(
    fc.asyncProperty(path, fc.array(piece), async (name, pieces) => {
      const bytes = new TextEncoder().encode(pieces.join(''));
      const { listed, whole } = readHashes(hashesOf(name, bytes));
      expect([listed, whole]).toEqual([await hashFile(name, bytes), await hashBytes(bytes)]);
    }),
  );
});
