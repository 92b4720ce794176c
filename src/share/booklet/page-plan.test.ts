/** The pages of a booklet: whatever the parts are long, each policy lies open on two pages and the booklet can be folded. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPages, SPREAD_PAGES } from './page-plan.ts';

const counts = fc.record({
  contents: fc.integer({ min: 1, max: 9 }),
  policies: fc
    .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 })
    .map((lengths) => new Map(lengths.map((length, at) => [`policy-${at}`, length]))),
  index: fc.integer({ min: 0, max: 9 }),
  contacts: fc.integer({ min: 1, max: 3 }),
});

test('a reader turns to each policy on a left page, and no two parts share a page', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const { policies, index, contacts, blanks } = planPages(parts);
      let next = 2 + parts.contents + blanks.contents + 1;
      for (const [slug, length] of parts.policies) {
        expect(policies.get(slug)).toBe(next);
        expect(next % SPREAD_PAGES).toBe(0);
        next += length + (blanks.policies.get(slug) ?? 0);
      }
      expect([index, contacts]).toEqual([next, next + parts.index]);
    }),
  );
});

test('the pages fill whole folded sheets, and the back is the last', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const { contacts, total, blanks } = planPages(parts);
      expect(total % 4).toBe(0);
      expect(total).toBe(contacts + parts.contacts + blanks.back);
      expect(blanks.back).toBeLessThan(4);
    }),
  );
});
