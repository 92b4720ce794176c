/** The table in the search page, by which a phone requests shards before it has the list of the index. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shardsWith } from './index-list.ts';
import { formatShardTable, NO_SHARD_TABLE, readShardTable } from './shard-table.ts';

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

test('without an index names no shard', () => {
  expect(shardsWith('低保', { shards: readShardTable(NO_SHARD_TABLE) })).toEqual([]);
});
