/**
 * Renders the pages of a site with the compiled code. A page with unchanged inputs is read from the cache: its `cacheKey` (page-key.ts) is
 * a hash of them, and with the hash of the code it is the key of the cached file.
 *
 * The list of all pages is cached as well, by a hash of all that they are made from: a build of the same content, also on another host that has
 * the cache, needs no compiled code.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledRenderer } from './compiled-renderer.ts';
import { readEntries, trySystemCall, writeEntries } from './entries-file.ts';
import { openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import {
  COMPLETED_LATER,
  type ListInputs,
  PAGE_LISTS,
  type PageList,
  pageListKey,
  readPageList,
} from './page-list.ts';
import type { PagePath, Prerenderer } from './prerender-entry.ts';

export interface RendererOptions {
  /** Hash of the code (renderer-hash.ts). */
  version: string;
  /** Its files are in the output already; a page of the same path is not rendered. */
  publicDir: string;
  outDir: string;
  cacheDir: string;
}

/** What the pages are made from besides our code. */
export type PageInputs = Omit<ListInputs, 'version'>;

export interface Renderer {
  /** Loads the code of all pages, to be done while the content is still being read. */
  preload(compiled: CompiledRenderer): Promise<void>;
  /** Whether there may be a list of pages for the content. */
  readonly hasLists: boolean;
  /** Writes the pages of an earlier build from the same inputs; false, with nothing written, if one is not cached. */
  restore(inputs: PageInputs): boolean;
  /** Renders the pages of the content that the environment names, those that are not cached, and lists them as made from `inputs`, if given. */
  render(compiled: CompiledRenderer, inputs?: PageInputs): Promise<void>;
  /** Adds the rendered pages to the cache, which nobody waits for: they are already written. */
  evictAndFlush(): void;
}

/** Opens the renderer and reads the cache index, to be done while the content is still being read. */
export function openRenderer({ version, publicDir, outDir, cacheDir }: RendererOptions): Renderer {
  const store = openFileCache(join(cacheDir, 'pages'), new Date());
  const lists = openFileCache(join(cacheDir, PAGE_LISTS), new Date());
  const listKeyOf = (inputs: PageInputs) => pageListKey({ ...inputs, version });
  let made: { key: string; pages: PageList } | undefined;
  const breaksFile = join(cacheDir, 'page-breaks');
  let earlierBreaks = readEntries<string>(breaksFile, version);
  let newBreaks: Prerenderer['newWordBreaks'] | undefined;
  const open = async (compiled: CompiledRenderer): Promise<Prerenderer> => {
    const pages = await openCompiledRenderer(compiled);
    pages.restoreWordBreaks(earlierBreaks);
    earlierBreaks = new Map();
    newBreaks = pages.newWordBreaks;
    return pages;
  };
  /** What is to be cached: a file of the site, or bytes if that will have others. */
  const rendered: { key: string; file: string; bytes?: Uint8Array }[] = [];
  const writePage = newFileWriter();
  return {
    hasLists: !lists.isEmpty,
    restore(inputs) {
      const bytes = lists.read(listKeyOf(inputs));
      const list = bytes && readPageList(bytes);
      if (list === undefined) return false;
      const linked: string[] = [];
      for (const [path, key] of list) {
        const file = join(outDir, path);
        linked.push(file);
        if (store.get(key, file) !== undefined) continue;
        // They are links: a page that is rendered into one would damage the cache.
        for (const each of linked) rmSync(each, { force: true });
        return false;
      }
      return true;
    },
    async preload(compiled) {
      const pages = await open(compiled);
      await pages.load(store.isEmpty);
    },
    async render(compiled, inputs) {
      mkdirSync(outDir, { recursive: true });
      const listKey = inputs === undefined ? undefined : listKeyOf(inputs);
      const list: PageList = [];
      /** For what is cached only as a part of this list. */
      const addToList = (path: string, bytes: Uint8Array): void => {
        if (listKey === undefined) return;
        const key = hash('sha256', `${listKey}\n${path}`);
        const file = join(outDir, path);
        rendered.push(COMPLETED_LATER.includes(path) ? { key, file, bytes } : { key, file });
        list.push([path, key]);
      };
      // Node's recursive `cp` takes longer for one style sheet than linking 500 pages.
      for (const file of existsSync(compiled.files) ? listFilesRecursive(compiled.files) : []) {
        const bytes = readFileSync(join(compiled.files, file));
        writePage(join(outDir, file), bytes);
        addToList(file, bytes);
      }
      const pages = await open(compiled);
      const done = new Set(
        existsSync(publicDir) ? listFilesRecursive(publicDir).map((file) => join(outDir, file)) : [],
      );
      for (const path of await pages.paths()) {
        const outputPath = outputPathOf(path).replace(/^\/+/, '');
        const file = join(outDir, outputPath);
        // The folder public wins; of two pages with one path the first, as in Astro itself.
        if (done.has(file)) continue;
        done.add(file);
        const key =
          path.cacheKey === undefined
            ? undefined
            : hash('sha256', `${version}\n${path.route.component}\n${path.pathname}\n${path.cacheKey}`);
        if (key !== undefined && store.get(key, file) !== undefined) {
          list.push([outputPath, key]);
          continue;
        }
        const bytes = await pages.render(path);
        if (bytes === undefined) continue;
        writePage(file, bytes);
        if (key === undefined) {
          addToList(outputPath, bytes);
          continue;
        }
        rendered.push({ key, file });
        list.push([outputPath, key]);
      }
      if (listKey !== undefined) made = { key: listKey, pages: list };
    },
    evictAndFlush() {
      for (const { key, file, bytes } of rendered) {
        if (bytes === undefined) store.add(key, file);
        else store.insert(key, bytes, '');
      }
      rendered.length = 0;
      store.evictAndFlush(CACHE_MAX_AGE_DAYS.pages);
      if (made !== undefined) lists.insert(made.key, Buffer.from(JSON.stringify(made.pages)), '');
      lists.evictAndFlush(CACHE_MAX_AGE_DAYS.pageLists);
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

async function openCompiledRenderer(compiled: CompiledRenderer): Promise<Prerenderer> {
  return (await importPrerenderEntry(compiled)).openPrerenderer();
}

/** Imports the compiled entry, which Node loads once. */
export function importPrerenderEntry({
  entry,
}: CompiledRenderer): Promise<typeof import('./prerender-entry.ts')> {
  return import(pathToFileURL(entry).href);
}

/** The file of a path: a page is the index of its folder, except 404.html, which web servers request by name. */
export function outputPathOf({ pathname, route }: PagePath): string {
  if (route.type !== 'page') return pathname;
  return route.pathname === '/404' ? '404.html' : join(pathname, 'index.html');
}
