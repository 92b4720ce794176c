/** Makes the pictures of all documents: those that were drawn before from the cache, the others anew. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pictureAddress } from '../../documents/picture-address.ts';
import type { Problem } from '../../documents/problem.ts';
import type { Site } from '../../documents/site.ts';
import { openCache } from './cache.ts';
import { type PictureName, pictureNames } from './draw.ts';
import { factsOf, type Pictured } from './facts.ts';
import { GETA } from './fonts.ts';
import { drawAll, type Job } from './pool.ts';
import { showProgress, type Terminal } from './progress.ts';
import { picturesVersion } from './version.ts';

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

/** What an editor is told of a character that no font has; `place` is where it stands. */
export function missingCharacterProblem(
  character: string,
  place: Pick<Problem, 'file' | 'line' | 'column'>,
): Problem {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message =
    `「${character}」（U+${codePoint}）这个字字体里没有，海报和卡片上只能印成 ${GETA}，看的人认不出来。` +
    '请换一个写法，例如换成常用字，或者去掉这个符号。';
  return { ...place, severity: 'warning', rule: 'share/missing-character', message };
}

/** A picture to be made, and where it goes. */
interface Order {
  document: Pictured;
  name: PictureName;
  key: string;
  path: string;
}

/** Writes `share/COLLECTION/SLUG/….png` of every policy, story and notice below `outDir`. */
export async function makePictures(
  site: Site,
  outDir: string,
  { cacheDir, terminal }: PictureOptions,
): Promise<MadePictures> {
  const cache = openCache(join(cacheDir, 'pictures'));
  const documents: Pictured[] = [...site.policies, ...site.stories, ...site.notices];
  const missing = new Map<Pictured, Set<string>>();
  const finish = ({ document, path }: Order, png: Uint8Array, characters: readonly string[]) => {
    writeFileSync(path, png);
    if (characters.length === 0) return;
    missing.set(document, new Set([...(missing.get(document) ?? []), ...characters]));
  };
  const version = documents.length > 0 ? picturesVersion() : '';
  const orders: Order[] = [];
  const jobs: Job[] = [];
  for (const document of documents) {
    const facts = factsOf(site, document);
    const said = JSON.stringify(facts);
    for (const name of pictureNames) {
      const path = join(outDir, pictureAddress(document, name));
      const key = createHash('sha256').update(`${version}\n${name}\n${said}`).digest('hex');
      const order = { document, name, key, path };
      const kept = cache.get(key);
      mkdirSync(dirname(path), { recursive: true });
      if (kept) finish(order, kept.png, kept.missing);
      else {
        jobs.push({ id: orders.length, name, facts });
        orders.push(order);
      }
    }
  }
  const progress = showProgress(terminal, { what: '画图片', total: jobs.length });
  try {
    await drawAll(jobs, ({ id, png, missing: characters }) => {
      const order = orders[id];
      if (!order) return;
      cache.put(order.key, { png: Buffer.from(png), missing: characters });
      finish(order, png, characters);
      progress.step();
    });
  } finally {
    progress.end();
  }
  cache.prune(new Date());
  return {
    drawn: jobs.length,
    kept: documents.length * pictureNames.length - jobs.length,
    missing: Array.from(missing, ([document, characters]) => ({ document, characters: [...characters] })),
  };
}
