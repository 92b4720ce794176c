/**
 * The pages, in a process of their own: with the code that Astro compiled for this version of ours and the address of the site,
 * and compiled now where it is not kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRenderer, preloadPages, rendererHash } from '../src/cache/index.ts';
import { projectDir, readSettings, type Settings } from '../src/settings.ts';
import { compiledPagesKey, getCompiledPages } from './compile-pages.ts';
import { handleMessages, isWorkerProcess } from './worker-process.ts';

export interface RenderTask {
  /** The address of the site: it stands in the code of the pages, in every link. */
  url: string;
}

/**
 * Loads the code of the pages, compiled where it is not kept, while the content is still being read: the address can be told at
 * a glance. What it is the order says: where it is another, nothing is lost but time.
 */
async function preloadCompiledPages(settings: Settings): Promise<void> {
  try {
    const siteFile = readFileSync(join(settings.contentDir, 'site.yml'), 'utf8');
    const url = /^url:[ \t]*(["']?)(\S+?)\1(?:[ \t]+#.*)?[ \t\r]*$/m.exec(siteFile)?.[2];
    if (url !== undefined) await preloadPages(await getCompiledPages(settings, compiledPagesKey(url)));
  } catch {
    // What is wrong is told when there is an order.
  }
}

if (isWorkerProcess(import.meta.url)) {
  process.env.NODE_ENV = 'production';
  const settings = readSettings();
  const early = preloadCompiledPages(settings);
  const drawing = openRenderer({ ...settings, version: rendererHash(projectDir) });
  handleMessages(import.meta.url, async ({ url }: RenderTask) => {
    await early;
    await drawing.render(await getCompiledPages(settings, compiledPagesKey(url)));
    // After the answer: nobody waits for the notes.
    setImmediate(drawing.evictAndFlush);
  });
}
