/**
 * The code of the pages, as Astro compiles it. It depends on our sources and on the address of the site, not on the content:
 * it is kept, and most builds draw with it at once, without Astro's bundler. A folder that was cut off or damaged is not
 * taken: each holds a list of its files with their digests, and gets its name when it is whole.
 */
import { createHash } from 'node:crypto';
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
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';

const ENTRY = fileURLToPath(new URL('./prerender-entry.ts', import.meta.url));
const STORE = fileURLToPath(new URL('../astro-data-store.ts', import.meta.url));
/** Its values are worked out once, while the pages are compiled, and stand in their code as data. */
const SCRIPTS = fileURLToPath(new URL('../layouts/compiled-scripts.ts', import.meta.url));
const DAY_MS = 86_400_000;

/** What Astro compiled. */
export interface CompiledRenderer {
  /** The module to enter by: prerender-entry.ts, with all that it needs. */
  entry: string;
  /** The folder of what goes to readers as it is: style sheets. */
  files: string;
}

/** The code kept in `folder` under `key`, where it stands whole. */
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
 * Compiles the pages of the project in `projectDir` and keeps their code in `folder` under `key`, in place of what stands
 * there. To be done by one process at a time: Astro writes into the project.
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

/** Notes what stands in the folder `tempPath` and lets it take the place of what was kept in `folder` under `key`. */
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

/** Has Astro compile the pages into `codeDir` with our own entry and store of content, and draw none of them. */
function compileOnlyIntegration(codeDir: string): AstroIntegration {
  let compiledTo = '';
  const renderNothing = {
    name: 'mingbai-render-nothing',
    setup: () => cp(compiledTo, codeDir, { recursive: true }),
    getStaticPaths: async () => [],
    render: () => Promise.reject(new Error('No page is drawn while pages are compiled.')),
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

/** A module that exports what the one in `file` comes to now. */
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
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
