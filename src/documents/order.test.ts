/** The order of policies for a reader: by importance to people, the same on every list. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { type ContentDocument, noDocuments } from './document.ts';
import { orderPolicies, policiesForHome } from './order.ts';
import { createSite, type Site } from './site.ts';
import { listForAction, listForAudience, listForPlace } from './topic-listing.ts';

const TODAY = '2026-11-27';
type Fields = Partial<ContentDocument<'policies'>['data']> & { since?: string };

/** Policies by their file names; `since` is the day of publication, by default long ago. */
function siteOf(given: Record<string, Fields>, { isNew = false } = {}): Site {
  const policies = Object.entries(given).map(([slug, { since: _, ...data }]) => ({
    collection: 'policies',
    slug,
    data: { title: slug, action: 'help', audiences: ['old'], ...data },
    body: { blocks: [], headings: [] },
  })) as unknown as ContentDocument<'policies'>[];
  const named = (ids: string[]) => ids.map((id, order) => ({ id, title: id, name: id, order }));
  const records = {
    actions: named(['help', 'unused']),
    audiences: named(['old', 'young', 'farmer', 'nobody']),
    places: [{ id: 'county' }, { id: 'town', parent: 'county' }, { id: 'far', parent: 'county' }],
  } as unknown as Partial<ReturnType<typeof noDocuments>>;
  const ledger = Object.entries(given)
    .filter(([, { since }]) => since !== undefined || !isNew)
    .map(([slug, { since = '2020-01-01' }]) => ({ address: `/policies/${slug}/`, since }));
  const site = { name: '明白纸', url: 'https://www.county.example/' };
  return createSite({ ...noDocuments(), ...records, policies }, { site, ledger, finder: [] }, TODAY);
}

const slugs = (policies: readonly { slug: string }[]) => policies.map(({ slug }) => slug);

test('closing soon is first, then new, the rest, closed, and ended', () => {
  const site = siteOf({
    a: { validUntil: '2026-10-01' },
    b: { applyBy: '2026-11-01' },
    c: { validFrom: '2027-06-01' },
    d: { localTerms: 'unknown' },
    e: {},
    f: { since: '2026-11-20' },
    g: { since: '2026-11-27' },
    h: { applyBy: '2026-12-20' },
    i: { validUntil: '2026-12-01' },
  });
  expect(slugs(site.policies)).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']);
});

test('on the page of a group its own policies precede those for many', () => {
  const site = siteOf({
    all: { audiences: ['young', 'farmer', 'old'] },
    named: { audiences: ['old', 'young', 'farmer'] },
    two: { audiences: ['young', 'old'] },
    zz: { audiences: ['old'] },
  });
  expect(slugs(listForAudience(site, 'old').usable)).toEqual(['zz', 'two', 'named', 'all']);
});

test('on the page of a place its own policies precede those of the county', () => {
  const site = siteOf({
    county: {},
    far: { places: ['far'] },
    several: { places: ['town', 'far'] },
    town: { places: ['town'] },
    whole: { places: ['county'] },
  });
  expect(slugs(listForPlace(site, 'town').usable)).toEqual(['town', 'whole', 'several', 'county']);
});

describe('the home page', () => {
  test('has a policy on the day it is published, whatever closes soon', () => {
    const closing = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`a${n}`, { validUntil: addDays(TODAY, n) }]),
    );
    const site = siteOf({ ...closing, zz: { since: TODAY, validFrom: '2027-01-01' } });
    const shown = slugs(policiesForHome(site.policies, site, 4));
    expect(shown).toEqual(['a0', 'a1', 'a2', 'zz']);
  });

  test('shows no policy that has ended or that nobody can use yet', () => {
    const site = siteOf({
      a: { validUntil: '2026-01-01' },
      b: {},
      c: { localTerms: 'unknown' },
      d: { validFrom: '2027-06-01' },
    });
    expect(slugs(policiesForHome(site.policies, site, 4))).toEqual(['b']);
  });
});

test('a tile leads to no empty page, and the record keeps its address', () => {
  const site = siteOf({ a: { places: ['town'], audiences: ['old', 'young'] } });
  expect(site.empty).toEqual({ actions: ['unused'], audiences: ['farmer', 'nobody'], places: ['far'] });
  expect(site.actions.map(({ id }) => id)).toContain('unused');
  expect(listForPlace(site, 'far').usable).toEqual([]);
});

/** Names for tests that need no other differences. */
const days = fc.integer({ min: -60, max: 60 }).map((away) => addDays(TODAY, away));
const fields = fc.record(
  {
    title: fc.constantFrom('低保', '养老', '贷款'),
    audiences: fc.uniqueArray(fc.constantFrom('old', 'young', 'farmer'), { minLength: 1 }),
    applyBy: fc.oneof(days, fc.constant('全年都能办')),
    validFrom: days,
    validUntil: days,
    localTerms: fc.constant('unknown' as const),
    places: fc.uniqueArray(fc.constantFrom('county', 'town', 'far'), { minLength: 1 }),
    since: fc.integer({ min: -60, max: 0 }).map((away) => addDays(TODAY, away)),
  },
  { requiredKeys: ['title', 'audiences'] },
) as fc.Arbitrary<Fields>;

/** The facts of a policy except its name. */
const factsOf = (site: Site, { slug, data }: ContentDocument<'policies'>) => {
  const since = site.ledger.find(({ address }) => address === `/policies/${slug}/`)?.since;
  return JSON.stringify([data.audiences, data, since]);
};

test('files with any other names are in the same order, in whatever order they are read', () => {
  fc.assert(
    fc.property(fc.array(fields, { minLength: 2, maxLength: 12 }), fc.nat(), (all, turn) => {
      const name = (n: number) => `p${n}`;
      const other = (n: number) => `q${(n * 7 + turn) % 97}`;
      const [one, two] = [name, other].map((called) =>
        siteOf(Object.fromEntries(all.map((each, n) => [called(n), each]))),
      ) as [Site, Site];
      const lists = (site: Site) =>
        [
          site.policies,
          listForAction(site, 'help').usable,
          ...['old', 'young'].map((id) => listForAudience(site, id).usable),
          ...['town', 'county'].map((id) => listForPlace(site, id).usable),
        ].map((list) => list.map((policy) => factsOf(site, policy)));
      expect(lists(two)).toEqual(lists(one));
      const reversed = orderPolicies(one.policies.toReversed(), one);
      expect(slugs(reversed)).toEqual(slugs(one.policies));
    }),
  );
});

test('two policies on two lists are in the same order, if neither is nearer', () => {
  fc.assert(
    fc.property(fc.array(fields, { minLength: 2, maxLength: 10 }), (all) => {
      const site = siteOf(
        Object.fromEntries(
          all.map((each, n) => [`p${n}`, { ...each, audiences: ['old'], places: undefined }]),
        ),
      );
      const usable = (list: readonly ContentDocument<'policies'>[]) => slugs(list);
      const onList = usable(site.policies);
      for (const list of [
        listForAudience(site, 'old'),
        listForAction(site, 'help'),
        listForPlace(site, 'town'),
      ]) {
        const shown = slugs([...list.usable, ...list.ended]);
        expect(shown).toEqual(onList);
      }
    }),
  );
});
