/** The address of a page in the one file can be sent, bookmarked and opened again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSamePage, readAddress, writeAddress } from './page-address.ts';

test.each([
  ['', { path: '', search: '', hash: '' }],
  ['#/', { path: '', search: '', hash: '' }],
  ['#/policies/di-bao/', { path: 'policies/di-bao/', search: '', hash: '' }],
  ['#/policies/di-bao/index.html', { path: 'policies/di-bao/', search: '', hash: '' }],
  ['#/search/?q=%E4%BD%8E&type=notice', { path: 'search/', search: '?q=%E4%BD%8E&type=notice', hash: '' }],
  ['#/images/%E6%9D%91%E5%8F%A3.jpg', { path: 'images/村口.jpg', search: '', hash: '' }],
  ['#/100%', { path: '100%', search: '', hash: '' }],
  ['#/contacts/#tel-12345', { path: 'contacts/', search: '', hash: '#tel-12345' }],
  ['#/finder/?a=b#jia=1?2', { path: 'finder/', search: '?a=b', hash: '#jia=1?2' }],
])('%s', (fragment, address) => {
  expect(readAddress(fragment)).toEqual(address);
});

test('a place on the page that is shown is no page', () => {
  expect(readAddress('#part-who')).toBeUndefined();
});

test('any address is read as it was written', () => {
  const part = (unit: string) => fc.string({ unit: fc.constantFrom(...unit) });
  fc.assert(
    fc.property(part('ab/-.村 #?%'), part('q=&%E4'), part('a-?#/1'), (path, query, place) => {
      fc.pre(!path.endsWith('index.html'));
      const address = { path, search: query && `?${query}`, hash: place && `#${place}` };
      expect(readAddress(writeAddress(address))).toEqual(address);
    }),
  );
});

test('two places of a page are on the same page, two searches are not', () => {
  const page = { path: 'search/', search: '?q=1', hash: '' };
  expect(isSamePage(page, { ...page, hash: '#x' })).toBe(true);
  expect(isSamePage(page, { ...page, search: '?q=2' })).toBe(false);
});
