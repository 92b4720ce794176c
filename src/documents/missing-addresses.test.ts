/** The addresses in the ledger, and those that a site would break. */
import { expect, test } from 'vitest';
import type { LedgerEntry } from '../schema/addresses.ts';
import { type ContentDocument, noDocuments } from './document.ts';
import { findMissingAddresses, findUnregisteredAddresses } from './missing-addresses.ts';
import { createSite } from './site.ts';

const about = { name: '示例县明白纸', url: 'https://www.county.example/' };

function siteWith(ledger: LedgerEntry[], aliases: string[] = []) {
  const data = {
    title: '关于',
    summary: '说明。',
    reviewedOn: '2026-11-20',
    reviewBy: '2027-05-20',
    aliases,
  };
  const guide = { collection: 'pages', slug: 'about', data, body: { blocks: [], headings: [] } };
  const documents = { ...noDocuments(), pages: [guide as unknown as ContentDocument<'pages'>] };
  return createSite(documents, { site: about, ledger, finder: [] }, '2026-11-23');
}

const entry = (address: string, more: Partial<LedgerEntry> = {}) => ({
  address,
  since: '2026-01-01',
  ...more,
});

test('a published address that leads nowhere now is found', () => {
  expect(findMissingAddresses(siteWith([entry('/about/'), entry('/policies/gone/')]))).toEqual([
    entry('/policies/gone/'),
  ]);
});

test('a moved or withdrawn address and a list of the site have a target', () => {
  const ledger = [entry('/us/'), entry('/policies/gone/', { withdrawn: '2026-11-01' }), entry('/digest/')];
  expect(findMissingAddresses(siteWith(ledger, ['us']))).toEqual([]);
});

test('a new page and its former names are not yet in the ledger', () => {
  expect(findUnregisteredAddresses(siteWith([entry('/us/')], ['us', 'who']))).toEqual(['/about/', '/who/']);
});
