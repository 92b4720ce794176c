/** The province and the search over all counties learn from one file what a county's site has. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { newsKinds } from '../documents/news.ts';
import { allDocuments } from '../documents/redirects.ts';
import { createSite } from '../documents/site.ts';
import { noticeStatuses, policyStatuses } from '../documents/status.ts';
import { countySummarySchema } from '../schema/county-summary.ts';
import {
  COUNTY_SUMMARY,
  countySummary,
  readCountySummary,
  textFacts,
  writeCountySummary,
} from './county-summary.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)), 'content', {
  keepSources: true,
});
const site = createSite(corpus.documents, corpus, '2026-11-28');
const summary = countySummary(
  site,
  corpus.sources.map((source) => textFacts(source, 'own')),
);
const folder = mkdtempSync(join(tmpdir(), 'mingbai-summary-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a county names itself, its documents, its amounts with their sources, and its news', () => {
  expect(summary).toMatchObject({
    day: '2026-11-28',
    name: site.about.name,
    url: 'https://mingbai.example/',
    county: { name: '汾西县' },
  });
  expect(summary.documents).toHaveLength(allDocuments(site).length);
  expect(summary.documents.find(({ slug }) => slug === 'can-ji-bu-tie')).toMatchObject({
    collection: 'policies',
    title: '有残疾证，每月能领补贴',
    address: '/policies/can-ji-bu-tie/',
    status: 'active',
    origin: 'own',
    hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    rates: expect.arrayContaining([expect.any(String)]),
  });
  expect(summary.rates).toHaveLength(site.rates.length);
  expect(summary.rates.every(({ values }) => values.every(({ source }) => source.issuer !== ''))).toBe(true);
  expect(summary.news.length).toBeGreaterThan(0);
});

test('the file is read as it was written; half of one, or one of another form, is none', () => {
  writeCountySummary(folder, summary);
  expect(readCountySummary(folder)).toEqual(summary);
  for (const text of [JSON.stringify(summary).slice(0, -20), JSON.stringify({ ...summary, format: 0 }), '']) {
    writeFileSync(join(folder, COUNTY_SUMMARY), text);
    expect(readCountySummary(folder)).toBeUndefined();
  }
});

test('the form has every kind of news and every status', () => {
  const { news, documents } = countySummarySchema.shape;
  expect(Object.keys(news.element.shape.kind.enum)).toEqual(Object.keys(newsKinds));
  const { status } = documents.element.shape;
  for (const each of [...policyStatuses, ...noticeStatuses])
    expect(status.safeParse(each).success).toBe(true);
});
