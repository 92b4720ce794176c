/** A place whose record gives its reading is found by it, on its own page and on those that name it. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { openSearchFixture } from './client/search-fixture.ts';
import { searchDocuments } from './search-documents.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)));
const site = createSite(corpus.documents, corpus, '2026-11-24');
const few = { ...site, policies: [], stories: [], guides: [] };
const [notice] = site.notices;
if (notice === undefined) throw new Error('The example has no notice.');
const named = { ...notice, slug: 'ye-tou', data: { ...notice.data, title: '冶头村招工' } };
const place = { id: 'ye-tou', name: '冶头村', kind: 'village' as const };

test.each([
  ['yatou', 'yatou', true],
  ['yatoucun', 'yatou', true],
  ['yatou', 'yatoucun', true],
  // By the dictionary too: people from elsewhere read the characters.
  ['yetou', 'yatou', true],
  ['yatou', undefined, false],
])('%s finds a place with the reading %s: %s', async (query, reading, isFound) => {
  const places = [...site.places, { ...place, ...(reading !== undefined && { reading }) }];
  const ask = await openSearchFixture(searchDocuments({ ...few, places, notices: [named] }));
  const { addresses, isGuess } = await ask(query);
  const first = new Set(addresses.slice(0, 2));
  expect(first.has('/places/ye-tou/') && first.has('/notices/ye-tou/') && !isGuess).toBe(isFound);
});
