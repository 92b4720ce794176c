/** An index with divided lists finds the same, and a phone fetches less of it before its first answer. */
import { expect, test } from 'vitest';
import { decompressNatively } from './client/index-file.ts';
import { LIST_FILE } from './client/index-files.ts';
import { openIndex } from './client/index-reader.ts';
import { documentFixture } from './client/search-fixture.ts';
import { compressedContent, pagefindFiles } from './pagefind-files.ts';
import { buildPostings } from './postings.ts';

/** Hundreds of pages of different words, so that both lists have several parts. */
const documents = Array.from({ length: 700 }, (_, number) => {
  const words = Array.from({ length: 90 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((number * 131 + at * 37) % 6000)),
  );
  return documentFixture(`/notices/${number}/`, { title: `通知${number}号`, text: words.join('') });
});
const postings = buildPostings(documents);

/** The index as a reader has it, and what it fetched. */
async function open(listedPages?: number) {
  const given = listedPages === undefined ? {} : { listedPages };
  const files = new Map(
    pagefindFiles(documents, postings, given).map((file) => [file.path, compressedContent(file)]),
  );
  const fetched: string[] = [];
  const reader = await openIndex(
    '/',
    async (url) => {
      fetched.push(url.slice(1));
      return new Response(files.get(url.slice(1)) as BodyInit | undefined);
    },
    decompressNatively,
  );
  const bytes = () => fetched.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  return { reader, fetched, bytes };
}

test('every word has the same pages, with the same addresses', async () => {
  const [whole, divided] = [await open(), await open(100)];
  for (const word of [...postings.words.keys()].filter((_, index) => index % 97 === 0)) {
    const [a, b] = await Promise.all([whole, divided].map(({ reader }) => reader.search(word)));
    const addresses = (found: typeof a) =>
      Promise.all((found?.results ?? []).slice(0, 3).map(async ({ data }) => (await data()).url));
    expect(b?.results.map(({ score }) => score)).toEqual(a?.results.map(({ score }) => score));
    expect([word, await addresses(b)]).toEqual([word, await addresses(a)]);
  }
}, 60_000);

test('a page in the list is fetched at once, another after its part of the names', async () => {
  const { reader, fetched } = await open(100);
  for (const [word, kinds] of [
    ['通知99号', ['fragment']],
    ['通知699号', ['names', 'fragment']],
  ] as const) {
    const found = (await reader.search(word.slice(2))).results;
    const before = fetched.length;
    await found[0]?.data();
    expect([word, fetched.slice(before).map((path) => path.split('/')[0])]).toEqual([word, kinds]);
  }
});

test('before its first word is found a phone fetches a fraction', async () => {
  const [whole, divided] = [await open(), await open(100)];
  expect(divided.fetched).toEqual([LIST_FILE, expect.stringMatching(/^shards\//)]);
  expect(divided.bytes()).toBeLessThan(whole.bytes() / 2);
});
