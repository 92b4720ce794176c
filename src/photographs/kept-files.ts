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
import type { MadePhotograph } from './make-files.ts';

/** Writes the files of a photograph below `outDir` and keeps them. The JPEG comes last and carries what pages are told. */
export function putFiles(
  { photograph, files, fallback }: MadePhotograph,
  outDir: string,
  store: FileCache,
): void {
  const put = (address: string, bytes: Uint8Array, note?: string) =>
    store.set(basename(address), join(outDir, address), bytes, note);
  const { key } = photograph;
  for (const { size, format, bytes } of files) put(photographAddress(key, size, format), bytes);
  put(fallbackAddress(key), fallback, JSON.stringify(photograph));
}

/** Places the files of a photograph that an earlier build made below `outDir`; undefined where one of them is not kept. */
export function takeFiles(key: string, outDir: string, store: FileCache): Photograph | undefined {
  const placed: string[] = [];
  const take = (address: string) => {
    placed.push(join(outDir, address));
    return store.get(basename(address), join(outDir, address));
  };
  const note = take(fallbackAddress(key));
  const photograph = note === undefined ? undefined : (JSON.parse(note) as Photograph);
  const addresses = photograph?.sizes.flatMap(({ name }) =>
    photographFormats.map((format) => photographAddress(key, name, format)),
  );
  // Entries of builds before the field `placeholder` are made again.
  const isComplete = addresses?.every((address) => take(address) !== undefined);
  if (isComplete && photograph?.placeholder !== undefined) return photograph;
  // They are links to what is kept: written over, that would be damaged.
  for (const path of placed) rmSync(path, { force: true });
  return undefined;
}
