/** A new day changes the files of the index that depend on the day, and a new notice is the last page: the first push of a day stays short. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { addDays } from '../documents/dates.ts';
import { createSite, type Site } from '../documents/site.ts';
import { pagefindFiles } from './pagefind-files.ts';
import { buildPostings } from './postings.ts';
import { countSearchDocuments, searchDocuments } from './search-documents.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)));
const siteOn = (today: string): Site => createSite(corpus.documents, corpus, today);
const DAY = '2026-11-24';

const shardsOf = (site: Site) => {
  const documents = searchDocuments(site);
  return pagefindFiles(documents, buildPostings(documents)).flatMap(({ path }) =>
    path.startsWith('index/') ? [path] : [],
  );
};

test('the index of words is the same on every day until the rates of the next year', () => {
  const today = shardsOf(siteOn(DAY));
  expect(today.length).toBeGreaterThan(10);
  for (let days = 5; days <= 35; days += 5) expect(shardsOf(siteOn(addDays(DAY, days)))).toEqual(today);
});

test('pages stay in their order, and what is published later comes after them', () => {
  const site = siteOn(DAY);
  const [notice] = site.notices;
  if (notice === undefined) throw new Error('The example has no notice.');
  const added = { ...notice, slug: 'a-new-one' };
  const before = searchDocuments(site).map(({ address }) => address);
  const after = searchDocuments({ ...site, today: addDays(DAY, 9), notices: [added, ...site.notices] });
  expect(after.map(({ address }) => address)).toEqual([...before, '/notices/a-new-one/']);
});

test('the number of pages that the search page states is that of the index', () => {
  const site = siteOn(DAY);
  expect(countSearchDocuments(site)).toBe(searchDocuments(site).length);
  const [notice] = site.notices;
  const less = { ...site, notices: notice === undefined ? [] : [notice], places: [], glossary: [] };
  expect(countSearchDocuments(less)).toBe(searchDocuments(less).length);
});
