/** The related policies for a reader of one, in any county. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContentDocument, noDocuments } from './document.ts';
import { relatedPolicies } from './related.ts';
import { createSite } from './site.ts';

const audiences = fc.uniqueArray(fc.constantFrom('lao-ren', 'can-ji', 'xue-sheng'), { minLength: 1 });
const ground = fc.record({
  action: fc.constantFrom('jing-lao', 'jiu-ye'),
  audiences,
  validUntil: fc.constantFrom(undefined, '2026-01-01'),
});

test('the three nearest that have not ended: same action before same people, then in the site’s order', () => {
  fc.assert(
    fc.property(fc.array(ground, { minLength: 1, maxLength: 40 }), (grounds) => {
      const policies = grounds.map((data, number) => ({
        collection: 'policies',
        slug: `p${number}`,
        data,
        body: { blocks: [], headings: [] },
      })) as unknown as ContentDocument<'policies'>[];
      const county = { site: { name: '明白纸', url: 'https://www.county.example/' }, ledger: [], finder: [] };
      const site = createSite({ ...noDocuments(), policies }, county, '2026-11-23');
      for (const own of site.policies) {
        const near = ({ data }: ContentDocument<'policies'>) =>
          (data.action === own.data.action ? 2 : 0) +
          data.audiences.filter((id) => own.data.audiences.includes(id)).length;
        const expected = site.policies
          .filter((each) => each !== own && each.data.validUntil === undefined && near(each) > 0)
          .toSorted((a, b) => near(b) - near(a))
          .slice(0, 3);
        expect(relatedPolicies(site, own).map(({ slug }) => slug)).toEqual(expected.map(({ slug }) => slug));
      }
    }),
  );
});
