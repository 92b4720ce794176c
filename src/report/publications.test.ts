/** The counts for the office's yearly report. */
import { expect, test } from 'vitest';
import type { Site } from '../documents/site.ts';
import { publicationRows, sumsByCollection } from './publications.ts';

const ledger = [
  { address: '/', since: '2026-01-05' },
  { address: '/places/tai-ping/', since: '2026-01-05' },
  { address: '/policies/di-bao/', since: '2026-01-05' },
  { address: '/policies/old-name/', since: '2025-06-01' },
  { address: '/policies/new-name/', since: '2026-03-01' },
  { address: '/notices/zhao-gong/', since: '2026-01-09', withdrawn: '2026-02-01' },
  { address: '/about/', since: '2026-03-02' },
];
const moved = { collection: 'policies', slug: 'new-name', data: { title: '改了名', aliases: ['old-name'] } };
const site = { ledger, policies: [moved], stories: [], notices: [], guides: [] } as unknown as Site;

test('published, revised and withdrawn documents by month and kind; records and lists are none', () => {
  const revisions = [
    { key: 'policies/di-bao', day: '2026-01-04' },
    { key: 'policies/di-bao', day: '2026-01-05' },
    { key: 'policies/di-bao', day: '2026-02-10' },
    { key: 'policies/di-bao', day: '2026-02-10' },
    { key: 'policies/new-name', day: '2026-02-11' },
    { key: 'policies/never-published', day: '2026-02-11' },
    { key: 'places/tai-ping', day: '2026-02-11' },
    { key: 'pages/about', day: '2026-03-05' },
    { key: 'pages/about', day: '2027-03-05' },
  ];
  const rows = publicationRows(site, revisions, '2026');
  expect(rows).toEqual([
    { month: '2026-01', collection: 'policies', published: 1, revised: 0, withdrawn: 0 },
    { month: '2026-01', collection: 'notices', published: 1, revised: 0, withdrawn: 0 },
    { month: '2026-02', collection: 'policies', published: 0, revised: 2, withdrawn: 0 },
    { month: '2026-02', collection: 'notices', published: 0, revised: 0, withdrawn: 1 },
    { month: '2026-03', collection: 'pages', published: 1, revised: 1, withdrawn: 0 },
  ]);
  expect(sumsByCollection(rows)).toEqual([
    { collection: 'policies', published: 1, revised: 2, withdrawn: 0 },
    { collection: 'pages', published: 1, revised: 1, withdrawn: 0 },
    { collection: 'notices', published: 1, revised: 0, withdrawn: 1 },
    { collection: undefined, published: 3, revised: 3, withdrawn: 1 },
  ]);
});

test('a moved document was published in the year of its first address', () => {
  expect(publicationRows(site, [], '2025')).toEqual([
    { month: '2025-06', collection: 'policies', published: 1, revised: 0, withdrawn: 0 },
  ]);
});

test('without a history the revisions are unknown, not none', () => {
  const rows = publicationRows(site, undefined, '2025');
  expect(rows.map(({ revised }) => revised)).toEqual([undefined]);
  expect(sumsByCollection(rows).map(({ revised }) => revised)).toEqual([undefined, undefined]);
});
