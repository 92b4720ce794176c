/** A printed code works for ever. */
import { expect, test } from 'vitest';
import type { LedgerEntry } from '../schema/addresses.ts';
import type { ContentDocument } from './document.ts';
import { noDocuments } from './document.ts';
import { shortAddress, shortCode } from './short-address.ts';
import { shortLinks } from './short-links.ts';
import { createSite } from './site.ts';

const policy = (slug: string, aliases: string[] = []) =>
  ({
    collection: 'policies',
    slug,
    data: { title: '家里困难，可以申请低保', summary: '收入低的可以申请。', aliases },
    body: { blocks: [], headings: [] },
  }) as unknown as ContentDocument<'policies'>;

function leadsOf(policies: ContentDocument<'policies'>[], ledger: LedgerEntry[] = []) {
  const county = { site: { name: '明白纸', url: 'https://www.county.example/' }, ledger, finder: [] };
  const site = createSite({ ...noDocuments(), policies }, county, '2026-11-23');
  return new Map(shortLinks(site).map(({ code, to }) => [`/s/${code}/`, to]));
}

test('a document, and every address it had before, each have a short address that leads to it', () => {
  const leads = leadsOf([policy('di-bao', ['old-name', '/help/'])]);
  expect([...leads]).toEqual([
    [shortAddress('policies', 'di-bao'), '/policies/di-bao/'],
    [shortAddress('policies', 'old-name'), '/policies/di-bao/'],
    [shortAddress('pages', 'help'), '/policies/di-bao/'],
  ]);
});

test('the short address of a withdrawn document leads to the page with the reason', () => {
  const leads = leadsOf(
    [],
    [
      {
        address: '/notices/lao-tong-zhi/',
        since: '2025-01-01',
        withdrawn: '2026-03-01',
        reason: '活动取消了。',
      },
      { address: '/policies/', since: '2025-01-01', withdrawn: '2026-03-01' },
    ],
  );
  expect([...leads]).toEqual([[`/s/${shortCode('notices', 'lao-tong-zhi')}/`, '/notices/lao-tong-zhi/']]);
});
