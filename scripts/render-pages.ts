/**
 * The worker process that renders the pages, with the code that Astro compiled for our sources and the address of the site. The code is
 * read from the cache or compiled now.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive, openRenderer, type PageInputs, type Renderer } from '../src/cache/index.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { codeHash } from './code-hash.ts';
import { compiledPagesKey, getCompiledPages, isCompiled } from './compile-pages.ts';
import { handleMessages, isWorkerProcess } from './worker-process.ts';

export interface RenderTask {
  /** The address of the site: it is compiled into every link. */
  url: string;
}

/**
 * Loads or compiles the code of the pages while the content is being read, with the address found in site.yml by a pattern. The
 * task has the exact address; a different one costs only time.
 */
async function preloadCompiledPages(settings: Settings, renderer: Renderer): Promise<void> {
  try {
    const siteFile = readFileSync(join(settings.contentDir, 'site.yml'), 'utf8');
    const url = /^url:[ \t]*(["']?)(\S+?)\1(?:[ \t]+#.*)?[ \t\r]*$/m.exec(siteFile)?.[2];
    const key = url && compiledPagesKey(url);
    // Compiling takes seconds, and the pages may all be known.
    if (key === undefined || (renderer.hasLists && !isCompiled(key))) return;
    await renderer.preload(await getCompiledPages(settings, key));
  } catch {
    // The task reports the error.
  }
}

/** What the pages are made from, besides our code; undefined without the file of the content. */
function readInputs({ corpusFile, publicDir, today }: Settings, url: string): PageInputs | undefined {
  if (corpusFile === undefined) return undefined;
  const publicFiles = existsSync(publicDir) ? listFilesRecursive(publicDir) : [];
  return { url, today, corpus: readFileSync(corpusFile), publicFiles };
}

if (isWorkerProcess(import.meta.url)) {
  process.env.NODE_ENV = 'production';
  const settings = readSettings();
  const renderer = openRenderer({ ...settings, version: codeHash() });
  const early = preloadCompiledPages(settings, renderer);
  handleMessages(import.meta.url, async ({ url }: RenderTask) => {
    const inputs = readInputs(settings, url);
    if (inputs === undefined || !renderer.restore(inputs)) {
      await early;
      await renderer.render(await getCompiledPages(settings, compiledPagesKey(url)), inputs);
    }
    // After the reply, so that the caller does not wait for the cache.
    setImmediate(renderer.evictAndFlush);
  });
}
