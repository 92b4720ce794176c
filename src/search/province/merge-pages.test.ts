/** The same policy of many counties is one answer, which says nothing that is true in one of them only. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { documentFixture, openFilesFixture } from '../client/search-fixture.ts';
import { compressedContent, pagefindFiles } from '../pagefind-files.ts';
import { buildPostings } from '../postings.ts';
import type { SearchDocument } from '../search-documents.ts';
import { provinceIndexFiles } from './build-province-index.ts';
import { mergePages } from './merge-pages.ts';
import { readCounties } from './province-facts.ts';
import { type CountyIndex, readCountyIndex } from './read-county-index.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-province-search-'));
afterAll(() => rmSync(top, { recursive: true }));

const TODAY = '2026-11-28';

/** A county's index, written and read as a build and the province do. */
async function indexOf(id: string, documents: readonly SearchDocument[]): Promise<CountyIndex> {
  for (const file of pagefindFiles(documents, buildPostings(documents))) {
    const path = join(top, id, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, compressedContent(file));
  }
  return readCountyIndex(join(top, id));
}

const REST =
  '本县户口的老人，到村委会登记，带身份证和户口本，登记以后从下个月起每月发到社保卡里，不用再跑第二趟。';

/** A policy for the old with an amount, a telephone and a last day of the county. */
const oldAge = (amount: string, phone: string, until?: string) =>
  documentFixture('/policies/lao-nian/', {
    title: '满80岁领高龄津贴',
    facts: { title: '满80岁领高龄津贴', type: 'policy', phone, ...(until && { until }) },
    keywords: ['老人钱'],
    lead: `满80岁的老人，每月领钱。\n每月${amount}元。`,
    text: `${REST}\n打 ${phone} 问。`,
  });
const water = (village: string) =>
  documentFixture('/notices/ting-shui/', {
    title: '停水通知',
    lead: `${village}明天上午停水。`,
    text: `${village}修管子，请提前接好水。`,
  });

const counties = async () => [
  { id: 'bei', index: await indexOf('bei', [oldAge('100', '0350-5122345'), water('青石沟')]) },
  { id: 'dong', index: await indexOf('dong', [oldAge('200', '0350-6122345'), water('柏树坡')]) },
  { id: 'nan', index: await indexOf('nan', [oldAge('100', '0350-5122345')]) },
];
const all = ['bei', 'dong', 'nan', 'xi'].map((id) => ({ id }));
const idsIn = (text: string) => readCounties(text, all).map(({ id }) => id);

test('a policy with other amounts and telephones is one, with the counties that have it', async () => {
  const { pages } = mergePages(await counties());
  const found = pages.map(({ address, facts }) => [address, idsIn(facts.counties)]);
  expect(found).toEqual([
    ['/policies/lao-nian/', ['bei', 'dong', 'nan', 'xi']],
    ['/notices/ting-shui/', ['bei']],
    ['/notices/ting-shui/', ['dong']],
  ]);
});

test('an answer for several counties shows no amount, telephone or sentence of one of them', async () => {
  const { pages } = mergePages(await counties());
  expect(pages[0]?.content).toBe(`满80岁的老人，每月领钱。\n${REST}`);
  expect(pages[0]?.facts).toMatchObject({ differs: 'text' });
  expect(pages[0]?.facts.phone).toBeUndefined();
  expect(pages[1]?.facts.differs).toBeUndefined();
});

test('a policy that has ended in one county and not in another has not ended, and its days are not shown', async () => {
  const { pages } = mergePages([
    { id: 'bei', index: await indexOf('bei-1', [oldAge('100', '0350-5122345', '2026-01-01')]) },
    { id: 'dong', index: await indexOf('dong-1', [oldAge('100', '0350-5122345', '2027-12-31')]) },
  ]);
  expect(pages.map(({ facts }) => [facts.until, facts.differs])).toEqual([['2027-12-31', 'dates']]);
});

test('words, a telephone and an amount of any county find the policy of all', async () => {
  const { files, pages } = provinceIndexFiles(await counties(), TODAY);
  const ask = await openFilesFixture(files, pages);
  for (const query of ['高龄津贴', 'gaolingjintie', 'gljt', '老人钱', '0350-6122345', '6122345'])
    expect([query, (await ask(query)).addresses[0]]).toEqual([query, '/policies/lao-nian/']);
  const [hit] = (await ask('柏树坡停水')).hits;
  expect(idsIn((hit?.facts as { counties?: string } | undefined)?.counties ?? '')).toEqual(['dong']);
});

test('a county is read back from its index as it was written', async () => {
  const { words, pages } = await indexOf('again', [oldAge('100', '0350-5122345')]);
  const page = pages[0];
  expect(page).toMatchObject({ address: '/policies/lao-nian/', facts: { phone: '0350-5122345' } });
  const weights = Array.from(page?.terms ?? [], (term) => [words[Math.floor(term / 16)], term % 16]);
  expect(weights).toContainEqual(['高龄', 10]);
  expect(weights).toContainEqual(['户口', 1]);
});
