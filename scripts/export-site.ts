/**
 * Defines the order of an export: build the site in a temporary folder, convert it, and write the requested files: a zip for a memory
 * card, a Kiwix book, one HTML file. Each file is replaced atomically.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOnCard } from '../src/documents/card-path.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Site } from '../src/documents/site.ts';
import { makeOneFile } from '../src/offline/one-file/index.ts';
import { makePortableSite, type PortableFiles, zipPortableSite } from '../src/offline/portable-site/index.ts';
import { writeZim, type ZimMetadata } from '../src/offline/zim/index.ts';
import { bundlePortableSearch, INDEX_FOLDER, searchableAddresses } from '../src/search/index.ts';
import type { Settings } from '../src/settings.ts';
import { buildSite } from './build-site.ts';
import { writeOutputFile } from './output-file.ts';
import { makeTempDir, removeTempDir } from './temp-dir.ts';

/** The files to write. */
export interface ExportTargets {
  zipFile?: string | undefined;
  zimFile?: string | undefined;
  /** The site in one HTML file, with posters and photographs if `hasPictures`. */
  oneFile?: string | undefined;
  hasPictures?: boolean;
}

/** The result of an export. */
export interface ExportResult {
  diagnostics: Diagnostic[];
  /** Number of documents. */
  documents: number;
  /** What was written; undefined if the content has errors and nothing was. */
  written?: Written;
}

export interface Written {
  /** The content of the zip. */
  zip?: { files: number; bytes: number };
  oneFile?: { bytes: number };
}

/** A file to write, and its content or a function that writes it. */
type Output = [file: string, content: Uint8Array | ((path: string) => void)];

/** Builds the site and writes it to the targets; calls `onPage` for each page. Throws FileWriteError if a file cannot be written. */
export async function exportSite(
  settings: Settings,
  targets: ExportTargets,
  onPage: () => void,
): Promise<ExportResult> {
  const work = makeTempDir('bundle');
  try {
    const outDir = join(work, 'site');
    const { done, diagnostics, documents, site } = await buildSite({ ...settings, outDir });
    if (!done) return { diagnostics, documents };
    const outputs: Output[] = [];
    const written: Written = {};
    const { zipFile, zimFile, oneFile } = targets;
    if (zipFile || zimFile) {
      const card = await cardOf(site, outDir, onPage);
      if (zimFile) {
        const book = writeZim(card, bookOf(site), join(work, 'book'));
        outputs.push([zimFile, (path) => copyFileSync(book, path)]);
      }
      if (zipFile) {
        const zip = zipPortableSite(card, settings.today);
        outputs.push([zipFile, zip]);
        written.zip = { files: card.size, bytes: zip.length };
      }
    }
    if (oneFile) {
      const html = Buffer.from(await oneFileOf(site, outDir, targets, onPage));
      outputs.push([oneFile, html]);
      written.oneFile = { bytes: html.length };
    }
    writeAll(outputs);
    return { diagnostics, documents, written };
  } finally {
    removeTempDir(work);
  }
}

/** Replaces a file when all later ones are replaced: if one fails, those before it stay as they were. */
function writeAll([first, ...others]: readonly Output[]): void {
  if (!first) return;
  const [file, content] = first;
  writeOutputFile(file, (tempPath) => {
    if (typeof content === 'function') content(tempPath);
    else writeFileSync(tempPath, content);
    writeAll(others);
  });
}

async function oneFileOf(
  { about }: Site,
  dir: string,
  { hasPictures = false }: ExportTargets,
  onPage: () => void,
): Promise<string> {
  const worker = await bundlePortableSearch();
  return makeOneFile(dir, { url: about.url, fetched: INDEX_FOLDER, worker, hasPictures, onPage });
}

async function cardOf({ about, today }: Site, dir: string, onPage: () => void): Promise<PortableFiles> {
  const worker = await bundlePortableSearch();
  return makePortableSite(dir, {
    name: about.name,
    url: about.url,
    today,
    fetched: INDEX_FOLDER,
    worker,
    onPage,
  });
}

function bookOf(site: Site): ZimMetadata {
  const { name, description, owner, url } = site.about;
  return {
    title: name,
    description: description ?? name,
    creator: owner ?? name,
    publisher: name,
    source: url,
    found: new Set(searchableAddresses(site).map(addressOnCard)),
  };
}
