/** Makes the share images of all documents, from the cache or rendered. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { openFileCache } from '../../cache/file-cache.ts';
import { type ShareImageName, shareImageNames, shareImagePath } from '../../documents/share-image-path.ts';
import type { Site } from '../../documents/site.ts';
import { type ShareableDocument, type ShareImageData, shareImageData } from './share-image-data.ts';

export { missingCharacterDiagnostics } from './missing-characters.ts';

import { CACHE_MAX_AGE_DAYS } from '../../cache/max-age.ts';
import { openRenderPool } from './pool.ts';
import { showProgress, type Terminal } from './progress.ts';
import { pictureRendererHash } from './renderer-hash.ts';

export interface ShareImageOptions {
  /** Folder of the cache. */
  cacheDir: string;
  /** The terminal for the progress display. */
  terminal: Terminal;
}

export interface ShareImageResult {
  rendered: number;
  cached: number;
  /** Documents with characters that no font has. */
  missing: { document: ShareableDocument; characters: string[] }[];
}

/** An image to be rendered. */
interface ImageTask {
  document: ShareableDocument;
  name: ShareImageName;
  facts: ShareImageData;
  /** Cache key. */
  key: string;
  path: string;
}

/** All share images of a site. */
function* listTasks(site: Site, outDir: string): Generator<ImageTask> {
  const documents: ShareableDocument[] = [...site.policies, ...site.stories, ...site.notices];
  const version = documents.length > 0 ? pictureRendererHash() : '';
  for (const document of documents) {
    const facts = shareImageData(site, document);
    const dataJson = JSON.stringify(facts);
    for (const name of shareImageNames) {
      const key = hash('sha256', `${version}\n${name}\n${dataJson}`);
      yield { document, name, facts, key, path: join(outDir, shareImagePath(document, name)) };
    }
  }
}

/** Writes `share/COLLECTION/SLUG/….png` of every policy, story and notice below `outDir`. */
export async function makeShareImages(
  site: Site,
  outDir: string,
  { cacheDir, terminal }: ShareImageOptions,
): Promise<ShareImageResult> {
  const cache = openFileCache(join(cacheDir, 'pictures'), new Date());
  const missing = new Map<ShareableDocument, Set<string>>();
  const addMissing = (document: ShareableDocument, characters: readonly string[]) => {
    if (characters.length === 0) return;
    missing.set(document, new Set([...(missing.get(document) ?? []), ...characters]));
  };
  const toRender: ImageTask[] = [];
  const pool = openRenderPool(({ id, ...picture }) => {
    const order = toRender[id];
    if (!order) return;
    cache.set(order.key, order.path, picture.png, picture.missing.join(''));
    addMissing(order.document, picture.missing);
    progress.step();
  });
  let cached = 0;
  for (const order of listTasks(site, outDir)) {
    const lacking = cache.get(order.key, order.path);
    if (lacking !== undefined) {
      addMissing(order.document, [...lacking]);
      cached += 1;
    } else pool.render({ id: toRender.push(order) - 1, name: order.name, facts: order.facts });
  }
  const progress = showProgress(terminal, { what: '画图片', total: toRender.length });
  await pool.finish().finally(() => progress.end());
  cache.evictAndFlush(CACHE_MAX_AGE_DAYS.shareImages);
  return {
    rendered: toRender.length,
    cached,
    missing: Array.from(missing, ([document, characters]) => ({ document, characters: [...characters] })),
  };
}
