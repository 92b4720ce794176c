/** The search page of a built site gets the table of its index. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unescapeHtml } from '../documents/html-text.ts';
import { shardTableFile } from './client/index-files.ts';
import { shardsWith } from './client/index-list.ts';
import { documentFixture } from './client/search-fixture.ts';
import { isTableName, MAX_TABLE_SHARDS, NO_SHARD_TABLE, readShardTable } from './client/shard-table.ts';
import { embedShardTable } from './embed-shard-table.ts';
import { compressedContent, pagefindFiles } from './pagefind-files.ts';
import { buildPostings } from './postings.ts';

const PAGE = `<script data-shards="${NO_SHARD_TABLE}"></script>`;
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingbai-table-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A built site whose page has `texts` in its text; returns the files of its index. */
function buildSite(texts: readonly string[]): string[] {
  const documents = texts.map((text, number) =>
    documentFixture(`/notices/${number}/`, { title: '通知', text }),
  );
  const files = pagefindFiles(documents, buildPostings(documents));
  mkdirSync(join(dir, 'search/index'), { recursive: true });
  writeFileSync(join(dir, 'search/index.html'), PAGE);
  for (const file of files)
    if (file.path === 'list.bin')
      writeFileSync(join(dir, 'search/index', file.path), compressedContent(file));
  return files.map(({ path }) => path);
}

const page = () => readFileSync(join(dir, 'search/index.html'), 'utf8');
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, number) => `${from + number}"&<`).join('，');

test('with it the page finds the shard of a word as the worker does', async () => {
  const files = buildSite(['低保一年办一次', words(900)]);
  linkSync(join(dir, 'search/index.html'), join(dir, 'cached.html'));
  await embedShardTable(dir);
  const [, table = ''] = /data-shards="([^"]*)"/.exec(page()) ?? [];
  const shards = readShardTable(unescapeHtml(table));
  expect(shards.length).toBeGreaterThan(1);
  for (const { name } of shards) expect(files).toContain(`index/${name}.pf_index`);
  expect(shardsWith('低保', shards)).toHaveLength(1);
  // The cache has the page without a table.
  expect(readFileSync(join(dir, 'cached.html'), 'utf8')).toBe(PAGE);
});

test('a large site keeps its page small: it has the name of the file with the table', async () => {
  const files = buildSite(Array.from({ length: 200 }, (_, number) => words(900, number * 1000)));
  await embedShardTable(dir);
  const [, name = ''] = /data-shards="([^"]*)"/.exec(page()) ?? [];
  expect(isTableName(name)).toBe(true);
  expect(files).toContain(shardTableFile(name));
  expect(files.filter((path) => path.endsWith('.pf_index')).length).toBeGreaterThan(MAX_TABLE_SHARDS);
});

test('a site without a search page or without an index stays as it is', async () => {
  await embedShardTable(dir);
  buildSite(['低保']);
  rmSync(join(dir, 'search/index'), { recursive: true });
  await embedShardTable(dir);
  expect(page()).toBe(PAGE);
});
