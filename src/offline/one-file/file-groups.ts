/** Groups the files of the one file by how they are read: those that are read together are in one block. */
import { gunzipSync } from 'node:zlib';
import type { FileGroup } from './pack-files.ts';
import { type PageFacts, writeRecord } from './page-record.ts';
import type { ReadPage } from './read-page.ts';

/** Bytes of a block before compression. Pages: decoding takes 0.1 s on a phone six times slower than a computer. */
const MAX_PAGES_BYTES = 1_000_000;
/** Texts that are read one at a time: six of the index for the results of a search. */
const MAX_TEXTS_BYTES = 128_000;
const MAX_STORED_BYTES = 64_000;

/** The scripts of all pages. The search runs as a worker on the site: `worker` replaces it. */
export function scriptGroup(
  pages: ReadonlyMap<string, ReadPage>,
  worker: string,
  read: (file: string) => Uint8Array,
): FileGroup {
  const files = new Map<string, Uint8Array>();
  for (const { scripts, inline, onDemand, workers } of pages.values()) {
    for (const name of workers) files.set(name, Buffer.from(worker));
    for (const [name, code] of inline) files.set(name, Buffer.from(code));
    for (const name of [...scripts, ...onDemand]) if (!files.has(name)) files.set(name, read(name));
  }
  return { files, maxBlockBytes: MAX_PAGES_BYTES, isCompressed: true };
}

/** The records of the pages, by file. */
export function pageGroup(pages: ReadonlyMap<string, ReadPage>, first: ReadPage): FileGroup {
  const files = new Map(
    Array.from(pages, ([file, { facts, scripts, header, main, footer }]) => {
      const all: PageFacts = {
        ...facts,
        scripts,
        ...(header === first.header ? {} : { header }),
        ...(footer === first.footer ? {} : { footer }),
      };
      return [file, Buffer.from(writeRecord({ facts: all, main }))];
    }),
  );
  return { files, maxBlockBytes: MAX_PAGES_BYTES, isCompressed: true };
}

/** The index of the search, texts and pictures: what is compressed already is stored, small texts are compressed together. */
export function otherGroups(names: readonly string[], read: (file: string) => Uint8Array): FileGroup[] {
  const texts = new Map<string, Uint8Array>();
  const stored = new Map<string, Uint8Array>();
  for (const name of names) {
    const bytes = read(name);
    if (name.endsWith('.pf_fragment')) texts.set(name, gunzipSync(bytes));
    else if (isCompressedFile(name, bytes)) stored.set(name, bytes);
    else texts.set(name, bytes);
  }
  return [
    { files: texts, maxBlockBytes: MAX_TEXTS_BYTES, isCompressed: true },
    { files: stored, maxBlockBytes: MAX_STORED_BYTES, isCompressed: false },
  ];
}

const isCompressedFile = (name: string, [first, second]: Uint8Array): boolean =>
  (first === 0x1f && second === 0x8b) || !/\.(?:txt|json|bin|svg)$/.test(name);
