/** The page of a document gets what it shows, from any part of the site, and nothing else. */
import { expect, test } from 'vitest';
import type { ContentDocument, Documents } from './document.ts';
import { noDocuments } from './document.ts';
import { relatedPolicies } from './related.ts';
import { createSite, storiesOf } from './site.ts';
import { siteSliceFor } from './site-slice.ts';

type Fields = Record<string, unknown>;

function policy(slug: string, data: Fields = {}, html = ''): ContentDocument<'policies'> {
  const given = {
    title: slug,
    action: 'jing-lao',
    audiences: ['lao-ren'],
    contacts: ['tel'],
    keyPoints: [],
    ...data,
  };
  return {
    collection: 'policies',
    slug,
    data: given,
    body: { blocks: [{ html }], headings: [] },
  } as unknown as ContentDocument<'policies'>;
}

function siteOf(documents: Partial<Documents>) {
  const county = {
    site: { name: '明白纸', url: 'https://www.county.example/' },
    ledger: ['di-bao', 'other'].map((slug) => ({ address: `/policies/${slug}/`, since: '2026-01-01' })),
    finder: [],
    history: { 'policies/di-bao': [], 'contacts/tel': [], 'contacts/other': [] },
  };
  return createSite({ ...noDocuments(), ...documents }, county, '2026-11-23');
}

const slugs = (documents: readonly { slug: string }[]) => documents.map(({ slug }) => slug);

test('a policy: itself, its neighbours, its replacement and the links of its text', () => {
  const far = Array.from({ length: 20 }, (_, n) =>
    policy(`far-${n}`, { action: 'other', audiences: ['others'] }),
  );
  const own = policy('di-bao', { replacedBy: 'far-3' });
  own.body.blocks.push({
    component: 'Question',
    attributes: {},
    children: [{ component: 'PolicyLink', attributes: { policy: 'far-7' }, children: [] }],
  });
  const near = Array.from({ length: 5 }, (_, n) => policy(`near-${n}`));
  const site = siteOf({ policies: [...far, ...near, own] });
  const around = siteSliceFor(site, own);
  // In the order of the site, where policies published on its day are first.
  expect(slugs(around.policies)).toEqual(['far-3', 'far-7', 'near-0', 'near-1', 'near-2', 'di-bao']);
  expect(relatedPolicies(around, own)).toEqual(relatedPolicies(site, own));
  expect(Object.keys(around.history)).toEqual(['policies/di-bao', 'contacts/tel']);
  expect(around.ledger.map(({ address }) => address)).toEqual(['/policies/di-bao/']);
});

test('a word of the glossary is found through tags, and also inside a longer one', () => {
  const word = (id: string, term: string) => ({ id, term, plain: '意思' });
  const glossary = [word('a', '低保'), word('b', '特困'), word('c', '低保标准'), word('d', '没有的')];
  const own = policy('di-bao', { benefit: ['按低保标准'] }, '<p><b>低</b>保和<a href="/x/">特困</a></p>');
  const site = siteOf({ policies: [own], glossary });
  expect(siteSliceFor(site, own).glossary.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a story has the two newest others, and a policy the stories about it', () => {
  const story = (slug: string, date: string) =>
    ({
      collection: 'stories',
      slug,
      data: { title: slug, date, policies: ['di-bao'] },
      body: { blocks: [], headings: [] },
    }) as unknown as ContentDocument<'stories'>;
  const stories = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((date, n) =>
    story(`s-${n}`, date),
  );
  const own = policy('di-bao');
  const site = siteOf({ policies: [own], stories });
  const oldest = stories[0] as ContentDocument<'stories'>;
  expect(slugs(siteSliceFor(site, oldest).stories)).toEqual(['s-3', 's-2', 's-1', 's-0']);
  expect(storiesOf(siteSliceFor(site, own), own)).toEqual(storiesOf(site, own));
});

test('a document has the photographs that it shows, and no others', () => {
  const photograph = { key: 'a', widthPx: 4, heightPx: 3, sizes: [], placeholder: '' };
  const own = policy('di-bao', {}, '<p><img src="/images/lu.jpg" alt="路"></p>');
  const site = siteOf({ policies: [own] });
  const photographs = { '/images/lu.jpg': photograph, '/images/other.jpg': photograph };
  expect(siteSliceFor({ ...site, photographs }, own).photographs).toEqual({ '/images/lu.jpg': photograph });
});
