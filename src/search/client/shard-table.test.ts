/** The table in the search page, by which a phone requests shards before it has the list of the index. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatShardTable, isTableName, NO_SHARD_TABLE, readShardTable } from './shard-table.ts';

test('is read as it was written, so that the page requests the same shards as the worker', () => {
  const shard = fc.record({
    from: fc.stringMatching(/^[一-龥a-z0-9𠮷"&<]{0,4}$/u),
    name: fc.stringMatching(/^[0-3][0-9a-v]{6}$/).map((hash) => `unknown_${hash}`),
  });
  fc.assert(
    fc.property(fc.array(shard, { minLength: 1, maxLength: 20 }), (shards) => {
      expect(readShardTable(formatShardTable(shards))).toEqual(shards);
    }),
  );
});

test('is distinguished from the name of its file', () => {
  expect(isTableName('unknown_0123abc')).toBe(true);
  expect(isTableName(NO_SHARD_TABLE)).toBe(false);
  expect(isTableName(formatShardTable([{ from: '低', name: 'unknown_0123abc' }]))).toBe(false);
});
