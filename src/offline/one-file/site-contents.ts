/** Chooses the files of a built site that go into the one file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unescapeHtml } from '../../documents/html-text.ts';
import { listSiteFiles } from '../portable-site/site-files.ts';
import { addressOfFile } from './file-directory.ts';

export interface SiteContents {
  /** Pages by file, as built. */
  pages: Map<string, string>;
  /** Addresses that redirect, each with the address it leads to, both from the top of the site. */
  moved: Map<string, string>;
  /** Files that links may lead to: pages, texts and pictures. */
  linkable: Set<string>;
  /** Scripts of the pages. */
  scripts: Set<string>;
  /** Files of the search index. */
  index: string[];
}

/** Short addresses serve posters and text messages; an article is copied with a network; the rest is for the service worker. */
const EXCLUDED_PAGES = /^(?:s|toolkit\/article|offline\/missing)\//;
/** Texts to send or read out, and QR codes of about 700 bytes. */
const SMALL_FILES = /^share\/.*\/(?:[^/]+\.txt|qr\.png)$/;
const PICTURES = /^share\/.*\/poster\.png$|\.(?:jpe?g|png|webp|gif)$/;
/** Pictures for chat apps, which no page shows. */
const CARDS = /^share\/.*\/(?:card|square)\.png$/;

/** The contents of the site in `dir`, with posters and photographs if `hasPictures`. */
export function readContents(
  dir: string,
  { url, fetched, hasPictures }: { url: string; fetched: string; hasPictures: boolean },
): SiteContents {
  const files = listSiteFiles(dir, fetched);
  const contents: SiteContents = {
    pages: new Map(),
    moved: new Map(),
    linkable: new Set(),
    scripts: new Set(files.shown.filter((file) => file.endsWith('.js'))),
    index: files.fetched,
  };
  for (const file of files.shown) {
    if (file.endsWith('.html')) {
      if (EXCLUDED_PAGES.test(file)) continue;
      const html = readFileSync(join(dir, file), 'utf8');
      const target = redirectTarget(html);
      if (target === undefined) contents.pages.set(file, html);
      else contents.moved.set(addressOfFile(file), addressBelow(url, target));
      contents.linkable.add(file);
    } else if (SMALL_FILES.test(file) || (hasPictures && PICTURES.test(file) && !CARDS.test(file))) {
      contents.linkable.add(file);
    }
  }
  return contents;
}

function redirectTarget(html: string): string | undefined {
  const found = /<meta http-equiv="refresh" content="\d+; url=([^"]*)"/.exec(html)?.[1];
  return found === undefined ? undefined : unescapeHtml(found);
}

/** An address of the host of `siteUrl`, from the top of the site. */
export function addressBelow(siteUrl: string, address: string): string {
  const { pathname, search, hash } = new URL(address, siteUrl);
  return pathname.slice(new URL(siteUrl).pathname.length) + search + hash;
}
