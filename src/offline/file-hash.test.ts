/** A page is fetched again if its text changes, not because it was built on another day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashBytes, hashedBytes, hashFile } from './file-hash.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const page = (day: string, text: string) =>
  bytesOf(`<!doctype html><html lang="zh" data-built="${day}" class="a"><body>${text}`);

test('a page built on another day has the same hash, one with another text has another hash', async () => {
  const today = await hashFile('policies/di-bao/', page('2026-11-24', '低保'));
  expect(await hashFile('policies/di-bao/', page('2026-11-25', '低保'))).toBe(today);
  expect(await hashFile('policies/di-bao/', page('2026-11-24', '低保。'))).not.toBe(today);
});

test('only the first build date of a page is left out of its hash', () => {
  const piece = fc.constantFrom(' data-built="', '"', ' ', '低', ' data-buil', 'a');
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const expected = text.replace(/ data-built="[^"]*"/, '');
        expect(hashedBytes('', bytesOf(text))).toEqual(bytesOf(expected));
      },
    ),
  );
});

test('of a file that is not a page every byte is hashed', async () => {
  const bytes = page('2026-11-24', '低保');
  expect(await hashFile('assets/a.js', bytes)).toBe(await hashBytes(bytes));
});

test('a hash consists of characters that are allowed in URLs', async () => {
  expect(await hashBytes(bytesOf('低保'))).toMatch(/^[\w-]{8}$/);
});
