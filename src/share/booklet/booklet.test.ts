/** What a booklet holds, for the readers it is made for. */
import { expect, test } from 'vitest';
import { noDocuments } from '../../documents/document.ts';
import { createSite, type PolicyDocument } from '../../documents/site.ts';
import type { PolicyData } from '../../schema/policies.ts';
import { bookletHtml, bookletOf, findReaders } from './index.ts';

function policyOf(slug: string, data: Partial<PolicyData>): PolicyDocument {
  const filled = {
    title: slug,
    summary: '一句话。',
    action: 'jing-lao',
    audiences: ['lao-ren'],
    keyPoints: ['记住'],
    benefit: ['一笔钱'],
    eligibility: ['满60岁'],
    steps: [{ title: '去乡镇政府' }],
    documents: [],
    contacts: ['tel'],
    basis: [],
    reviewedOn: '2026-11-20',
    reviewBy: '2027-05-20',
    reviewer: '县民政局',
    ...data,
  } as PolicyData;
  return { collection: 'policies', slug, data: filled, body: { blocks: [] } } as unknown as PolicyDocument;
}

function siteWith(policies: PolicyDocument[]) {
  const documents = {
    ...noDocuments(),
    policies,
    actions: ['jing-lao', 'jiu-ye'].map((id, order) => ({ id, title: id, order })),
    audiences: ['lao-ren', 'xue-sheng'].map((id, order) => ({ id, title: id, order })),
    places: [
      { id: 'xian', name: '示例县' },
      { id: 'zhen', name: '东镇', parent: 'xian' },
      { id: 'cun', name: '柳树村', parent: 'zhen' },
      { id: 'ling-zhen', name: '西镇', parent: 'xian' },
    ],
    contacts: [
      { id: 'tel', name: '热线', phone: '12345', for: '问' },
      { id: 'yi-bao', name: '医保热线', phone: '12393', for: '问' },
    ],
  };
  const county = {
    site: { name: '示例县明白纸', url: 'https://a.example/', telephone: '12345' },
    ledger: [],
    finder: [],
  };
  return createSite(documents as unknown as ReturnType<typeof noDocuments>, county, '2026-11-28');
}

const slugsOf = ({ chapters }: ReturnType<typeof bookletOf>) =>
  chapters.flatMap(({ policies }) => policies.map(({ slug }) => slug));

test('a group of people gets its policies by chapter, without those that have ended', () => {
  const site = siteWith([
    policyOf('a', { action: 'jiu-ye' }),
    policyOf('b', {}),
    policyOf('c', { audiences: ['xue-sheng'] }),
    policyOf('d', { validUntil: '2026-11-27' }),
  ]);
  const booklet = bookletOf(site, findReaders(site, 'audience', 'lao-ren') ?? 'everybody');
  expect(booklet.chapters.map(({ title }) => title)).toEqual(['jing-lao', 'jiu-ye']);
  expect(slugsOf(booklet)).toEqual(['b', 'a']);
  expect(findReaders(site, 'audience', 'nobody')).toBeUndefined();
});

test('a village gets what is for the whole county, for itself and for the place around it', () => {
  const site = siteWith([
    policyOf('county', {}),
    policyOf('town', { places: ['zhen'] }),
    policyOf('village', { places: ['cun'] }),
    policyOf('elsewhere', { places: ['ling-zhen'] }),
  ]);
  const booklet = bookletOf(site, findReaders(site, 'place', 'cun') ?? 'everybody');
  expect(slugsOf(booklet).toSorted()).toEqual(['county', 'town', 'village']);
});

test('everyday words are sorted by their reading, and a word of two policies leads to both', () => {
  const site = siteWith([
    policyOf('a', { title: '养老金', keywords: ['补贴', '重阳钱'] }),
    policyOf('b', { title: '低保', keywords: ['补贴'] }),
  ]);
  const { index } = bookletOf(site, 'everybody');
  expect(index.map(({ letter, words }) => [letter, words.map(({ word }) => word)])).toEqual([
    ['B', ['补贴']],
    ['C', ['重阳钱']],
    ['D', ['低保']],
    ['Y', ['养老金']],
  ]);
  expect(index[0]?.words[0]?.slugs.toSorted()).toEqual(['a', 'b']);
});

test('the telephones are those of its policies and the number for any question', () => {
  const site = siteWith([policyOf('a', { contacts: ['yi-bao'] })]);
  expect(bookletOf(site, 'everybody').contacts.map(({ id }) => id)).toEqual(['tel', 'yi-bao']);
});

test('no text of the content can become markup', () => {
  const site = siteWith([policyOf('a', { title: '<b>一</b>', benefit: ['<script>'], keywords: ['<i>'] })]);
  const html = bookletHtml(bookletOf(site, 'everybody'), {
    fonts: { regular: ['r'], bold: ['b'] },
    sizes: new Map(),
  });
  expect(html).not.toMatch(/<script|<i>|<b>一/);
  expect(html).toContain('&lt;script&gt;');
});
