/**
 * Compiles the page code with Astro and caches it. It depends on our sources only, not on the content or the address of the site, so
 * most builds render without Astro's bundler. Each cached folder has a list of its files with their hashes and is renamed when it
 * is complete: an incomplete or damaged one is a miss.
 */
import { hash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { DAY_MS } from '../documents/dates.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';

const ENTRY = fileURLToPath(new URL('./prerender-entry.ts', import.meta.url));
const STORE = fileURLToPath(new URL('../astro-data-store.ts', import.meta.url));
/** Its exports are computed once, at compile time, and compiled in as data. */
const SCRIPTS = fileURLToPath(new URL('../layouts/compiled-scripts.ts', import.meta.url));

/** Compiled page code. */
export interface CompiledRenderer {
  /** The compiled prerender-entry.ts. */
  entry: string;
  /** Folder of the files for readers: style sheets. */
  files: string;
}

/** The code cached in `folder` under `key`; undefined if it is missing, incomplete or damaged. */
export function getCompiledRenderer(folder: string, key: string): CompiledRenderer | undefined {
  const cached = join(folder, key);
  try {
    const list = JSON.parse(readFileSync(join(cached, 'list.json'), 'utf8')) as [string, string][];
    if (list.some(([file, digest]) => hashFile(join(cached, file)) !== digest)) return undefined;
    const entry = list.find(([file]) => basename(file).startsWith('prerender-entry'))?.[0];
    const now = new Date();
    utimesSync(cached, now, now);
    return entry === undefined ? undefined : { entry: join(cached, entry), files: join(cached, 'files') };
  } catch {
    return undefined;
  }
}

/**
 * Compiles the pages of the project in `projectDir` and caches their code in `folder` under `key`. Needs a lock: Astro writes into
 * the project's folder.
 */
export async function compileRenderer(
  projectDir: string,
  folder: string,
  key: string,
): Promise<CompiledRenderer> {
  const tempPath = join(folder, `${key}.${process.pid}`);
  rmSync(tempPath, { recursive: true, force: true });
  mkdirSync(join(tempPath, 'files'), { recursive: true });
  const { build } = await import('astro');
  await build({
    root: projectDir,
    outDir: join(tempPath, 'files'),
    publicDir: join(tempPath, 'no-public-folder'),
    logLevel: 'error',
    integrations: [compileOnlyIntegration(join(tempPath, 'code'))],
  });
  const compiled = storeCompiledRenderer(tempPath, folder, key);
  removeStale(folder);
  return compiled;
}

/** Lists the files of the folder `tempPath` and moves it to `key` in `folder`, replacing an older one. */
export function storeCompiledRenderer(tempPath: string, folder: string, key: string): CompiledRenderer {
  const list = readdirSync(tempPath, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(tempPath.length + 1), hashFile(path)]);
  writeFileSync(join(tempPath, 'list.json'), JSON.stringify(list));
  rmSync(join(folder, key), { recursive: true, force: true });
  renameSync(tempPath, join(folder, key));
  const compiled = getCompiledRenderer(folder, key);
  if (compiled === undefined) throw new Error(`Astro compiled no pages into ${join(folder, key)}.`);
  return compiled;
}

/** Makes Astro compile the pages into `codeDir` with our entry and data store, and render none. */
function compileOnlyIntegration(codeDir: string): AstroIntegration {
  let compiledTo = '';
  const renderNothing = {
    name: 'mingbai-render-nothing',
    setup: () => cp(compiledTo, codeDir, { recursive: true }),
    getStaticPaths: async () => [],
    render: () => Promise.reject(new Error('No page is rendered while pages are compiled.')),
  };
  return {
    name: 'mingbai-code-only',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            resolve: { alias: { 'astro:data-layer-content': STORE } },
            plugins: [
              {
                name: 'mingbai-prerender-entry',
                configEnvironment: (name) =>
                  name === 'prerender' ? { build: { rolldownOptions: { input: ENTRY } } } : undefined,
                load: (id) => (id === SCRIPTS ? toDataModule(id) : undefined),
                writeBundle({ dir = '' }) {
                  if (this.environment.name === 'prerender') compiledTo = dir;
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(renderNothing),
    },
  };
}

/** A module whose exports are the present values of those of `file`, as JSON. */
async function toDataModule(file: string): Promise<string> {
  const values: Record<string, unknown> = await import(pathToFileURL(file).href);
  const exports = Object.entries(values).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  return exports.join('\n');
}

function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > CACHE_MAX_AGE_DAYS.compiledRenderer * DAY_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

function hashFile(path: string): string {
  return hash('sha256', readFileSync(path));
}
