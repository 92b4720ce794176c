/** The table in the search page, by which a phone requests shards before it has the list of the index. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  embeddedShardTable,
  formatShardTable,
  MAX_TABLE_SHARDS,
  NO_SHARD_TABLE,
  readEmbeddedTable,
  readShardTable,
} from './shard-table.ts';

test('is read as it was written, so that the page requests the same shards as the worker', () => {
  const shard = fc.record({
    from: fc.stringMatching(/^[一-龥a-z0-9𠮷"&<]{1,4}$/u),
    name: fc.stringMatching(/^[0-9a-v]{6}$/).map((hash) => `unknown_${hash}`),
  });
  fc.assert(
    fc.property(fc.array(shard, { minLength: 1, maxLength: 20 }), (shards) => {
      const inOrder = shards.sort((a, b) => Buffer.from(a.from).compare(Buffer.from(b.from)));
      expect(readShardTable(formatShardTable(inOrder))).toEqual(inOrder);
    }),
  );
});

test('is in the page with the name of its file; of a large site the page has only the name', () => {
  const table = (count: number) =>
    formatShardTable(Array.from({ length: count }, (_, at) => ({ from: `${at}`, name: 'unknown_0123ab' })));
  const inPage = (content: string) => readEmbeddedTable(embeddedShardTable('unknown_7654321', content));
  for (const count of [1, 2, MAX_TABLE_SHARDS])
    expect(inPage(table(count))).toEqual({ name: 'unknown_7654321', content: table(count) });
  expect(inPage(table(MAX_TABLE_SHARDS + 1))).toEqual({ name: 'unknown_7654321', content: undefined });
});

test('is not there before the index is built', () => {
  expect(readEmbeddedTable(NO_SHARD_TABLE)).toEqual({ name: '', content: undefined });
  expect(readEmbeddedTable('')).toEqual({ name: '', content: undefined });
});
