/** An incomplete draft has a preview: written fields as they are, placeholders for the others. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentCollections } from './collection-name.ts';
import { collections } from './collections.ts';
import { draftFields, NOT_WRITTEN } from './draft-fields.ts';
import { fieldNames } from './traverse.ts';

const DAY = '2026-11-27';

test.each(documentCollections)('an empty draft of %s is a whole document', (collection) => {
  const data = draftFields(collection, {}, DAY);
  expect(data).toMatchObject({ title: NOT_WRITTEN, summary: NOT_WRITTEN });
});

test('written fields are unchanged by placeholders', () => {
  const written = {
    title: '今冬有取暖补贴',
    steps: [{ title: '去村委会' }],
    reviewedOn: '昨天',
    titel: '错',
  };
  expect(draftFields('policies', written, DAY)).toMatchObject({
    title: '今冬有取暖补贴',
    steps: [{ title: '去村委会' }],
    reviewedOn: DAY,
    eligibility: [NOT_WRITTEN],
    documents: [],
  });
});

test('fields of any content come out valid', () => {
  const value = fc.oneof(
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.array(fc.dictionary(fc.constantFrom('title', 'issuer', 'x'), fc.string(), { noNullPrototype: true }), {
      maxLength: 2,
    }),
    fc.constant('2026-11-20'),
  );
  const any = fc.constantFrom(...documentCollections).chain((collection) =>
    fc.tuple(
      fc.constant(collection),
      fc.dictionary(fc.constantFrom(...fieldNames(collections[collection].schema, []), 'titel'), value, {
        noNullPrototype: true,
      }),
    ),
  );
  fc.assert(
    fc.property(any, ([collection, written]) => {
      const data = draftFields(collection, written, DAY);
      expect(collections[collection].schema.safeParse(data).error).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
