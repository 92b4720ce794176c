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

const ENTRY = fileURLToPath(new URL('./pages-entry.ts', import.meta.url));
const STORE = fileURLToPath(new URL('../content-store.ts', import.meta.url));
/** Its values are worked out once, while the pages are compiled, and stand in their code as data. */
const SCRIPTS = fileURLToPath(new URL('../layouts/compiled-scripts.ts', import.meta.url));
/** Another build may be drawing with what is younger. */
const LEFT_ALONE_MS = 86_400_000;

/** What Astro compiled. */
export interface CompiledPages {
  /** The module to enter by: pages-entry.ts, with all that it needs. */
  entry: string;
  /** The folder of what goes to readers as it is: style sheets. */
  files: string;
}

/** The code kept in `folder` under `key`, where it stands whole. */
export function takeCompiledPages(folder: string, key: string): CompiledPages | undefined {
  const kept = join(folder, key);
  try {
    const list = JSON.parse(readFileSync(join(kept, 'list.json'), 'utf8')) as [string, string][];
    if (list.some(([file, digest]) => digestOf(join(kept, file)) !== digest)) return undefined;
    const entry = list.find(([file]) => basename(file).startsWith('prerender-entry'))?.[0];
    const now = new Date();
    utimesSync(kept, now, now);
    return entry === undefined ? undefined : { entry: join(kept, entry), files: join(kept, 'files') };
  } catch {
    return undefined;
  }
}

/**
 * Compiles the pages of the project in `projectDir` and keeps their code in `folder` under `key`, in place of what stands
 * there. To be done by one process at a time: Astro writes into the project.
 */
export async function compilePages(projectDir: string, folder: string, key: string): Promise<CompiledPages> {
  const half = join(folder, `${key}.${process.pid}`);
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'files'), { recursive: true });
  const { build } = await import('astro');
  await build({
    root: projectDir,
    outDir: join(half, 'files'),
    publicDir: join(half, 'no-public-folder'),
    logLevel: 'error',
    integrations: [codeOnly(join(half, 'code'))],
  });
  const compiled = keepCompiledPages(half, folder, key);
  removeOld(folder);
  return compiled;
}

/** Notes what stands in the folder `half` and lets it take the place of what was kept in `folder` under `key`. */
export function keepCompiledPages(half: string, folder: string, key: string): CompiledPages {
  const list = readdirSync(half, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(half.length + 1), digestOf(path)]);
  writeFileSync(join(half, 'list.json'), JSON.stringify(list));
  rmSync(join(folder, key), { recursive: true, force: true });
  renameSync(half, join(folder, key));
  const compiled = takeCompiledPages(folder, key);
  if (compiled === undefined) throw new Error(`Astro compiled no pages into ${join(folder, key)}.`);
  return compiled;
}

/** Has Astro compile the pages into `codeDir` with our own entry and store of content, and draw none of them. */
function codeOnly(codeDir: string): AstroIntegration {
  let compiledTo = '';
  const drawNone = {
    name: 'mingbai-draw-none',
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
                name: 'mingbai-pages-entry',
                configEnvironment: (name) =>
                  name === 'prerender' ? { build: { rolldownOptions: { input: ENTRY } } } : undefined,
                load: (id) => (id === SCRIPTS ? asData(id) : undefined),
                writeBundle({ dir = '' }) {
                  if (this.environment.name === 'prerender') compiledTo = dir;
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(drawNone),
    },
  };
}

/** A module that exports what the one in `file` comes to now. */
async function asData(file: string): Promise<string> {
  const values: Record<string, unknown> = await import(pathToFileURL(file).href);
  const exports = Object.entries(values).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  return exports.join('\n');
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > LEFT_ALONE_MS) rmSync(path, { recursive: true, force: true });
  }
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
