/** Makes the pictures of all documents: those that were drawn before from the cache, the others anew. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { openFileCache } from '../../cache/file-cache.ts';
import { type PictureName, pictureAddress, pictureNames } from '../../documents/picture-address.ts';
import type { Site } from '../../documents/site.ts';
import { factsOf, type Pictured, type PictureFacts } from './facts.ts';

export { missingCharacterDiagnostics } from './missing-characters.ts';

import { CACHE_MAX_AGE_DAYS } from '../../cache/max-age.ts';
import { openPool } from './pool.ts';
import { showProgress, type Terminal } from './progress.ts';
import { pictureRendererHash } from './renderer-hash.ts';

export interface PictureOptions {
  /** Folder of the cache. */
  cacheDir: string;
  /** Where progress is shown. */
  terminal: Terminal;
}

export interface MadePictures {
  /** How many were drawn, and how many came from the cache. */
  drawn: number;
  kept: number;
  /** Documents with characters that no font has. */
  missing: { document: Pictured; characters: string[] }[];
}

/** A picture to be made, and where it goes. */
interface Order {
  document: Pictured;
  name: PictureName;
  facts: PictureFacts;
  /** Under which it is kept. */
  key: string;
  path: string;
}

/** All pictures of a site. */
function* ordersOf(site: Site, outDir: string): Generator<Order> {
  const documents: Pictured[] = [...site.policies, ...site.stories, ...site.notices];
  const version = documents.length > 0 ? pictureRendererHash() : '';
  for (const document of documents) {
    const facts = factsOf(site, document);
    const said = JSON.stringify(facts);
    for (const name of pictureNames) {
      const key = hash('sha256', `${version}\n${name}\n${said}`);
      yield { document, name, facts, key, path: join(outDir, pictureAddress(document, name)) };
    }
  }
}

/** Writes `share/COLLECTION/SLUG/….png` of every policy, story and notice below `outDir`. */
export async function makePictures(
  site: Site,
  outDir: string,
  { cacheDir, terminal }: PictureOptions,
): Promise<MadePictures> {
  const store = openFileCache(join(cacheDir, 'pictures'), new Date());
  const missing = new Map<Pictured, Set<string>>();
  const note = (document: Pictured, characters: readonly string[]) => {
    if (characters.length === 0) return;
    missing.set(document, new Set([...(missing.get(document) ?? []), ...characters]));
  };
  const toDraw: Order[] = [];
  const pool = openPool(({ id, ...picture }) => {
    const order = toDraw[id];
    if (!order) return;
    store.set(order.key, order.path, picture.png, picture.missing.join(''));
    note(order.document, picture.missing);
    progress.step();
  });
  let kept = 0;
  for (const order of ordersOf(site, outDir)) {
    const lacking = store.get(order.key, order.path);
    if (lacking !== undefined) {
      note(order.document, [...lacking]);
      kept += 1;
    } else pool.draw({ id: toDraw.push(order) - 1, name: order.name, facts: order.facts });
  }
  const progress = showProgress(terminal, { what: '画图片', total: toDraw.length });
  await pool.finish().finally(() => progress.end());
  store.evictAndFlush(CACHE_MAX_AGE_DAYS.shareImages);
  return {
    drawn: toDraw.length,
    kept,
    missing: Array.from(missing, ([document, characters]) => ({ document, characters: [...characters] })),
  };
}
