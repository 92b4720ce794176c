/** The id of a page in the index contains its type and last day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentId, readFragmentId } from './fragment-id.ts';
import { hasEnded, type ValidityPeriod } from './has-ended.ts';
import { type ResultType, resultTypes } from './result-types.ts';

const types = Object.keys(resultTypes) as ResultType[];
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2126-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const hash = fc.stringMatching(/^[0-9a-z]{7}$/);
const maybe = (value: typeof day) => fc.option(value, { nil: undefined });

/** Facts without undefined properties, as serialized. */
const given = (facts: object) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as ValidityPeriod & {
    type: ResultType;
  };

test('contains the type, and on each day whether it has ended, as the page itself shows', () => {
  const facts = fc.oneof(
    fc.record({ type: fc.constant('policy'), from: maybe(day), until: maybe(day), apply: maybe(day) }),
    fc.record({ type: fc.constant('notice'), starts: day, ends: maybe(day), deadline: maybe(day) }),
    fc.record({ type: fc.constantFrom(...types.filter((type) => type !== 'policy' && type !== 'notice')) }),
  );
  fc.assert(
    fc.property(facts, hash, day, (each, ending, today) => {
      const read = readFragmentId(fragmentId(given(each), ending), today);
      expect(read).toEqual({ type: each.type, hasEnded: hasEnded(given(each), today) });
    }),
  );
});

test('an id in another form has no type', () => {
  expect(readFragmentId('zh-cn_1a2b3c', '2026-11-24')).toEqual({ type: undefined, hasEnded: false });
});
