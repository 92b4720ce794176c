/** A villager who finds nothing in the county asks the whole province with one tap, without typing it again. */
import { expect, test } from 'vitest';
import { provinceAddress } from './province-address.ts';

const PAGE = 'https://www.province.example/mingbai/search/?county=fenxi';

test('the query goes along, and the county is still the own one', () => {
  const { searchParams, pathname } = new URL(provinceAddress(PAGE, '贷款 & 利息'));
  expect(Object.fromEntries(searchParams)).toEqual({ county: 'fenxi', q: '贷款 & 利息', all: 'yes' });
  expect(pathname).toBe('/mingbai/search/');
});

test('an earlier query does not stay in the link', () => {
  expect(provinceAddress(provinceAddress(PAGE, '贷款'), '低保')).toBe(provinceAddress(PAGE, '低保'));
});

test('without a query the link is the one of site.yml', () => {
  expect(provinceAddress(PAGE, '')).toBe(PAGE);
});
