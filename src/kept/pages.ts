/**
 * Pages that did not change are taken from the last build. A page says what it is given by its `cacheKey` (page-key.ts); what
 * is kept under that key and the version of the code is the page, byte for byte. Astro's own keeping of pages
 * (`experimental.incrementalBuild`) writes over its copies before it notes what they are made from: a build that was
 * killed there would give a wrong page later.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { openStore, type Store } from './store.ts';
import { pagesVersion } from './version.ts';

export interface KeptPagesOptions {
  projectDir: string;
  cacheDir: string;
}

/** Each day changes what pages say of the day: those of the day before have done their work. */
const KEPT_DAYS = 1;

/** Lets Astro draw only the pages whose key is new. */
export function keptPages({ projectDir, cacheDir }: KeptPagesOptions): AstroIntegration {
  let place = { outDir: '', base: '/' };
  return {
    name: 'mingbai-kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        place = { outDir: fileURLToPath(config.outDir), base: config.base };
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const store = openStore(join(cacheDir, 'pages'), new Date());
        const version = pagesVersion(projectDir);
        setPrerenderer((drawing) => keeping(drawing, { ...place, store, version }));
      },
    },
  };
}

interface Place {
  outDir: string;
  /** The path at which the site stands. */
  base: string;
  store: Store;
  version: string;
}

function keeping(drawing: AstroPrerenderer, { outDir, base, store, version }: Place): AstroPrerenderer {
  /** The keys of the pages that are being drawn, by their path. */
  const keys = new Map<string, string>();
  const isKept = (path: PathWithRoute): boolean => {
    if (path.cacheKey === undefined) return false;
    const key = keyOf(`${version}\n${path.route.component}\n${path.pathname}\n${path.cacheKey}`);
    const bytes = store.get(key);
    if (bytes === undefined) {
      keys.set(trimmed(path.pathname), key);
      return false;
    }
    const file = join(outDir, fileOf(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return true;
  };
  return {
    ...drawing,
    name: 'mingbai-kept-pages',
    // Members of its own are added to the inner one only when it is set up.
    setup: () => drawing.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => (await drawing.getStaticPaths()).filter((path) => !isKept(path)),
    async render(request, options) {
      const drawn = await drawing.render(request, options);
      const response = drawn instanceof Response ? drawn : drawn.response;
      const { pathname } = new URL(request.url);
      const key = keys.get(trimmed(decodeURI(pathname).slice(base.length)));
      if (key === undefined || response.status !== 200) return drawn;
      const bytes = new Uint8Array(await response.arrayBuffer());
      store.put(key, bytes);
      return new Response(bytes, { headers: response.headers });
    },
    async teardown() {
      store.close(KEPT_DAYS);
      await drawing.teardown?.();
    },
  };
}

/** Where Astro writes a path: pages into folders of their own. */
function fileOf({ pathname, route }: PathWithRoute): string {
  return route.type === 'page' ? join(pathname, 'index.html') : pathname;
}

const trimmed = (path: string): string => path.replace(/^\/|\/$/g, '');

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
