/**
 * Converts a built site to one HTML file, which a browser opens without loading anything beside it. It reads only the built files, so
 * that the content is the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardPath } from '../../documents/card-path.ts';
import { createLinks, type Links } from '../portable-site/links.ts';
import { rewriteStyle } from '../portable-site/rewrite-style.ts';
import { bundleOneFileScript } from './client-script.ts';
import { addressOfFile, fragmentFor } from './file-directory.ts';
import { otherGroups, pageGroup, scriptGroup } from './file-groups.ts';
import { packDirectory, packFiles } from './pack-files.ts';
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
    scriptGroup(pages, options.worker, read),
    pageGroup(pages, first),
    ...otherGroups([...contents.index, ...linked.sort()], read),
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
