/**
 * Makes the photographs of a site small. What was made in an earlier build of the same bytes in the same way is taken from
 * there. An address that is out in the world never dies: where the original stood stands a small picture in its format.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { type FileCache, openFileCache } from '../cache/file-cache.ts';
import { CACHE_MAX_AGE_DAYS } from '../cache/max-age.ts';
import { budgets } from '../documents/budgets.ts';
import {
  fallbackAddress,
  type Photograph,
  type PhotographSizeName,
  photographAddress,
} from '../documents/photograph.ts';
import { smallPng } from './encode.ts';
import { putFiles, takeFiles } from './kept-files.ts';
import { makeFiles } from './make-files.ts';
import type { Original } from './originals.ts';

export interface MadePhotographs {
  /** What pages show, by the addresses that documents write. */
  photographs: Record<string, Photograph>;
  /** Files that stand in place of originals, from the top of the site: no page shows them. */
  replaced: string[];
  /** How many photographs were not kept and so made anew. */
  made: number;
}

export interface PhotographOptions {
  outDir: string;
  cacheDir: string;
  /** Hears of each photograph that is done, and how many there are. */
  onPhotograph?: (total: number) => void;
}

/**
 * How photographs are made; another number where that changes. No hash of the sources: the key is in the address, and every
 * reader would fetch every photograph again after a changed comment. Versions of the libraries have their own say.
 */
const FORM = 1;
/** At once; each is several pictures, and sharp has four threads. */
const AT_ONCE = 2;
/** Of a digest, in hexadecimal digits: as many as keep any two photographs apart. */
const KEY_DIGITS = 16;

/** Makes the files of all these photographs below `outDir`. */
export async function makeFromOriginals(
  originals: readonly Original[],
  { outDir, cacheDir, onPhotograph }: PhotographOptions,
): Promise<MadePhotographs> {
  const result: MadePhotographs = { photographs: {}, replaced: [], made: 0 };
  const store = openFileCache(join(cacheDir, 'photographs'), new Date());
  const workshop: Workshop = { outDir, store, inWork: new Map() };
  const threads = sharp.concurrency();
  // The bytes of an AVIF depend on how many threads wrote it: they are to be the same on every machine.
  sharp.concurrency(1);
  try {
    const waiting = originals.values();
    const work = async () => {
      for (const original of waiting) {
        const done = await makeOne(original, workshop);
        onPhotograph?.(originals.length);
        if (done === undefined) continue;
        for (const address of original.addresses) result.photographs[address] = done.photograph;
        if (done.isReplaced) result.replaced.push(original.path);
        if (done.isNew) result.made += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    sharp.concurrency(threads);
  }
  store.evictAndFlush(CACHE_MAX_AGE_DAYS.photographs);
  return { ...result, photographs: sorted(result.photographs), replaced: result.replaced.sort() };
}

interface Workshop {
  outDir: string;
  store: FileCache;
  /** Photographs by their key: the same bytes may lie under two names. */
  inWork: Map<string, Promise<Done | undefined>>;
}

interface Done {
  photograph: Photograph;
  isNew: boolean;
}

/** Makes or takes the files of one original; undefined where it is no photograph that can be read. */
async function makeOne(
  original: Original,
  workshop: Workshop,
): Promise<(Done & { isReplaced: boolean }) | undefined> {
  const { outDir, store, inWork } = workshop;
  const bytes = readFileSync(original.file);
  const key = keyOf(bytes);
  const work = inWork.get(key) ?? takeOrMake(key, bytes, workshop);
  inWork.set(key, work);
  const done = await work;
  if (done === undefined) return undefined;
  const isReplaced = !original.isLinked && bytes.length > budgets.photographBytes;
  if (isReplaced) await placeSmall(original, bytes, done.photograph, { outDir, store });
  return { ...done, isReplaced };
}

async function takeOrMake(
  key: string,
  bytes: Uint8Array,
  { outDir, store }: Workshop,
): Promise<Done | undefined> {
  const kept = takeFiles(key, outDir, store);
  if (kept) return { photograph: kept, isNew: false };
  const made = await makeFiles(bytes, key).catch(() => undefined);
  if (made === undefined) return undefined;
  putFiles(made, outDir, store);
  return { photograph: made.photograph, isNew: true };
}

/** Puts a small picture of the same format where the original stood. */
async function placeSmall(
  { path, format }: Original,
  bytes: Uint8Array,
  { key, sizes }: Photograph,
  { outDir, store }: Pick<Workshop, 'outDir' | 'store'>,
): Promise<void> {
  const target = join(outDir, path);
  if (format === 'png') {
    const name = `${key}.png`;
    if (store.get(name, target) === undefined) store.set(name, target, await smallPng(bytes));
    return;
  }
  const largest: PhotographSizeName = sizes.at(-1)?.name ?? 'middle';
  const same = format === 'jpg' ? fallbackAddress(key) : photographAddress(key, largest, 'webp');
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(outDir, same), target);
}

/** A digest of a photograph and of all that makes its files what they are. */
function keyOf(bytes: Uint8Array): string {
  const how = JSON.stringify([FORM, budgets.photographBytes, sharp.versions]);
  return createHash('sha256').update(how).update(bytes).digest('hex').slice(0, KEY_DIGITS);
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
