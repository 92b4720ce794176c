/** The files of a photograph in the cache: all of them or none. */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileCache } from '../cache/file-cache.ts';
import {
  fallbackAddress,
  type Photograph,
  photographAddress,
  photographFormats,
} from '../documents/photograph.ts';
import type { EncodedPhotograph } from './encode-photograph.ts';

/** Writes the files of a photograph below `outDir` and caches them. The JPEG is last; its metadata is the data for pages. */
export function storeFiles(
  { photograph, files, fallback }: EncodedPhotograph,
  outDir: string,
  cache: FileCache,
): void {
  const store = (address: string, bytes: Uint8Array, metadata?: string) =>
    cache.set(basename(address), join(outDir, address), bytes, metadata);
  const { key } = photograph;
  for (const { size, format, bytes } of files) store(photographAddress(key, size, format), bytes);
  store(fallbackAddress(key), fallback, JSON.stringify(photograph));
}

/** Links the cached files of a photograph into `outDir`; undefined if one is missing. */
export function restoreFiles(key: string, outDir: string, cache: FileCache): Photograph | undefined {
  const restored: string[] = [];
  const restore = (address: string) => {
    restored.push(join(outDir, address));
    return cache.get(basename(address), join(outDir, address));
  };
  const metadata = restore(fallbackAddress(key));
  const photograph = metadata === undefined ? undefined : (JSON.parse(metadata) as Photograph);
  const addresses = photograph?.sizes.flatMap(({ name }) =>
    photographFormats.map((format) => photographAddress(key, name, format)),
  );
  // An entry from before the field `placeholder` counts as a miss.
  const isComplete = addresses?.every((address) => restore(address) !== undefined);
  if (isComplete && photograph?.placeholder !== undefined) return photograph;
  // They are links: writing to them would damage the cache.
  for (const path of restored) rmSync(path, { force: true });
  return undefined;
}
