/**
 * Renders the pages of a site with the compiled code. A page with unchanged inputs is read from the cache: its `cacheKey` (page-key.ts) is
 * a hash of them, and with the hash of the code it is the key of the cached file.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledRenderer } from './compiled-renderer.ts';
import { readEntries, trySystemCall, writeEntries } from './entries-file.ts';
import { openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import type { PagePath } from './prerender-entry.ts';

export interface RendererOptions {
  /** Hash of the code (renderer-hash.ts). */
  version: string;
  cacheDir: string;
}

/** What a site is rendered with. */
export interface RenderOptions {
  /** The address of the site. */
  url: string;
  /** Its files are in the output already; a page of the same path is not rendered. */
  publicDir: string;
  outDir: string;
}

export interface Renderer {
  /** Loads the code of all pages, to be done while the content is still being read. */
  preload(compiled: CompiledRenderer): Promise<void>;
  /** Renders the pages of the content that the environment names, those that are not cached. */
  render(compiled: CompiledRenderer, options: RenderOptions): Promise<void>;
  /** Adds the rendered pages to the cache, which nobody waits for: they are already written. */
  evictAndFlush(): void;
}

/** Opens the renderer and reads the cache index, to be done while the content is still being read. */
export function openRenderer({ version, cacheDir }: RendererOptions): Renderer {
  const store = openFileCache(join(cacheDir, 'pages'), new Date());
  const breaksFile = join(cacheDir, 'page-breaks');
  let earlierBreaks = readEntries<string>(breaksFile, version);
  let newBreaks: PageCode['newWordBreaks'] | undefined;
  const open = async (compiled: CompiledRenderer): Promise<PageCode> => {
    const code = await importPrerenderEntry(compiled);
    code.restoreWordBreaks(earlierBreaks);
    earlierBreaks = new Map();
    newBreaks = code.newWordBreaks;
    return code;
  };
  const rendered: { key: string; file: string }[] = [];
  const writePage = newFileWriter();
  return {
    async preload(compiled) {
      const code = await open(compiled);
      await code.loadPages(store.isEmpty);
    },
    async render(compiled, { url, publicDir, outDir }) {
      mkdirSync(outDir, { recursive: true });
      // Node's recursive `cp` takes longer for one style sheet than linking 500 pages.
      for (const file of existsSync(compiled.files) ? listFilesRecursive(compiled.files) : [])
        writePage(join(outDir, file), readFileSync(join(compiled.files, file)));
      const pages = (await open(compiled)).openPrerenderer(url);
      const done = new Set(
        existsSync(publicDir) ? listFilesRecursive(publicDir).map((file) => join(outDir, file)) : [],
      );
      for (const path of await pages.paths()) {
        const file = join(outDir, outputPathOf(path));
        // The folder public wins; of two pages with one path the first, as in Astro itself.
        if (done.has(file)) continue;
        done.add(file);
        const key =
          path.cacheKey === undefined
            ? undefined
            : hash('sha256', `${version}\n${path.route.component}\n${path.pathname}\n${path.cacheKey}`);
        if (key !== undefined && store.get(key, file) !== undefined) continue;
        const bytes = await pages.render(path);
        if (bytes === undefined) continue;
        writePage(file, bytes);
        if (key !== undefined) rendered.push({ key, file });
      }
    },
    evictAndFlush() {
      for (const { key, file } of rendered) store.add(key, file);
      rendered.length = 0;
      store.evictAndFlush(CACHE_MAX_AGE_DAYS.pages);
      const breaks = newBreaks?.();
      if (breaks !== undefined) trySystemCall(() => writeEntries(breaksFile, version, breaks));
    },
  };
}

/** Writes files, each folder made once: nearly every page has a new folder. */
function newFileWriter(): (file: string, bytes: Uint8Array) => void {
  const made = new Set<string>();
  return (file, bytes) => {
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, bytes);
  };
}

/** The compiled prerender-entry.ts. */
export type PageCode = typeof import('./prerender-entry.ts');

/** Imports the compiled entry, which Node loads once. */
export function importPrerenderEntry({ entry }: CompiledRenderer): Promise<PageCode> {
  return import(pathToFileURL(entry).href);
}

/** The file of a path: a page is the index of its folder, except 404.html, which web servers request by name. */
export function outputPathOf({ pathname, route }: PagePath): string {
  if (route.type !== 'page') return pathname;
  return route.pathname === '/404' ? '404.html' : join(pathname, 'index.html');
}
