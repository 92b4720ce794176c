/** A cadre prints booklets and sheets for the wall with the Chromium of the office. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';

const corpus = readCorpus('content', 'content');
const TODAY = '2026-11-28';
const site = createSite(corpus.documents, corpus, TODAY);
/** Millimetres to points. */
const points = (mm: number) => (mm / 25.4) * 72;

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface PrintedPage {
  text: string;
  widthPt: number;
  heightPt: number;
}

/** The pages of a PDF: their size, and their text without spaces. Kangxi radicals, which fonts share with characters, are characters. */
async function pagesOf(file: string): Promise<PrintedPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)), { verbosity: 0 });
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    const [, , widthPt = 0, heightPt = 0] = page.view;
    pages.push({ text: plain(text), widthPt, heightPt });
  }
  await pdf.loadingTask.destroy();
  return pages;
}
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

test('the booklet of a group of people is A5, with each policy on the page that the contents name', async () => {
  const file = join(folder, 'booklet.pdf');
  const { code, out: printed } = await mingbai(
    'booklet',
    '--audience',
    'lao-ren',
    '--today',
    TODAY,
    '--out',
    file,
  );
  expect([code, printed]).toEqual([0, expect.stringContaining('booklet.pdf')]);
  const pages = await pagesOf(file);
  expect(pages.length % 4).toBe(0);
  for (const { widthPt, heightPt } of pages) {
    expect(Math.abs(widthPt - points(148))).toBeLessThan(2);
    expect(Math.abs(heightPt - points(210))).toBeLessThan(2);
  }
  const contents = pages[2]?.text ?? '';
  const policies = site.policies.filter(({ data }) => data.audiences.includes('lao-ren'));
  expect(policies.length).toBeGreaterThan(2);
  for (const { data } of policies) {
    const title = plain(data.title);
    const number = Number(new RegExp(`${title}(\\d+)`).exec(contents)?.[1]);
    expect(number % 2, data.title).toBe(0);
    const spread = `${pages[number - 1]?.text}${pages[number]?.text}`;
    // The number stands at the foot of its page.
    expect(
      pages[number - 1]?.text.endsWith(String(number)) || pages[number - 1]?.text.startsWith(String(number)),
    ).toBe(true);
    const words = [
      title,
      ...[...data.keyPoints, ...data.eligibility, ...data.benefit, ...data.documents].map(plain),
      ...data.steps.flatMap(({ title: step, detail = '' }) => [plain(step), plain(detail)]),
    ];
    for (const text of words) expect(spread).toContain(text);
  }
  const [first] = policies;
  const keyword = plain(first?.data.keywords?.[0] ?? '');
  const text = pages.map((page) => page.text).join('\n');
  const index = text.slice(text.lastIndexOf('大家怎么叫它'));
  const [, number] = new RegExp(`${plain(first?.data.title ?? '')}(\\d+)`).exec(contents) ?? [];
  const [, numbers = ''] = new RegExp(`${keyword}([\\d、]+)`).exec(index) ?? [];
  expect(numbers.split('、')).toContain(number);
});

test('whoever names nobody, or somebody who is not there, is shown whom they can name; nothing is written', async () => {
  const file = join(folder, 'none.pdf');
  const [none, unknown] = [
    await mingbai('booklet', '--out', file),
    await mingbai('booklet', '--audience', 'lao-ran', '--out', file),
  ];
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('--audience')]);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('lao-ren（老人）')]);
  expect(existsSync(file)).toBe(false);
});

test('the sheet for the wall is one page of A3 with the words as text, not as a picture', async () => {
  const out = join(folder, 'walls');
  const { code, out: printed } = await mingbai('wall-sheet', 'di-bao', '--today', TODAY, '--out', out);
  expect([code, printed]).toEqual([0, expect.stringContaining('.pdf')]);
  const [file = ''] = readdirSync(out);
  const pages = await pagesOf(join(out, file));
  expect(pages).toHaveLength(1);
  expect(Math.abs((pages[0]?.widthPt ?? 0) - points(297))).toBeLessThan(2);
  expect(Math.abs((pages[0]?.heightPt ?? 0) - points(420))).toBeLessThan(2);
  const [policy] = site.policies.filter(({ slug }) => slug === 'di-bao');
  for (const text of [policy?.data.title ?? '', ...(policy?.data.keyPoints ?? [])]) {
    expect(pages[0]?.text).toContain(plain(text));
  }
});
