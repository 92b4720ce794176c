/**
 * Measures photographs of 12 megapixels, from clear to grainy, one per document: build time from nothing and from the cache, and the
 * sizes of their files.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { examplePhotograph } from '../../src/photographs/example-photograph.ts';
import { makePhotographs } from '../../src/photographs/index.ts';
import type { Figures } from './table.ts';

/** Mean bytes of all photographs, and the largest file. */
export interface PhotographFigures extends Figures {
  photographs: number;
  fromNothingMsEach: number;
  cachedMsEach: number;
  smallAvifBytes: number;
  middleAvifBytes: number;
  largeAvifBytes: number;
  smallWebpBytes: number;
  middleWebpBytes: number;
  largeWebpBytes: number;
  jpegBytes: number;
  largestBytes: number;
}

const [WIDTH_PX, HEIGHT_PX] = [4032, 3024];
/** Noise from a clear day to a cheap phone at dusk. */
const GRAINS = [0.05, 0.1, 0.2, 0.3, 0.4];

/** Encodes the photographs of `documents` guides, twice. */
export async function measurePhotographs(documents: number): Promise<PhotographFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    await writePhotographs(folder, documents);
    const fromNothing = await makeAll(folder);
    const cached = await makeAll(folder);
    const files = readdirSync(join(folder, 'out', 'assets', 'photographs'));
    const sizes = (ending: string) =>
      files
        .filter((name) => name.endsWith(ending))
        .map((name) => statSync(join(folder, 'out', 'assets', 'photographs', name)).size);
    const mean = (ending: string) =>
      sizes(ending).reduce((sum, bytes) => sum + bytes, 0) / sizes(ending).length;
    const figures = {
      photographs: documents,
      fromNothingMsEach: fromNothing / documents,
      cachedMsEach: cached / documents,
      smallAvifBytes: mean('-small.avif'),
      middleAvifBytes: mean('-middle.avif'),
      largeAvifBytes: mean('-large.avif'),
      smallWebpBytes: mean('-small.webp'),
      middleWebpBytes: mean('-middle.webp'),
      largeWebpBytes: mean('-large.webp'),
      jpegBytes: mean('.jpg'),
      largestBytes: Math.max(...sizes('')),
    };
    return [figures];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Guides with one distinct photograph each. */
async function writePhotographs(folder: string, count: number): Promise<void> {
  mkdirSync(join(folder, 'content', 'pages'), { recursive: true });
  mkdirSync(join(folder, 'public', 'images'), { recursive: true });
  writeFileSync(
    join(folder, 'content', 'site.yml'),
    'name: 示例县明白纸\nurl: https://www.county.example/\n',
  );
  for (let number = 0; number < count; number += 1) {
    const grain = (GRAINS[number % GRAINS.length] ?? 0) + number / 10_000;
    const photograph = await examplePhotograph({ widthPx: WIDTH_PX, heightPx: HEIGHT_PX, grain });
    writeFileSync(join(folder, 'public', 'images', `photo-${number}.jpg`), photograph);
    writeFileSync(
      join(folder, 'content', 'pages', `guide-${number}.mdx`),
      `---\ntitle: 第${number}篇\nsummary: 看一张照片。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n![修好的路](/images/photo-${number}.jpg)\n`,
    );
  }
}

/** Milliseconds of one run into a new folder, as in a build. */
async function makeAll(folder: string): Promise<number> {
  const corpus = readCorpus(join(folder, 'content'));
  const site = createSite(corpus.documents, corpus, '2026-11-24');
  const outDir = join(folder, 'out');
  rmSync(outDir, { recursive: true, force: true });
  const began = performance.now();
  await makePhotographs(site, {
    publicDir: join(folder, 'public'),
    outDir,
    cacheDir: join(folder, 'cache'),
  });
  return performance.now() - began;
}
