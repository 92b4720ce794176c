/** A build whose documents have not changed restores the search index of the last one, and it is the same, byte for byte. */
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listFilesRecursive } from '../cache/list-files.ts';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { projectDir } from '../settings.ts';
import { INDEX_FOLDER, openSearchIndex } from './build-index.ts';
import * as postings from './postings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-index-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const corpus = readCorpus(join(projectDir, 'content'));
const siteOn = (today: string) => createSite(corpus.documents, corpus, today);

/** Builds into a folder of its own; returns its files with their bytes. */
async function indexIn(name: string, today = '2026-11-24', cache = 'cache'): Promise<[string, string][]> {
  const index = openSearchIndex({ cacheDir: join(folder, cache), version: 'v1' });
  await index.build(siteOn(today), join(folder, name));
  index.close();
  const files = join(folder, name, INDEX_FOLDER);
  return listFilesRecursive(files).map((path) => [path, readFileSync(join(files, path)).toString('latin1')]);
}

test('unchanged documents are not divided into words again', async () => {
  const build = vi.spyOn(postings, 'buildPostings');
  const first = await indexIn('first');
  expect(await indexIn('second')).toEqual(first);
  expect(build).toHaveBeenCalledTimes(1);
});

test('on a day on which a notice ends, the index is that of a build from nothing', async () => {
  await indexIn('first');
  const later = await indexIn('second', '2027-03-24');
  expect(later).toEqual(await indexIn('third', '2027-03-24', 'other cache'));
});

test('a damaged file in the cache is made again', async () => {
  const first = await indexIn('first');
  const [[damaged = ''] = []] = first.filter(([path]) => path.startsWith('index/'));
  // The file of the first build is a link to the one in the cache.
  truncateSync(join(folder, 'first', INDEX_FOLDER, damaged), 10);
  expect(await indexIn('second')).toEqual(first);
});
