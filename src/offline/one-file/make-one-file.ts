/**
 * Converts a built site to one HTML file, which a browser opens without loading anything beside it. It reads only the built files, so
 * that the content is the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cardPath } from '../../documents/card-path.ts';
import { createLinks, type Links } from '../portable-site/links.ts';
import { rewriteStyle } from '../portable-site/rewrite-style.ts';
import { bundleOneFileScript } from './client-script.ts';
import { addressOfFile, fragmentFor } from './file-directory.ts';
import { type FileGroup, packDirectory, packFiles } from './pack-files.ts';
import { type PageFacts, writeRecord } from './page-record.ts';
import { type ReadPage, readPage } from './read-page.ts';
import { addressBelow, readContents, type SiteContents } from './site-contents.ts';
import { writeHtml } from './write-html.ts';

export interface OneFileOptions {
  /** Full URL of the site, with a slash at the end. */
  url: string;
  /** Folder that scripts fetch from, relative to the site root: the search index. */
  fetched: string;
  /** The classic script that replaces the site's worker. */
  worker: string;
  /** Whether posters and photographs are included. */
  hasPictures: boolean;
  /** Called after each page. */
  onPage?: () => void;
}

const FIRST_PAGE = 'index.html';

/** Bytes of a block before compression. Pages: decoding takes 0.1 s on a phone six times slower than a computer. */
const MAX_PAGES_BYTES = 1_000_000;
/** Texts that are read one at a time: six of the index for the results of a search. */
const MAX_TEXTS_BYTES = 128_000;
const MAX_STORED_BYTES = 64_000;

/** The HTML of the site in `dir`. Throws if it has no front page. */
export async function makeOneFile(dir: string, options: OneFileOptions): Promise<string> {
  const contents = readContents(dir, options);
  const { links, used } = recordingLinks(contents, options.url);
  const pages = new Map<string, ReadPage>();
  for (const [file, html] of contents.pages) {
    pages.set(file, readPage(html, { links, from: file }));
    options.onPage?.();
  }
  const first = pages.get(FIRST_PAGE);
  if (!first) throw new Error(`${dir} has no ${FIRST_PAGE}.`);
  const read = (file: string) => readFileSync(join(dir, file));
  const linked = Array.from(used).filter((file) => contents.linkable.has(file) && !contents.pages.has(file));
  const packed = packFiles([
    { files: scriptFiles(pages, options.worker, read), maxBlockBytes: MAX_PAGES_BYTES, isCompressed: true },
    { files: pageFiles(pages, first), maxBlockBytes: MAX_PAGES_BYTES, isCompressed: true },
    ...otherFiles([...contents.index, ...linked.sort()], read),
  ]);
  const moved = Object.fromEntries([...contents.moved, ...namesOnCard(pages.keys())]);
  return writeHtml({
    page: first,
    style: styleOf(contents.pages.get(FIRST_PAGE) ?? '', options.url, read),
    titles: titlesOf(pages),
    contacts: pages.get('contacts/index.html')?.main ?? '',
    script: await bundleOneFileScript(),
    directory: packDirectory({ siteUrl: options.url, blocks: packed.blocks, moved }),
    blocks: packed.contents,
  });
}

/** Links between the files in the one file, which are recorded in `used`. */
function recordingLinks(
  { linkable, scripts }: SiteContents,
  url: string,
): { links: Links; used: Set<string> } {
  const used = new Set<string>();
  const { link } = createLinks(linkable, url, (_, to) => {
    used.add(to);
    return fragmentFor(addressOfFile(to));
  });
  const all = createLinks(new Set([...linkable, ...scripts]), url);
  const fileAt: Links['fileAt'] = (address, from) => {
    const file = all.fileAt(address, from);
    if (file !== undefined) used.add(file);
    return file;
  };
  return { links: { link, fileAt }, used };
}

/** The scripts of all pages, by name. */
function scriptFiles(
  pages: ReadonlyMap<string, ReadPage>,
  worker: string,
  read: (file: string) => Uint8Array,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { scripts, inline, onDemand, workers } of pages.values()) {
    for (const name of workers) files.set(name, Buffer.from(worker));
    for (const [name, code] of inline) files.set(name, Buffer.from(code));
    for (const name of [...scripts, ...onDemand]) if (!files.has(name)) files.set(name, read(name));
  }
  return files;
}

/** The records of the pages, by file. */
function pageFiles(pages: ReadonlyMap<string, ReadPage>, first: ReadPage): Map<string, Uint8Array> {
  return new Map(
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
}

/** The index of the search, texts and pictures: what is compressed already is stored, the small texts of the index are compressed together. */
function otherFiles(names: readonly string[], read: (file: string) => Uint8Array): FileGroup[] {
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

/** Search and finder name pages as on a memory card: those that have another name there. */
function namesOnCard(files: Iterable<string>): [string, string][] {
  return Array.from(files)
    .filter((file) => cardPath(file) !== file)
    .map((file) => [addressOfFile(cardPath(file)), addressOfFile(file)]);
}

/** The stylesheet of a page. Its addresses lead nowhere: no file beside the one file may be requested. */
function styleOf(html: string, siteUrl: string, read: (file: string) => Uint8Array): string {
  const address = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1];
  if (address === undefined) return '';
  const css = Buffer.from(read(addressBelow(siteUrl, address))).toString('utf8');
  return rewriteStyle(css, () => 'data:,');
}

/** The titles of the documents, in the order of their files. */
function titlesOf(pages: ReadonlyMap<string, ReadPage>): string[] {
  return Array.from(pages)
    .filter(([file]) => /^(?:policies|notices|stories)\/[^/]+\/index\.html$/.test(file))
    .map(([, { facts }]) => facts.title.split('｜')[0] ?? '');
}
