/**
 * Makes the photographs of a site small. The files of an earlier build are restored from the cache if bytes and settings are the
 * same. A published URL never dies: a small image in the same format replaces the original.
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
import { mapWithConcurrency } from '../map-with-concurrency.ts';
import { restoreFiles, storeFiles } from './cached-files.ts';
import { encodeLegacyPng, UnreadablePhotograph } from './encode.ts';
import { encodePhotograph } from './encode-photograph.ts';
import type { Original } from './originals.ts';

export interface PhotographResult {
  /** The photographs of pages, by their addresses in documents. */
  photographs: Record<string, Photograph>;
  /** Paths, from the site root, of the small images that replace originals: no page shows them. */
  legacyFallbacks: string[];
  /** Number of photographs encoded because they were not cached. */
  made: number;
}

export interface PhotographOptions {
  outDir: string;
  cacheDir: string;
  /** Called after each photograph with the number of all. */
  onPhotograph?: (total: number) => void;
}

/**
 * Version of the encoding; to be raised when that changes. Not a hash of our sources: the key is part of the URL, so a changed
 * comment would make every reader download every photograph again. The versions of the libraries are in the key as well.
 */
const FORMAT_VERSION = 1;
/** Each photograph is several images, and sharp runs on four threads. */
const PHOTOGRAPH_CONCURRENCY = 2;
/** Hexadecimal digits of the hash: enough to distinguish any two photographs. */
const KEY_DIGITS = 16;

/**
 * Makes the files of all these photographs below `outDir`. One that sharp cannot decode is left out; any other error is thrown:
 * of the disk, of encoding, of our code.
 */
export async function makeFromOriginals(
  originals: readonly Original[],
  { outDir, cacheDir, onPhotograph }: PhotographOptions,
): Promise<PhotographResult> {
  const result: PhotographResult = { photographs: {}, legacyFallbacks: [], made: 0 };
  const cache = openFileCache(join(cacheDir, 'photographs'), new Date());
  const context: PhotographContext = { outDir, cache, inFlight: new Map() };
  const threads = sharp.concurrency();
  // The bytes of an AVIF depend on the number of threads; they must be the same on every machine.
  sharp.concurrency(1);
  try {
    await mapWithConcurrency(originals, PHOTOGRAPH_CONCURRENCY, async (original) => {
      const done = await processOriginal(original, context);
      onPhotograph?.(originals.length);
      if (done === undefined) return;
      for (const address of original.addresses) result.photographs[address] = done.photograph;
      if (done.hasLegacyFallback) result.legacyFallbacks.push(original.path);
      if (done.isNew) result.made += 1;
    });
  } finally {
    sharp.concurrency(threads);
  }
  cache.evictAndFlush(CACHE_MAX_AGE_DAYS.photographs);
  return {
    ...result,
    photographs: sortKeys(result.photographs),
    legacyFallbacks: result.legacyFallbacks.sort(),
  };
}

interface PhotographContext {
  outDir: string;
  cache: FileCache;
  /** Photographs in progress, by key: the same bytes may have two names. */
  inFlight: Map<string, Promise<ProcessedPhotograph | undefined>>;
}

interface ProcessedPhotograph {
  photograph: Photograph;
  isNew: boolean;
}

/** Restores or encodes the files of one original; undefined if it cannot be decoded. */
async function processOriginal(
  original: Original,
  context: PhotographContext,
): Promise<(ProcessedPhotograph & { hasLegacyFallback: boolean }) | undefined> {
  const bytes = readFileSync(original.file);
  const key = photographKey(bytes);
  const processing = context.inFlight.get(key) ?? restoreOrEncode(key, bytes, context);
  context.inFlight.set(key, processing);
  const done = await processing;
  if (done === undefined) return undefined;
  const hasLegacyFallback = !original.isLinked && bytes.length > budgets.photographBytes;
  if (hasLegacyFallback) await writeLegacyFallback(original, bytes, done.photograph, context);
  return { ...done, hasLegacyFallback };
}

async function restoreOrEncode(
  key: string,
  bytes: Uint8Array,
  { outDir, cache }: PhotographContext,
): Promise<ProcessedPhotograph | undefined> {
  const cached = restoreFiles(key, outDir, cache);
  if (cached) return { photograph: cached, isNew: false };
  try {
    const encoded = await encodePhotograph(bytes, key);
    storeFiles(encoded, outDir, cache);
    return { photograph: encoded.photograph, isNew: true };
  } catch (error) {
    if (error instanceof UnreadablePhotograph) return undefined;
    throw error;
  }
}

/** Writes a small image of the same format in place of the original. */
async function writeLegacyFallback(
  { path, format }: Original,
  bytes: Uint8Array,
  { key, sizes }: Photograph,
  { outDir, cache }: PhotographContext,
): Promise<void> {
  const target = join(outDir, path);
  if (format === 'png') {
    const name = `${key}.png`;
    if (cache.get(name, target) === undefined) cache.set(name, target, await encodeLegacyPng(bytes));
    return;
  }
  const largest: PhotographSizeName = sizes.at(-1)?.name ?? 'middle';
  const same = format === 'jpg' ? fallbackAddress(key) : photographAddress(key, largest, 'webp');
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(outDir, same), target);
}

/** A hash of a photograph and of all that decides the bytes of its files. */
function photographKey(bytes: Uint8Array): string {
  const settings = JSON.stringify([FORMAT_VERSION, budgets.photographBytes, sharp.versions]);
  return createHash('sha256').update(settings).update(bytes).digest('hex').slice(0, KEY_DIGITS);
}

function sortKeys<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
