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
import type { CompiledPages } from './compiled-pages.ts';
import { filesBelow } from './files-below.ts';
import type { PagePath, Pages } from './pages-entry.ts';
import { openStore } from './store.ts';

export interface PagesOptions {
  /** Of the code: what was drawn by another is not taken. */
  version: string;
  /** Served as it lies, and in the output folder already; where it holds a file of the same name, no page is drawn. */
  publicDir: string;
  outDir: string;
  cacheDir: string;
}

/** Each day changes what pages say of the day: those of the day before have done their work. */
const KEPT_DAYS = 0;

export interface Drawing {
  /** Draws the pages of the content that the environment names, each that is not kept. */
  draw(compiled: CompiledPages): Promise<void>;
  /** Notes down what is kept; the pages stand before. */
  close(): void;
}

/** Opens what is kept, so that it is there when the content is. */
export function openDrawing({ version, publicDir, outDir, cacheDir }: PagesOptions): Drawing {
  const store = openStore(join(cacheDir, 'pages'), new Date());
  return {
    async draw(compiled) {
      mkdirSync(outDir, { recursive: true });
      if (existsSync(compiled.files)) await cp(compiled.files, outDir, { recursive: true });
      const pages = await openCompiled(compiled);
      const done = new Set(
        existsSync(publicDir) ? filesBelow(publicDir).map((file) => join(outDir, file)) : [],
      );
      for (const path of await pages.paths()) {
        const file = join(outDir, fileOf(path));
        // What lies in the folder public has its address; else the first of two that want one, as in Astro itself.
        if (done.has(file)) continue;
        done.add(file);
        const key =
          path.cacheKey === undefined
            ? undefined
            : hash('sha256', `${version}\n${path.route.component}\n${path.pathname}\n${path.cacheKey}`);
        if (key !== undefined && store.take(key, file) !== undefined) continue;
        const bytes = await pages.draw(path);
        if (bytes === undefined) continue;
        if (key !== undefined) store.put(key, file, bytes);
        else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
      }
    },
    close: () => store.close(KEPT_DAYS),
  };
}

/** Loads the code of all pages, so that it is there when the content is. */
export async function loadPages(compiled: CompiledPages): Promise<void> {
  const pages = await openCompiled(compiled);
  await pages.load();
}

async function openCompiled(compiled: CompiledPages): Promise<Pages> {
  return (await importPages(compiled)).openPages();
}

/** The module that pages are entered by; it is loaded once. */
export function importPages({ entry }: CompiledPages): Promise<typeof import('./pages-entry.ts')> {
  return import(pathToFileURL(entry).href);
}

/** Where a path is written: pages into folders of their own, but for the one that a web server asks for by its name. */
export function fileOf({ pathname, route }: PagePath): string {
  if (route.type !== 'page') return pathname;
  return route.pathname === '/404' ? '404.html' : join(pathname, 'index.html');
}
