/** The search page of a built site gets the table of its index. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unescapeHtml } from '../documents/html-text.ts';
import { shardsWith } from './client/index-list.ts';
import { documentFixture } from './client/search-fixture.ts';
import { NO_SHARD_TABLE, readEmbeddedTable, readShardTable } from './client/shard-table.ts';
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
  mkdirSync(join(dir, 'search/index/shards'), { recursive: true });
  writeFileSync(join(dir, 'search/index.html'), PAGE);
  for (const file of files)
    if (/^(?:list\.bin|shards\/.+)$/.test(file.path))
      writeFileSync(join(dir, 'search/index', file.path), compressedContent(file));
  return files.map(({ path }) => path);
}

const page = () => readFileSync(join(dir, 'search/index.html'), 'utf8');
const words = (count: number) => Array.from({ length: count }, (_, number) => `${number}"&<`).join('，');

test('with it the page finds the shard of a word as the worker does', async () => {
  const files = buildSite(['低保一年办一次', words(900)]);
  linkSync(join(dir, 'search/index.html'), join(dir, 'cached.html'));
  await embedShardTable(dir);
  const [, table = ''] = /data-shards="([^"]*)"/.exec(page()) ?? [];
  const { name: tableName, content } = readEmbeddedTable(unescapeHtml(table));
  expect(files).toContain(`shards/${tableName}.pf_shards`);
  const shards = readShardTable(content ?? '');
  expect(shards.length).toBeGreaterThan(1);
  for (const { name } of shards) expect(files).toContain(`index/${name}.pf_index`);
  expect(shardsWith('低保', shards)).toHaveLength(1);
  // The cache has the page without a table.
  expect(readFileSync(join(dir, 'cached.html'), 'utf8')).toBe(PAGE);
});

test('a site without a search page or without an index stays as it is', async () => {
  await embedShardTable(dir);
  buildSite(['低保']);
  rmSync(join(dir, 'search/index'), { recursive: true });
  await embedShardTable(dir);
  expect(page()).toBe(PAGE);
});
