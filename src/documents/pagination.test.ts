/** A long list is split into pages: each item on one of them, in order, and the first at the list's old address. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPageAddress, pageAddress, paginate } from './pagination.ts';

test('every item is on one page, in order, and no page is too long', () => {
  const numbers = fc.array(fc.integer(), { maxLength: 300 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 70 }), (list, most) => {
      const pages = paginate(list, most);
      expect(pages.flatMap(({ items }) => items)).toEqual(list);
      expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
      expect(pages.every(({ items, count }) => items.length <= most && count === pages.length)).toBe(true);
    }),
  );
});

test('an empty list still has a page', () => {
  expect(paginate([])).toEqual([{ number: 1, count: 1, items: [] }]);
});

test('the first page has the list’s own address, the others are below it', () => {
  expect([1, 2, 12].map((number) => pageAddress('/places/bai-yi/', number))).toEqual([
    '/places/bai-yi/',
    '/places/bai-yi/page/2/',
    '/places/bai-yi/page/12/',
  ]);
});

test.each([
  ['/policies/page/2/', '/policies/'],
  ['/policies/status/ended/page/13/', '/policies/status/ended/'],
  ['/policies/page/', undefined],
  ['/policies/di-bao/', undefined],
  ['/page/2/', undefined],
])('%s is a further page of %s', (address, list) => {
  expect(firstPageAddress(address)).toBe(list);
});
