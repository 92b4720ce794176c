import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressedContent, type IndexFile, pagefindFiles } from './pagefind-files.ts';
import { buildPostings, pageOf } from './postings.ts';
import { MAX_POSTINGS } from './ranking.ts';
import type { SearchDocument } from './search-documents.ts';
import { unigram } from './tokenizer.ts';

function record(number: number, given: Partial<SearchDocument> = {}): SearchDocument {
  return {
    address: `/policies/p${number}/`,
    facts: { title: `第${number}条`, type: 'policy' },
    title: `第${number}条`,
    keywords: [],
    lead: '',
    text: '',
    filters: { type: 'policy', action: [], audience: [], place: ['*'], open: ['yes'] },
    ...given,
  };
}

type Meta = [string, [string, number][], [from: string, to: string, hash: string][], [string, string][], []];
type Part = [[word: string, pages: [page: number, places: number[]][]][]];

const open = <T>(files: IndexFile[], path: string | RegExp): T => {
  const file = files.find((each) => (typeof path === 'string' ? each.path === path : path.test(each.path)));
  const bytes = gunzipSync(file ? compressedContent(file) : '');
  expect(bytes.subarray(0, 12).toString()).toBe('pagefind_dcd');
  return decode(bytes.subarray(12)) as T;
};

/** The pages that Pagefind would find for a word: in the first part whose bounds contain it. */
function pagesOf(files: IndexFile[], word: string): number[] {
  const [, , parts] = open<Meta>(files, /pf_meta$/);
  const isAfter = (a: string, b: string) => Buffer.from(a).compare(Buffer.from(b)) >= 0;
  const part = parts.find(([from, to]) => isAfter(word, from) && isAfter(to, word));
  if (!part) return [];
  const [words] = open<Part>(files, `index/${part[2]}.pf_index`);
  return words.find(([each]) => each === word)?.[1].map(([page]) => page) ?? [];
}

describe('the index', () => {
  test('has every word of every page in the part that Pagefind reads for it', () => {
    const text = fc.stringMatching(/^[一-丏a-c0-9，]{0,60}$/);
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, text }), { minLength: 1, maxLength: 80 }), (texts) => {
        const records = texts.map((given, number) => record(number, given));
        const postings = buildPostings(records);
        const files = pagefindFiles(records, postings);
        for (const [word, expected] of postings.words) {
          expect(pagesOf(files, word)).toEqual(Array.from(expected, pageOf));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is cut into parts that a phone loads quickly', () => {
    const records = Array.from({ length: 400 }, (_, number) =>
      record(number, { text: Array.from({ length: 60 }, (_each, at) => `${number % 90}${at}`).join('，') }),
    );
    const sizes = pagefindFiles(records, buildPostings(records))
      .filter(({ path }) => path.startsWith('index/'))
      .map((file) => compressedContent(file).length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(8000);
  });

  test('of a small site has small parts, so that a short search fetches little', () => {
    const records = Array.from({ length: 20 }, (_, number) =>
      record(number, { text: Array.from({ length: 300 }, (_each, at) => `${number}${at}`).join('，') }),
    );
    const sizes = pagefindFiles(records, buildPostings(records))
      .filter(({ path }) => path.startsWith('index/'))
      .map((file) => compressedContent(file).length);
    expect(sizes.length).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeLessThan(2000);
  });

  test('names files by their content, so that a changed page is never read from an old copy', () => {
    const files = (text: string) => {
      const records = [record(1, { text })];
      return pagefindFiles(records, buildPostings(records)).map(({ path }) => path);
    };
    const [before, after] = [files('先打电话'), files('先打电话。')];
    expect(after.filter((path) => before.includes(path) && path.startsWith('fragment/'))).toEqual([]);
    expect(files('先打电话')).toEqual(before);
  });

  test('lists for a filter the pages that have its value', () => {
    const records = [record(1), record(2, { filters: { ...record(2).filters, open: [] } })];
    const files = pagefindFiles(records, buildPostings(records));
    const [, , , filters] = open<Meta>(files, /pf_meta$/);
    const hash = filters.find(([name]) => name === 'open')?.[1];
    expect(open(files, `filter/${hash}.pf_filter`)).toEqual(['open', [['yes', [0]]]]);
  });
});

describe('a word that very many pages hold', () => {
  test('has the pages with the largest weights of the token', () => {
    const plain = Array.from({ length: MAX_POSTINGS }, (_, number) => record(number, { text: '补贴' }));
    const { words } = buildPostings([...plain, record(9999, { title: '养羊补贴' })]);
    const pages = words.get('补贴')?.map(pageOf) ?? [];
    expect(pages).toHaveLength(MAX_POSTINGS);
    expect(pages).toContain(MAX_POSTINGS);
  });

  test('has the newest of pages with equal weights, in their order', () => {
    const plain = Array.from({ length: 2 * MAX_POSTINGS }, (_, number) =>
      record(number, number % 3 === 0 ? { lead: '补贴' } : { text: '补贴' }),
    );
    const pages = Array.from(buildPostings(plain).words.get('补贴') ?? [], pageOf);
    const inLead = plain.flatMap(({ lead }, number) => (lead === '' ? [] : [number]));
    const others = plain.flatMap(({ lead }, number) => (lead === '' ? [number] : []));
    const expected = [...inLead, ...others.slice(inLead.length - MAX_POSTINGS)];
    expect(pages).toEqual(expected.sort((a, b) => a - b));
  });

  test('has what is in force before what has ended, at equal weights', () => {
    const pages = Array.from({ length: MAX_POSTINGS + 20 }, (_, number) =>
      record(number, { text: '补贴', isPast: number >= 50 }),
    );
    const found = new Set(buildPostings(pages).words.get('补贴')?.map(pageOf));
    expect(found.size).toBe(MAX_POSTINGS);
    expect(Array.from({ length: 50 }, (_, number) => found.has(number))).not.toContain(false);
  });

  test('has fewer pages for a single character', () => {
    const plain = Array.from({ length: MAX_POSTINGS }, (_, number) => record(number, { text: '补贴' }));
    const { words } = buildPostings([...plain, record(9999, { title: '养羊补贴' })]);
    const pages = words.get(unigram('补'))?.map(pageOf) ?? [];
    expect(pages.length).toBeLessThan(MAX_POSTINGS);
    expect(pages).toContain(MAX_POSTINGS);
  });
});
