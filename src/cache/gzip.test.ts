/** Gzip once for the offline list and the release. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzipAndRetain, gzipBest } from './gzip.ts';

const bytesOf = (text: string) => Buffer.from(text.repeat(200));

test('a retained result is returned once, and only for the same bytes', async () => {
  const [one, other] = [bytesOf('低保'), bytesOf('医保')];
  const first = await gzipAndRetain(one);
  expect(gunzipSync(await gzipBest(other))).toEqual(other);
  expect(await gzipBest(Buffer.from(one))).toBe(first);
  const again = await gzipBest(one);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

test('a copy is the same bytes, whether it was retained or not', async () => {
  const bytes = bytesOf('小麦补贴');
  await gzipAndRetain(bytes);
  expect([await gzipBest(bytes), await gzipBest(bytes)]).toEqual([
    gzipSync(bytes, { level: 9 }),
    gzipSync(bytes, { level: 9 }),
  ]);
});
