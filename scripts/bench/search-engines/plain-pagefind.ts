/** Pagefind with its defaults: it indexes the main part of every page, with its own segmentation and ranking. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pinned from 'pagefind';
import * as latest from 'pagefind-latest';
import type { SearchEngine } from './engine.ts';

function plainPagefind(
  version: string,
  { createIndex, close }: Pick<typeof pinned, 'createIndex' | 'close'>,
) {
  const folder = `peer/pagefind-${version}`;
  return {
    name: `Pagefind ${version}, plain`,
    async build(dir) {
      const { index } = await createIndex({ rootSelector: 'main' });
      await index?.addDirectory({ path: dir });
      await index?.writeFiles({ outputPath: join(dir, folder, 'index') });
      await close();
      mkdirSync(join(dir, folder), { recursive: true });
      writeFileSync(
        join(dir, folder, 'index.html'),
        '<!doctype html><html lang="zh"><title>Pagefind</title>',
      );
    },
    page: `${folder}/`,
    ask: `(async (query) => {
      const pagefind = await import('/${folder}/index/pagefind.js');
      await pagefind.options({ baseUrl: '/' });
      const { results } = await pagefind.search(query);
      return (await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url }) => url);
    })`,
    knowsAnchors: false,
  } satisfies SearchEngine;
}

export const plainPagefinds: SearchEngine[] = [
  plainPagefind('1.4.0', pinned),
  plainPagefind('1.6.0', latest),
];
