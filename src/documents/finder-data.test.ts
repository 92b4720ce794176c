/** A policy in the lists of the finder has an address that opens, on a memory card too. */
import { expect, test } from 'vitest';
import { addressOnCard } from './card-path.ts';
import { plainAddressOnCard } from './finder-address.ts';
import { cardAddress } from './finder-data.ts';

test('a plain name is not written twice', () => {
  expect(cardAddress('/policies/di-bao/')).toBeUndefined();
  expect(plainAddressOnCard('/policies/di-bao/')).toBe('policies/di-bao/index.html');
});

test.each(['con', `a${'-long'.repeat(20)}`])(
  'a name that Windows refuses has its address on the card: %s',
  (slug) => {
    const address = `/policies/${slug}/`;
    expect(cardAddress(address)).toBe(addressOnCard(address));
    expect(cardAddress(address)).not.toBe(plainAddressOnCard(address));
  },
);
