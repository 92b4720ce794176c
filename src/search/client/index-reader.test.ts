/** The reader returns the same results as Pagefind's own engine, and reports damaged files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressedContent, pagefindFiles } from '../pagefind-files.ts';
import { buildPostings, pageOf } from '../postings.ts';
import { decompressNatively } from './index-file.ts';
import { type Fetch, type IndexReader, openIndex } from './index-reader.ts';
import { documentFixture, serveIndex } from './search-fixture.ts';
import { NO_SHARD_TABLE } from './shard-table.ts';

const titles = ['低保怎么办', '高龄津贴每月发', '教育补助', '养老保险缴费', '危房改造申请', '种粮补贴'];
const documents = Array.from({ length: 90 }, (_, number) =>
  documentFixture(`/policies/p${number}/`, {
    title: `${titles[number % titles.length]}第${number % 7}号`,
    keywords: number % 4 === 0 ? ['申请材料'] : [],
    lead: number % 3 === 0 ? '先打电话问清楚' : '',
    text: `𠮷家村到乡镇办理，带上身份证。${'公示七天。'.repeat(number % 5)}电话0357-512${1000 + number}`,
    filters: {
      type: number % 2 === 0 ? 'policy' : 'notice',
      action: [],
      audience: [`a${number % 3}`],
      place: number % 5 === 0 ? ['*'] : ['fen-xi'],
      open: ['yes'],
    },
  }),
);
const postings = buildPostings(documents);
/** A word of two characters that only this page has. */
const wordOf = (page: number, word: number) =>
  String.fromCharCode(
    ...[word % 100, (word + 1 + 7 * Math.floor(word / 100)) % 100].map((at) => 0x4e00 + page * 100 + at),
  );
/** Enough different words for many shards. */
const largeCounty = Array.from({ length: 200 }, (_, page) =>
  documentFixture(`/notices/${page}/`, {
    title: '通知',
    text: Array.from({ length: 300 }, (__, word) => wordOf(page, word)).join('，'),
  }),
);

/** The members of Pagefind's module for the browser that are used. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(
    word: string | null,
    options?: object,
  ): Promise<{ results: { id: string; score: number }[]; unfilteredResultCount: number }>;
}

/** Pagefind's own engine over the index, which reads from `folder` instead of fetching. */
async function openPagefind(folder: string): Promise<Pagefind> {
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const file of pagefindFiles(documents, postings)) write(file.path, compressedContent(file));
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  await index?.addCustomRecord({ url: '/', content: '字', language: 'unknown' });
  const files = (await index?.getFiles())?.files ?? [];
  await close();
  for (const { path, content } of files) {
    if (path.endsWith('.pagefind')) write(path, content);
    const readsFiles = `import { readFileSync } from 'node:fs';
const fetch = async (url) => new Response(readFileSync(String(url).replace(/\\?.*$/, '')));\n`;
    if (path === 'pagefind.js') write('pagefind.mjs', readsFiles + Buffer.from(content).toString());
  }
  const url = pathToFileURL(join(folder, 'pagefind.mjs')).href;
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  // The settings of our scores: see index-reader.ts.
  const ranking = { termFrequency: 0, termSaturation: 2, pageLength: 0 };
  await pagefind.options({ basePath: `${folder}/`, baseUrl: '/', ranking });
  await pagefind.init();
  return pagefind;
}

describe('the results of the phone’s index reader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-index-'));
  let pagefind: Pagefind;
  let reader: IndexReader;
  beforeAll(async () => {
    [pagefind, reader] = await Promise.all([
      openPagefind(folder),
      openIndex('/', serveIndex(documents), decompressNatively),
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are those of Pagefind for every word: the same pages with the same scores', async () => {
    expect(postings.words.size).toBeGreaterThan(300);
    for (const word of postings.words.keys()) {
      const [expected, found] = [await pagefind.search(word), await reader.search(word)];
      const scores = new Map(found.results.map(({ id, score }) => [id, score]));
      expect(new Set(scores.keys()), word).toEqual(new Set(expected.results.map(({ id }) => id)));
      expect(found.unfilteredCount).toBe(expected.unfilteredResultCount);
      // Pagefind reckons with 32 bits.
      for (const { id, score } of expected.results) expect(scores.get(id), word).toBeCloseTo(score, 4);
    }
  });

  test.each([
    ['one filter', { type: ['policy'] }, { type: 'policy' }],
    ['one of two values', { place: ['fen-xi', '*'] }, { place: { any: ['fen-xi', '*'] } }],
    ['two filters', { type: ['notice'], audience: ['a1'] }, { type: 'notice', audience: 'a1' }],
    ['a value that no page has', { type: ['story'] }, { type: 'story' }],
    ['a filter that the index has not', { size: ['x'] }, { size: 'x' }],
  ])('with %s the same pages are left, of a word and of all', async (_, ours, theirs) => {
    for (const word of ['低保', null]) {
      const expected = await pagefind.search(word, { filters: theirs });
      const found = await reader.search(word, ours);
      const ids = (results: readonly { id: string }[]) => results.map(({ id }) => id).sort();
      expect(ids(found.results)).toEqual(ids(expected.results));
    }
  });

  test('the beginning of a word brings the pages of every word that begins so, of the next shard too', async () => {
    const words = [...postings.words.keys()];
    const beginnings = new Set(
      words.filter((word) => /^[a-z]{4}/.test(word)).map((word) => word.slice(0, 3)),
    );
    expect(beginnings.size).toBeGreaterThan(20);
    for (const beginning of beginnings) {
      const pages = words
        .filter((word) => word.startsWith(beginning))
        .flatMap((word) => Array.from(postings.words.get(word) ?? [], pageOf));
      expect((await reader.search(beginning)).unfilteredCount, beginning).toBe(new Set(pages).size);
    }
  });

  test('a word that no page has brings no page, whatever it begins with', async () => {
    for (const word of ['低钱', 'anzhi', 'a', '第', '\u{2ffff}', '']) {
      expect((await reader.search(`${word}不`)).results, word).toEqual([]);
    }
  });

  test('a page is fetched once, when it is shown', async () => {
    const asked: string[] = [];
    const serve = serveIndex(documents);
    const counting = await openIndex(
      '/',
      (url) => {
        asked.push(url);
        return serve(url);
      },
      decompressNatively,
    );
    const [first] = (await counting.search('低保')).results;
    const shown = await first?.data();
    await first?.data();
    expect(shown?.meta.title).toContain('低保怎么办');
    expect(asked.map((url) => url.replace(/unknown_\w+/, ''))).toEqual([
      '/list.bin',
      '/shards/.pf_shards',
      '/index/.pf_index',
      '/fragment/.pf_fragment',
    ]);
  });
});

describe('the table of the shards', () => {
  const intact = serveIndex(largeCounty);
  const tablePath = pagefindFiles(largeCounty, buildPostings(largeCounty)).find(({ path }) =>
    path.startsWith('shards/'),
  );
  const content = new TextDecoder().decode(tablePath?.content);
  const name = /unknown_\w+/.exec(tablePath?.path ?? '')?.[0] ?? '';
  /** Opens the index for a page with this table; returns the files that it requested, and the titles of pages found. */
  const openWith = async (embedded: string) => {
    const asked: string[] = [];
    const reader = await openIndex(
      '/',
      (url) => {
        asked.push(url.replace(/unknown_\w+/, ''));
        return intact(url);
      },
      decompressNatively,
      async () => embedded,
    );
    const files = [...asked];
    for (let page = 1; page < largeCounty.length; page += 11) {
      const { results } = await reader.search(wordOf(page, page));
      const shown = await Promise.all(results.map((match) => match.data()));
      expect(shown.map(({ url }) => url)).toEqual([`/notices/${page}/`]);
    }
    return files;
  };

  test('comes from the page, so that a phone does not fetch it again', async () => {
    expect(await openWith(`${name}\n${content}`)).toEqual(['/list.bin']);
  });

  test('is fetched where the page has none, only its name, or that of an older index', async () => {
    for (const embedded of ['', NO_SHARD_TABLE, name, `unknown_0000000\n${content.slice(0, 100)}`])
      expect(await openWith(embedded)).toEqual(['/list.bin', '/shards/.pf_shards']);
  });

  test('is an error if it is missing or damaged', async () => {
    for (const response of [new Response('', { status: 404 }), new Response('<!doctype html>')]) {
      const damaged: Fetch = async (url) => (url.endsWith('.pf_shards') ? response : intact(url));
      await expect(openIndex('/', damaged, decompressNatively)).rejects.toThrow();
    }
  });
});

describe('an index that is damaged', () => {
  const intact = serveIndex(documents);
  /** Serves the index, but for files whose path ends so. */
  const serveDamaged = (end: string, damage: (bytes: Uint8Array) => Response): Fetch => {
    return async (url) => {
      const response = await intact(url);
      return url.endsWith(end) ? damage(new Uint8Array(await response.arrayBuffer())) : response;
    };
  };
  const damages: [string, (bytes: Uint8Array) => Response][] = [
    ['is missing', () => new Response('no', { status: 404 })],
    ['is cut short', (bytes) => new Response(bytes.slice(0, bytes.length >> 1) as BodyInit)],
    ['is another file', () => new Response('<!doctype html>')],
    ['is empty', () => new Response('')],
    ['has other content', (bytes) => new Response(gunzipSync(bytes).fill(0xff, 12) as BodyInit)],
  ];

  test.each(damages)('is an error if the list %s', async (_, damage) => {
    await expect(openIndex('/', serveDamaged('list.bin', damage), decompressNatively)).rejects.toThrow();
  });

  test.each(damages)(
    'is an error if a shard or a page %s, and is read again for the next request',
    async (_, damage) => {
      for (const end of ['pf_index', 'pf_fragment']) {
        let isDamaged = true;
        const damaged = serveDamaged(end, damage);
        const reader = await openIndex(
          '/',
          (url) => (isDamaged ? damaged(url) : intact(url)),
          decompressNatively,
        );
        const ask = async () => (await reader.search('低保')).results[0]?.data();
        await expect(ask()).rejects.toThrow();
        isDamaged = false;
        expect((await ask())?.meta.title).toContain('低保');
      }
    },
  );

  test('unpacked by a server on the way it is read all the same', async () => {
    const unpacked: Fetch = async (url) => {
      const response = await intact(url);
      return new Response(gunzipSync(new Uint8Array(await response.arrayBuffer())) as BodyInit);
    };
    const reader = await openIndex('/', unpacked, decompressNatively);
    expect((await reader.search('低保')).results.length).toBeGreaterThan(0);
  });
});
