/** The files of a photograph in the store of what earlier builds made: all of them, or none. */
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

/** Writes the files of a photograph below `outDir` and keeps them. The JPEG comes last and carries what pages are told. */
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

/** Places the files of a photograph that an earlier build made below `outDir`; undefined where one of them is not kept. */
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
  // Entries of builds before the field `placeholder` are made again.
  const isComplete = addresses?.every((address) => restore(address) !== undefined);
  if (isComplete && photograph?.placeholder !== undefined) return photograph;
  // They are links to what is kept: written over, that would be damaged.
  for (const path of restored) rmSync(path, { force: true });
  return undefined;
}
