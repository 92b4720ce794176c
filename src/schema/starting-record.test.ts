/** A new record has all that its schema demands, with its id and name filled in. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { recordCollections } from './collection-name.ts';
import { collections } from './collections.ts';
import { isOptional } from './field.ts';
import { nameFieldOf, startingRecord } from './starting-record.ts';

test('a new village has its name, and what is still to be written', () => {
  expect(startingRecord('places', 'bai-yi', '白衣村')).toBe(
    '# 地方：县、乡镇和村。\nid: bai-yi\nname: 白衣村\nkind:\n',
  );
});

test.each(recordCollections)(
  'a new file of %s has every required field, and its name whatever it is',
  (name) => {
    const title = '是: #1 的"事"';
    const values = parse(startingRecord(name, 'a-1', title)) as Record<string, unknown>;
    const required = Object.entries(collections[name].schema.shape).filter(([, part]) => !isOptional(part));
    expect(Object.keys(values)).toEqual(required.map(([field]) => field));
    expect(values).toMatchObject({ id: 'a-1', [nameFieldOf(name)]: title });
  },
);
