/**
 * The one place that knows the order of a bundle: build the site in a folder of its own, make a card's files of it, and
 * write them as one zip, which takes its place whole or not at all.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../src/documents/problem.ts';
import type { Site } from '../src/documents/site.ts';
import { type CardFiles, makeCard, zipCard } from '../src/offline/card/index.ts';
import { bundleCardSearch, INDEX_FOLDER } from '../src/search/index.ts';
import type { Settings } from '../src/settings.ts';
import { buildSite } from './build-site.ts';
import { writeWhole } from './whole-file.ts';
import { workFolder } from './work-folder.ts';

/** What a bundle came to. */
export interface Bundled {
  problems: Problem[];
  /** Number of documents. */
  documents: number;
  /** What was written; absent where the content has errors. */
  written?: { files: number; bytes: number };
}

/** Builds the site and writes it as a zip at `zipFile`; `onPage` hears of each page. Throws FileRefused where no zip can be. */
export async function bundleSite(settings: Settings, zipFile: string, onPage: () => void): Promise<Bundled> {
  const work = workFolder('bundle');
  try {
    const outDir = join(work, 'site');
    const { done, problems, documents, site } = await buildSite({ ...settings, outDir });
    if (!done) return { problems, documents };
    const card = await cardOf(site, outDir, onPage);
    const zip = zipCard(card, settings.today);
    writeWhole(zipFile, (half) => writeFileSync(half, zip));
    return { problems, documents, written: { files: card.size, bytes: zip.length } };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function cardOf({ about, today }: Site, dir: string, onPage: () => void): Promise<CardFiles> {
  const worker = await bundleCardSearch(dir);
  return makeCard(dir, { name: about.name, url: about.url, today, fetched: INDEX_FOLDER, worker, onPage });
}
