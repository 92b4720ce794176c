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
import { restoreFiles, storeFiles } from './cached-files.ts';
import { encodeLegacyPng } from './encode.ts';
import { encodePhotograph } from './encode-photograph.ts';
import type { Original } from './originals.ts';

export interface PhotographResult {
  /** What pages show, by the addresses that documents write. */
  photographs: Record<string, Photograph>;
  /** Files that stand in place of originals, from the top of the site: no page shows them. */
  legacyFallbacks: string[];
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
const FORMAT_VERSION = 1;
/** At once; each is several pictures, and sharp has four threads. */
const PHOTOGRAPH_CONCURRENCY = 2;
/** Of a digest, in hexadecimal digits: as many as keep any two photographs apart. */
const KEY_DIGITS = 16;

/** Makes the files of all these photographs below `outDir`. */
export async function makeFromOriginals(
  originals: readonly Original[],
  { outDir, cacheDir, onPhotograph }: PhotographOptions,
): Promise<PhotographResult> {
  const result: PhotographResult = { photographs: {}, legacyFallbacks: [], made: 0 };
  const store = openFileCache(join(cacheDir, 'photographs'), new Date());
  const context: PhotographContext = { outDir, store, inFlight: new Map() };
  const threads = sharp.concurrency();
  // The bytes of an AVIF depend on how many threads wrote it: they are to be the same on every machine.
  sharp.concurrency(1);
  try {
    const waiting = originals.values();
    const work = async () => {
      for (const original of waiting) {
        const done = await processOriginal(original, context);
        onPhotograph?.(originals.length);
        if (done === undefined) continue;
        for (const address of original.addresses) result.photographs[address] = done.photograph;
        if (done.hasLegacyFallback) result.legacyFallbacks.push(original.path);
        if (done.isNew) result.made += 1;
      }
    };
    await Promise.all(Array.from({ length: PHOTOGRAPH_CONCURRENCY }, work));
  } finally {
    sharp.concurrency(threads);
  }
  store.evictAndFlush(CACHE_MAX_AGE_DAYS.photographs);
  return {
    ...result,
    photographs: sortKeys(result.photographs),
    legacyFallbacks: result.legacyFallbacks.sort(),
  };
}

interface PhotographContext {
  outDir: string;
  store: FileCache;
  /** Photographs by their key: the same bytes may lie under two names. */
  inFlight: Map<string, Promise<ProcessedPhotograph | undefined>>;
}

interface ProcessedPhotograph {
  photograph: Photograph;
  isNew: boolean;
}

/** Makes or takes the files of one original; undefined where it is no photograph that can be read. */
async function processOriginal(
  original: Original,
  context: PhotographContext,
): Promise<(ProcessedPhotograph & { hasLegacyFallback: boolean }) | undefined> {
  const { outDir, store, inFlight } = context;
  const bytes = readFileSync(original.file);
  const key = photographKey(bytes);
  const work = inFlight.get(key) ?? restoreOrEncode(key, bytes, context);
  inFlight.set(key, work);
  const done = await work;
  if (done === undefined) return undefined;
  const hasLegacyFallback = !original.isLinked && bytes.length > budgets.photographBytes;
  if (hasLegacyFallback) await writeLegacyFallback(original, bytes, done.photograph, { outDir, store });
  return { ...done, hasLegacyFallback };
}

async function restoreOrEncode(
  key: string,
  bytes: Uint8Array,
  { outDir, store }: PhotographContext,
): Promise<ProcessedPhotograph | undefined> {
  const kept = restoreFiles(key, outDir, store);
  if (kept) return { photograph: kept, isNew: false };
  const made = await encodePhotograph(bytes, key).catch(() => undefined);
  if (made === undefined) return undefined;
  storeFiles(made, outDir, store);
  return { photograph: made.photograph, isNew: true };
}

/** Puts a small picture of the same format where the original stood. */
async function writeLegacyFallback(
  { path, format }: Original,
  bytes: Uint8Array,
  { key, sizes }: Photograph,
  { outDir, store }: Pick<PhotographContext, 'outDir' | 'store'>,
): Promise<void> {
  const target = join(outDir, path);
  if (format === 'png') {
    const name = `${key}.png`;
    if (store.get(name, target) === undefined) store.set(name, target, await encodeLegacyPng(bytes));
    return;
  }
  const largest: PhotographSizeName = sizes.at(-1)?.name ?? 'middle';
  const same = format === 'jpg' ? fallbackAddress(key) : photographAddress(key, largest, 'webp');
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(outDir, same), target);
}

/** A digest of a photograph and of all that makes its files what they are. */
function photographKey(bytes: Uint8Array): string {
  const how = JSON.stringify([FORMAT_VERSION, budgets.photographBytes, sharp.versions]);
  return createHash('sha256').update(how).update(bytes).digest('hex').slice(0, KEY_DIGITS);
}

function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
