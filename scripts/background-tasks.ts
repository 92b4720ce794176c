/**
 * The worker process of a build that runs while the pages are rendered: search index and pictures, and after the pages the zips of
 * policies. It writes other files into the same folder as the pages. Modules that only some builds need are imported by those.
 */

import type { SiteList } from '../src/cache/index.ts';
import { readContent } from '../src/corpus-serialization.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import { embedShardTable, openSearchIndex, type SearchIndex } from '../src/search/index.ts';
import { readSettings } from '../src/settings.ts';
import { makeShareImages } from '../src/share/images/index.ts';
import { makePolicyZips } from '../src/share/policy-zip/index.ts';
import { codeHash } from './code-hash.ts';
import { releaseMemory } from './release-memory.ts';
import { handleMessages, isWorkerProcess } from './worker-process.ts';

/** The first task: all output that does not depend on finished pages. */
interface MakeTask {
  step: 'make';
  withPictures: boolean;
}

/** The next task, after the pages: the table of the search index in one of them. */
interface ShardTableTask {
  step: 'shard-table';
}

/** The last task, after pages and pictures: the zips. */
interface PolicyZipTask {
  step: 'policy-zips';
}

/** After the first task, while pages are still rendered: what the others do not need is given back. */
interface ReleaseMemoryTask {
  step: 'release-memory';
}

export type BackgroundTask = MakeTask | ReleaseMemoryTask | ShardTableTask | PolicyZipTask;

/** The site of the first task, for the last. */
let site: Site | undefined;

let openedIndex: SearchIndex | undefined;

function openIndex(): SearchIndex {
  const { cacheDir } = readSettings();
  openedIndex ??= openSearchIndex({ cacheDir, version: codeHash() });
  return openedIndex;
}

function closeIndex(): void {
  openedIndex?.close();
  openedIndex = undefined;
}

/** Does a task; returns what the pictures lack. */
async function runTask(task: BackgroundTask): Promise<SiteList['missing']> {
  const settings = readSettings();
  const { cacheDir, outDir } = settings;
  if (task.step === 'release-memory') {
    closeIndex();
    releaseMemory();
    return [];
  }
  if (task.step === 'policy-zips') {
    if (site !== undefined) makePolicyZips(site, outDir, cacheDir);
    return [];
  }
  if (task.step === 'shard-table') {
    await embedShardTable(outDir);
    return [];
  }
  const corpus = readContent(settings.corpusFile ?? '');
  const made = createSite(corpus.documents, corpus, settings.today);
  site = made;
  const indexed = () => openIndex().build(made, outDir);
  if (!task.withPictures) {
    await indexed();
    return [];
  }
  // Pictures are rendered by threads: they start before the index is built here.
  const [{ missing }] = await Promise.all([
    makeShareImages(made, outDir, { cacheDir, terminal: process.stderr }),
    indexed(),
  ]);
  return missing.map(({ document: { collection, slug }, characters }) => ({
    document: { collection, slug },
    characters,
  }));
}

handleMessages(import.meta.url, async (task: BackgroundTask) => {
  const found = await runTask(task);
  // After the reply, so that the caller does not wait for the cache.
  if (task.step === 'make') setImmediate(closeIndex);
  return found;
});
// Loads the cache while the build reads the content.
if (isWorkerProcess(import.meta.url)) setImmediate(openIndex);
