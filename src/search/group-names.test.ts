/** The initials of a group's name find the pages that have it in a title or keyword, before words that only begin alike. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { documentFixture, openSearchFixture } from './client/search-fixture.ts';
import { searchDocuments } from './search-documents.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)));
const site = createSite(corpus.documents, corpus, '2026-11-27');

test('cjr finds 残疾人补贴 before 柴鸡认定', async () => {
  const other = documentFixture('/policies/chai-ji/', {
    title: '柴鸡认定，河湾村先办',
    facts: { title: '柴鸡认定，河湾村先办', type: 'policy' },
  });
  const ask = await openSearchFixture([other, ...searchDocuments(site)]);
  expect((await ask('cjr')).addresses[0]).toBe('/policies/can-ji-bu-tie/');
});
