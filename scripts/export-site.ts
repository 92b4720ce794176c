/**
 * Defines the order of an export: build the site in a temporary folder, convert it for a memory card, and write one zip, and a Kiwix book
 * if requested. Each file is replaced atomically.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOnCard } from '../src/documents/card-path.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Site } from '../src/documents/site.ts';
import { makePortableSite, type PortableFiles, zipPortableSite } from '../src/offline/portable-site/index.ts';
import { writeZim, type ZimMetadata } from '../src/offline/zim/index.ts';
import { bundlePortableSearch, INDEX_FOLDER, searchableAddresses } from '../src/search/index.ts';
import type { Settings } from '../src/settings.ts';
import { buildSite } from './build-site.ts';
import { writeOutputFile } from './output-file.ts';
import { makeTempDir, removeTempDir } from './temp-dir.ts';

/** The files to write. */
export interface ExportTargets {
  zipFile: string;
  zimFile?: string | undefined;
}

/** The result of an export. */
export interface ExportResult {
  diagnostics: Diagnostic[];
  /** Number of documents. */
  documents: number;
  /** The content of the zip; undefined if the content has errors and nothing was written. */
  written?: { files: number; bytes: number };
}

/** Builds the site and writes it to the targets; calls `onPage` for each page. Throws FileWriteError if a file cannot be written. */
export async function exportSite(
  settings: Settings,
  { zipFile, zimFile }: ExportTargets,
  onPage: () => void,
): Promise<ExportResult> {
  const work = makeTempDir('bundle');
  try {
    const outDir = join(work, 'site');
    const { done, diagnostics, documents, site } = await buildSite({ ...settings, outDir });
    if (!done) return { diagnostics, documents };
    const card = await cardOf(site, outDir, onPage);
    const zim = zimFile && writeZim(card, bookOf(site), join(work, 'book'));
    const zip = zipPortableSite(card, settings.today);
    const writeZip = () => writeOutputFile(zipFile, zip);
    if (!zimFile || !zim) writeZip();
    else {
      // The zip is replaced when the book is in its temporary file: if one fails, both stay as they were.
      writeOutputFile(zimFile, (tempPath) => {
        copyFileSync(zim, tempPath);
        writeZip();
      });
    }
    return { diagnostics, documents, written: { files: card.size, bytes: zip.length } };
  } finally {
    removeTempDir(work);
  }
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
