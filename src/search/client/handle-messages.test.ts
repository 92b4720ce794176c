/** The requests while somebody types, and the responses. */
import { expect, test } from 'vitest';
import { NO_FRAUD } from '../fraud-prefilter.ts';
import { alphanumericCode } from './alphanumeric-code.ts';
import { type EngineOptions, handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import { decompressNatively } from './index-file.ts';
import { type IndexReader, openIndex } from './index-reader.ts';
import type { SearchRequest, SearchResponse, SearchStart } from './messages.ts';
import { documentFixture, serveIndex } from './search-fixture.ts';

/** A search over one page; `open` returns the index. */
function searchWith(open: EngineOptions['open']) {
  let tell: (event: { data: SearchRequest | SearchStart }) => void = () => undefined;
  const answers: SearchResponse[] = [];
  let heard: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const scope: WorkerScope = {
    addEventListener: (_, listener) => {
      tell = listener;
    },
    postMessage: (answer) => {
      answers.push(answer);
      heard();
    },
  };
  handleSearchMessages(scope, {
    indexUrl: '/search/index/',
    pages: 1,
    open,
    checkFraud: async () => NO_FRAUD,
    loadAlphanumeric: async () => alphanumericCode,
  });
  const type = (number: number, query: string) =>
    tell({ data: { number, query, filters: {}, maxHits: 6, lines: [], now: '2026-11-24' } });
  const hint = (query: string) => tell({ data: { shards: '', hint: query } });
  const start = (shards: string) => tell({ data: { shards } });
  return { answers, answered, hint, start, type };
}

function oneIndex({ title = '低保', content = '' } = {}) {
  const loaded: string[] = [];
  const index: IndexReader = {
    preload: async (word) => void loaded.push(word),
    search: async () => ({
      results: [
        {
          id: 'page',
          score: 1,
          data: async () => ({ url: '/page/', content, meta: { title, type: 'policy' } }),
        },
      ],
      unfilteredCount: 1,
    }),
  };
  return { index, loaded };
}

test('of keys that came together only the last query is answered, and nothing is fetched for the others', async () => {
  const { index, loaded } = oneIndex();
  const { answers, answered, type } = searchWith(async () => index);
  for (const [index, query] of ['低保', '低保怎', '低保金额'].entries()) type(index + 1, query);
  await answered;
  expect(answers.map(({ number }) => number)).toEqual([3]);
  expect(loaded).not.toContain('保怎');
  expect(loaded).toContain('金额');
});

test('a query typed while the index is loading is answered once, after it is loaded', async () => {
  const { index, loaded } = oneIndex();
  let arrive: () => void = () => undefined;
  const onItsWay = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { answers, answered, type } = searchWith(async () => {
    await onItsWay;
    return index;
  });
  type(1, '养老');
  await new Promise((resolve) => setTimeout(resolve, 20));
  type(2, '养老金');
  await new Promise((resolve) => setTimeout(resolve, 20));
  arrive();
  await answered;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(answers.map(({ number }) => number)).toEqual([2]);
  expect(loaded.filter((word) => word === '养老')).toHaveLength(1);
});

test('an index that fails to open is reported, and opened again for the next request', async () => {
  const { index } = oneIndex();
  let tries = 0;
  const { answers, answered, type } = searchWith(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no network');
    return index;
  });
  type(1, '低保');
  await answered;
  expect(answers).toEqual([{ number: 1, failed: 'no network' }]);
  type(2, '低保');
  await expect.poll(() => answers.length).toBe(2);
  expect(answers[1]).toMatchObject({ number: 2, total: 1 });
});

test('the files for a query are fetched as soon as the page announces it, and the query is answered once requested', async () => {
  const { index, loaded } = oneIndex();
  const { answers, answered, hint, type } = searchWith(async () => index);
  hint('低保金额');
  await expect.poll(() => loaded).toContain('金额');
  expect(answers).toEqual([]);
  type(1, '低保金额');
  await answered;
  expect(answers).toMatchObject([{ number: 1, total: 1 }]);
});

test('a hit has its excerpt and the telephone numbers in its visible text, but no amounts', async () => {
  const content = '先看看。低保每月300元，问0357-5122345，也可以打12345。别的打12348。';
  const title = '低保，打12317问';
  const page = documentFixture('/policies/di-bao/', {
    title,
    lead: content,
    facts: { title, type: 'policy' },
  });
  const { answers, answered, type } = searchWith(() =>
    openIndex('/', serveIndex([page]), decompressNatively),
  );
  type(1, '低保');
  await answered;
  const [answer] = answers;
  const hit = answer && 'hits' in answer ? answer.hits[0] : undefined;
  expect(hit?.excerpt).toBe('低保每月300元，问0357-5122345，也可以打12345。');
  expect(hit?.phones).toEqual(['12317', '0357-5122345', '12345']);
});

test('the index is opened with the table of the page, even if the list arrives before the first message', async () => {
  const { index } = oneIndex();
  const tables: string[] = [];
  const { answered, start, type } = searchWith(async (embeddedTable) => {
    tables.push(await embeddedTable());
    return index;
  });
  await new Promise((resolve) => setTimeout(resolve));
  start('unknown_0123abc\n');
  type(1, '低保');
  await answered;
  expect(tables).toEqual(['unknown_0123abc\n']);
});

test('a page that sends no table is answered as well', async () => {
  const { index } = oneIndex();
  const { answers, answered, type } = searchWith(async (embeddedTable) => {
    expect(await embeddedTable()).toBe('');
    return index;
  });
  type(1, '低保');
  await answered;
  expect(answers[0]).toMatchObject({ number: 1, count: 1 });
});
