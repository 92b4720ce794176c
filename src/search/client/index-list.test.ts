/** The list of an index that the build writes and the phone reads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIndexList } from '../encode-index-list.ts';
import { decodeCbor } from './decode-cbor.ts';
import { readIndexList } from './index-list.ts';

const hash = fc.stringMatching(/^[0-3][0-9a-v]{6}$/);
const page = fc
  .tuple(fc.constantFrom('p', 'n', 'pabc', 'n000', 'czzz'), hash)
  .map((parts) => `unknown_${parts.join('')}`);
const name = hash.map((each) => `unknown_${each}`);

test('is read as it was written: every page and filter by its name, and the table of the shards', () => {
  fc.assert(
    fc.property(
      fc.array(page, { maxLength: 60 }),
      name,
      fc.uniqueArray(fc.tuple(fc.constantFrom('type', 'place', 'open'), name), {
        selector: ([filter]) => filter,
      }),
      (pages, shardTable, filters) => {
        const written = encodeIndexList({
          pages,
          shardTable,
          filters: filters.map(([filter, table]) => ({ filter, name: table })),
        });
        expect(readIndexList(decodeCbor(written))).toEqual({ pages, shardTable, filters: new Map(filters) });
      },
    ),
  );
});

test('of another version is refused', () => {
  const written = encodeIndexList({ pages: [], shardTable: 'unknown_0000000', filters: [] });
  const [, ...rest] = decodeCbor(written) as [number, ...never[]];
  expect(() => readIndexList([0, ...rest])).toThrow('version');
});
