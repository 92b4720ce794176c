/** A page is fetched again when it says something else, not because it was built on another day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashBytes, hashedBytes, hashFile } from './file-hash.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const page = (day: string, text: string) =>
  bytesOf(`<!doctype html><html lang="zh" data-built="${day}" class="a"><body>${text}`);

test('a page of another day has the same digest, one that says something else has another', async () => {
  const today = await hashFile('policies/di-bao/', page('2026-11-24', '低保'));
  expect(await hashFile('policies/di-bao/', page('2026-11-25', '低保'))).toBe(today);
  expect(await hashFile('policies/di-bao/', page('2026-11-24', '低保。'))).not.toBe(today);
});

test('of any page the first day is left out and nothing else', () => {
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

test('of what is no page every byte counts', async () => {
  const bytes = page('2026-11-24', '低保');
  expect(await hashFile('assets/a.js', bytes)).toBe(await hashBytes(bytes));
});

test('a digest is made of letters that stand in addresses', async () => {
  expect(await hashBytes(bytesOf('低保'))).toMatch(/^[\w-]{8}$/);
});
