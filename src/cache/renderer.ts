/**
 * The pages of a site, drawn with the code that Astro compiled. Those that did not change are taken from the last build: a page
 * says what it is given by its `cacheKey` (page-key.ts); what is kept under that key and the version of the code is the page,
 * byte for byte.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledRenderer } from './compiled-renderer.ts';
import { openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import type { PagePath, Prerenderer } from './prerender-entry.ts';

export interface RendererOptions {
  /** Of the code: what was drawn by another is not taken. */
  version: string;
  /** Served as it lies, and in the output folder already; where it holds a file of the same name, no page is drawn. */
  publicDir: string;
  outDir: string;
  cacheDir: string;
}

export interface Renderer {
  /** Draws the pages of the content that the environment names, each that is not kept. */
  render(compiled: CompiledRenderer): Promise<void>;
  /** Notes down what is kept; the pages stand before. */
  evictAndFlush(): void;
}

/** Opens what is kept, so that it is there when the content is. */
export function openRenderer({ version, publicDir, outDir, cacheDir }: RendererOptions): Renderer {
  const store = openFileCache(join(cacheDir, 'pages'), new Date());
  return {
    async render(compiled) {
      mkdirSync(outDir, { recursive: true });
      if (existsSync(compiled.files)) await cp(compiled.files, outDir, { recursive: true });
      const pages = await openCompiledRenderer(compiled);
      const done = new Set(
        existsSync(publicDir) ? listFilesRecursive(publicDir).map((file) => join(outDir, file)) : [],
      );
      for (const path of await pages.paths()) {
        const file = join(outDir, outputPathOf(path));
        // What lies in the folder public has its address; else the first of two that want one, as in Astro itself.
        if (done.has(file)) continue;
        done.add(file);
        const key =
          path.cacheKey === undefined
            ? undefined
            : hash('sha256', `${version}\n${path.route.component}\n${path.pathname}\n${path.cacheKey}`);
        if (key !== undefined && store.get(key, file) !== undefined) continue;
        const bytes = await pages.render(path);
        if (bytes === undefined) continue;
        if (key !== undefined) store.set(key, file, bytes);
        else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
      }
    },
    evictAndFlush: () => store.evictAndFlush(CACHE_MAX_AGE_DAYS.pages),
  };
}

/** Loads the code of all pages, so that it is there when the content is. */
export async function preloadPages(compiled: CompiledRenderer): Promise<void> {
  const pages = await openCompiledRenderer(compiled);
  await pages.load();
}

async function openCompiledRenderer(compiled: CompiledRenderer): Promise<Prerenderer> {
  return (await importPrerenderEntry(compiled)).openPrerenderer();
}

/** The module that pages are entered by; it is loaded once. */
export function importPrerenderEntry({
  entry,
}: CompiledRenderer): Promise<typeof import('./prerender-entry.ts')> {
  return import(pathToFileURL(entry).href);
}

/** Where a path is written: pages into folders of their own, but for the one that a web server asks for by its name. */
export function outputPathOf({ pathname, route }: PagePath): string {
  if (route.type !== 'page') return pathname;
  return route.pathname === '/404' ? '404.html' : join(pathname, 'index.html');
}
