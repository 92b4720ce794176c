/**
 * The worker process that renders the pages, with the code that Astro compiled for our sources. The code is read from the cache or compiled
 * now.
 */
import { openRenderer, openSiteLists, type Renderer } from '../src/cache/index.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { codeHash } from './code-hash.ts';
import { compiledPagesKey, getCompiledPages, isCompiled } from './compile-pages.ts';
import { handleMessages, isWorkerProcess } from './worker-process.ts';

export interface RenderTask {
  /** The address of the site. */
  url: string;
}

/**
 * Loads or compiles the code of the pages while the content is being read. Where the whole site may have been taken from another machine, compiling
 * waits for the task: that site needs no code.
 */
async function preloadCompiledPages(settings: Settings, renderer: Renderer): Promise<void> {
  try {
    const key = compiledPagesKey();
    if (!isCompiled(key) && !openSiteLists(settings.cacheDir, new Date()).isEmpty) return;
    await renderer.preload(await getCompiledPages(settings, key));
  } catch {
    // The task reports the error.
  }
}

if (isWorkerProcess(import.meta.url)) {
  process.env.NODE_ENV = 'production';
  const settings = readSettings();
  const renderer = openRenderer({ cacheDir: settings.cacheDir, version: codeHash() });
  const early = preloadCompiledPages(settings, renderer);
  handleMessages(import.meta.url, async ({ url }: RenderTask) => {
    await early;
    // The folders of a push are known only now.
    const options = { ...readSettings(), url };
    await renderer.render(await getCompiledPages(options, compiledPagesKey()), options);
    // After the reply, so that the caller does not wait for the cache.
    setImmediate(renderer.evictAndFlush);
  });
}
