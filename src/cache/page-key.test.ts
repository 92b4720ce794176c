/** Every input of a page is part of its key: no change can be missed. */
import { expect, test } from 'vitest';
import { noDocuments } from '../documents/document.ts';
import { createSite, type Site } from '../documents/site.ts';
import { pageKey } from './page-key.ts';

const policy = {
  collection: 'policies',
  slug: 'di-bao',
  data: { title: '低保' },
  body: { blocks: [], headings: [] },
};
const county = { site: { name: '明白纸', url: 'https://www.county.example/' }, ledger: [], finder: [] };
const site = createSite(noDocuments(), county, '2026-11-23');

test('the same site and document have the same key, whatever objects they are', () => {
  expect(pageKey(structuredClone(site), structuredClone(policy))).toBe(pageKey(site, policy));
});

test.each(Object.keys(site) as (keyof Site)[])('a page whose %s changed has another key', (name) => {
  const value = site[name];
  const changed = Array.isArray(value)
    ? [policy]
    : typeof value === 'object'
      ? { ...value, more: 1 }
      : '2026-11-24';
  expect(pageKey({ ...site, [name]: changed } as Site, policy)).not.toBe(pageKey(site, policy));
  const deeper = [{ ...policy, data: { title: '特困' } }];
  if (Array.isArray(value)) {
    expect(pageKey({ ...site, [name]: deeper } as Site)).not.toBe(
      pageKey({ ...site, [name]: changed } as Site),
    );
  }
});

test('a page with other content has another key', () => {
  expect(pageKey(site, policy)).not.toBe(pageKey(site, { ...policy, slug: 'te-kun' }));
  expect(pageKey(site, policy, 'a')).not.toBe(pageKey(site, policy));
});

test('a document whose file is known counts by the digest of that file', () => {
  const known = { ...policy, digest: 'of its text' };
  expect(pageKey(site, known)).toBe(pageKey(site, { ...known }));
  expect(pageKey(site, known)).not.toBe(pageKey(site, { ...known, digest: 'of another' }));
});
