/** Lists of any size: the content of each page, the addresses, and that none of them disappears. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContentDocument, type Documents, noDocuments } from './document.ts';
import { finderPolicies } from './finder-policies.ts';
import { findMissingAddresses, findUnregisteredAddresses } from './missing-addresses.ts';
import { paginatedLists, paginationAddresses, paginationRedirects } from './paginated-lists.ts';
import { createSite, placeAndAbove, type Site } from './site.ts';
import { listForAudience, listForPlace, paginateTopic } from './topic-listing.ts';

/** Whether a document with these `places` concerns a place: no places means the whole county. */
function concernsPlace(site: Site, places: readonly string[] | undefined, id: string): boolean {
  if (places === undefined) return true;
  return places.some(
    (place) => placeAndAbove(site, id).includes(place) || placeAndAbove(site, place).includes(id),
  );
}

type Fields = Record<string, unknown>;

const documents = (collection: string, count: number, data: (number: number) => Fields) =>
  Array.from({ length: count }, (_, number) => ({
    collection,
    slug: `${collection}-${number}`,
    data: { title: `${number}`, ...data(number) },
    body: { blocks: [], headings: [] },
  }));

const policies = (count: number, data: (number: number) => Fields = () => ({})) =>
  documents('policies', count, (number) => ({
    action: 'jing-lao',
    audiences: ['lao-ren'],
    ...data(number),
  })) as unknown as ContentDocument<'policies'>[];

function siteOf(given: Partial<Documents>, county: Partial<Parameters<typeof createSite>[1]> = {}): Site {
  const records = {
    actions: [{ id: 'jing-lao', order: 1 }],
    audiences: ['lao-ren', 'can-ji'].map((id, order) => ({ id, order, title: id })),
    places: [
      { id: 'county' },
      { id: 'town', parent: 'county' },
      { id: 'village', parent: 'town' },
      { id: 'far', parent: 'county' },
    ],
  };
  return createSite(
    { ...noDocuments(), ...(records as unknown as Partial<Documents>), ...given },
    {
      site: { name: '明白纸', url: 'https://www.county.example/', telephone: '12345' },
      ledger: [],
      finder: [],
      ...county,
    },
    '2026-11-23',
  );
}

const pagesOf = (site: Site, address: string) =>
  paginatedLists(site).find((list) => list.address === address)?.pages;

test('a small site has one page for each list, and no further address', () => {
  const site = siteOf({ policies: policies(20) });
  expect(new Set(paginatedLists(site).map(({ pages }) => pages))).toEqual(new Set([1]));
  expect(paginationAddresses(site)).toEqual([]);
});

test('a large one has further pages, which are in the ledger', () => {
  const site = siteOf({ policies: policies(130) });
  expect(pagesOf(site, '/policies/')).toBe(3);
  expect(pagesOf(site, '/audiences/lao-ren/')).toBe(3);
  expect(pagesOf(site, '/audiences/can-ji/')).toBe(1);
  expect(findUnregisteredAddresses(site)).toContain('/policies/page/3/');
});

test('a page that a shorter list no longer needs redirects to the list', () => {
  const ledger = [
    '/policies/page/2/',
    '/policies/page/3/',
    '/audiences/lao-ren/page/2/',
    '/policies/status/ended/page/2/',
  ].map((address) => ({ address, since: '2026-01-01' }));
  const site = siteOf({ policies: policies(80) }, { ledger });
  expect(paginationRedirects(site)).toEqual([
    { from: '/policies/page/3/', to: '/policies/' },
    { from: '/policies/status/ended/page/2/', to: '/policies/status/ended/' },
  ]);
  expect(findMissingAddresses(site)).toEqual([]);
});

test('a group’s page has everything for it once: usable policies, stories, ended policies', () => {
  const count = fc.integer({ min: 0, max: 90 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 40 }), (many, few, most) => {
      const stories = documents('stories', few, () => ({ date: '2026-01-01', policies: ['policies-0'] }));
      const isEnded = (number: number) => (number % 3 === 2 ? { validUntil: '2026-01-01' } : {});
      const site = siteOf({
        policies: policies(many, isEnded),
        stories: stories as unknown as ContentDocument<'stories'>[],
      });
      const whole = listForAudience(site, 'lao-ren');
      const pages = paginateTopic(whole, most);
      for (const name of ['usable', 'stories', 'ended'] as const) {
        expect(pages.flatMap(({ items }): unknown[] => items[name])).toEqual(whole[name]);
      }
      const sizes = pages.map(({ items }) => Object.values(items).flat().length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
      expect(whole.usable.length + whole.ended.length).toBe(many);
      expect(whole.stories).toHaveLength(many > 0 ? few : 0);
    }),
    { numRuns: 50 },
  );
});

test('a place’s page has its own documents first, and some of the countywide ones with the number of the rest', () => {
  const own = (number: number) =>
    number === 199 ? { places: ['village'] } : number === 198 ? { places: ['far'] } : {};
  const site = siteOf({ policies: policies(200, own) });
  const village = listForPlace(site, 'village');
  expect(village.usable[0]?.slug).toBe('policies-199');
  expect(village.usable.map(({ slug }) => slug)).not.toContain('policies-198');
  expect(village.usable.length + village.unlisted).toBe(199);
  expect(paginateTopic(village)).toHaveLength(1);
});

test('for any places of a county, a place’s page has the documents that concern it, its own before the county’s', () => {
  const place = fc.constantFrom('county', 'town', 'village', 'far', 'unheard-of');
  const places = fc.option(fc.array(place, { minLength: 1, maxLength: 3 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(places, { maxLength: 60 }), place, (given, id) => {
      const site = siteOf({ policies: policies(given.length, (number) => ({ places: given[number] })) });
      const { usable, ended, unlisted } = listForPlace(site, id);
      const concerned = site.policies.filter(({ data }) => concernsPlace(site, data.places, id));
      const shown = [...usable, ...ended].map(({ slug }) => slug);
      expect(shown.length + unlisted).toBe(concerned.length);
      const own = concerned.filter(({ data }) => data.places !== undefined).map(({ slug }) => slug);
      expect(shown.slice(0, own.length).toSorted()).toEqual(own.toSorted());
    }),
  );
});

test('the finder carries all policies of a small site', () => {
  const site = siteOf({ policies: policies(30) });
  expect(finderPolicies(site)).toEqual({ shown: site.policies, others: [] });
});

test('on a large one it has those that a choice names and some for each group, and leads to the rest', () => {
  const choices = [
    { id: 'old', label: '有老人', audiences: ['lao-ren'] },
    { id: 'ill', label: '有残疾人', audiences: ['can-ji'] },
    { id: 'fire', label: '着了火', policies: ['policies-299'] },
  ];
  const finder = [{ id: 'who', ask: '家里有谁？', choices }];
  const of = (number: number) => ({ audiences: [number < 290 ? 'lao-ren' : 'can-ji'] });
  const site = siteOf({ policies: policies(300, of) }, { finder });
  const { shown, others } = finderPolicies(site, 40);
  expect(shown).toHaveLength(40);
  expect(shown.map(({ slug }) => slug)).toContain('policies-299');
  expect(shown.filter(({ data }) => data.audiences.includes('can-ji'))).toHaveLength(10);
  expect(others.map(({ audience, count }) => [audience.id, count])).toEqual([['lao-ren', 290]]);
});
