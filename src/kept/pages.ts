/**
 * Pages that did not change are taken from the last build. A page says what it is given by its `cacheKey` (page-key.ts); what
 * is kept under that key and the version of the code is the page, byte for byte. Astro's own keeping of pages
 * (`experimental.incrementalBuild`) writes over its copies before it notes what they are made from: a build that was
 * killed there would give a wrong page later.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /** The pages that are being drawn, by their path. */
  const drawn = new Map<string, Drawn>();
  const isKept = (path: PathWithRoute): boolean => {
    if (path.cacheKey === undefined) return false;
    const key = digestOf(`${version}\n${path.route.component}\n${path.pathname}\n${path.cacheKey}`);
    const file = join(outDir, fileOf(path));
    if (store.take(key, file) === undefined) {
      drawn.set(trimmed(path.pathname), { key, file });
      return false;
    }
    return true;
  };
  return {
    ...drawing,
    name: 'mingbai-kept-pages',
    // Members of its own are added to the inner one only when it is set up.
    setup: () => drawing.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => (await drawing.getStaticPaths()).filter((path) => !isKept(path)),
    async render(request, options) {
      const result = await drawing.render(request, options);
      const response = result instanceof Response ? result : result.response;
      const page = drawn.get(trimmed(decodeURI(new URL(request.url).pathname).slice(base.length)));
      if (page === undefined || response.status !== 200) return result;
      const bytes = new Uint8Array(await response.arrayBuffer());
      page.digest = digestOf(bytes);
      return new Response(bytes, { headers: response.headers });
    },
    async teardown() {
      // Astro has written them by now; what a full disk cut off is not what was drawn.
      for (const { key, file, digest } of drawn.values()) {
        if (digest !== undefined && existsSync(file) && digestOf(readFileSync(file)) === digest)
          store.keep(key, file);
      }
      store.close(KEPT_DAYS);
      await drawing.teardown?.();
    },
  };
}

/** A page that Astro draws and writes. */
interface Drawn {
  key: string;
  file: string;
  /** Of its bytes, once it is drawn. */
  digest?: string;
}

/** Where Astro writes a path: pages into folders of their own. */
function fileOf({ pathname, route }: PathWithRoute): string {
  return route.type === 'page' ? join(pathname, 'index.html') : pathname;
}

const trimmed = (path: string): string => path.replace(/^\/|\/$/g, '');

function digestOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
