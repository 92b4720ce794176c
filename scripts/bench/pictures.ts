/**
 * Measures share pictures: from nothing, from the cache, and after a change of one document; peak memory and file sizes.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { makeShareImages } from '../../src/share/images/index.ts';
import { generateContent } from './generate-content.ts';
import type { Figures } from './table.ts';

/** Figures of one size. Wall-clock seconds; CPU seconds of all processors together. */
export interface PictureFigures extends Figures {
  documents: number;
  processors: number;
  pictures: number;
  fromNothingSeconds: number;
  fromNothingProcessorSeconds: number;
  allKeptSeconds: number;
  oneChangedSeconds: number;
  oneChangedDrawn: number;
  peakMemoryMb: number;
  largestCardBytes: number;
  largestSquareBytes: number;
  largestPosterBytes: number;
}

const TODAY = '2026-11-24';

/** Renders the pictures of `documents` generated and real documents; guides have none. */
export async function measurePictures(documents: number): Promise<PictureFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const content = join(folder, 'content');
  try {
    generateContent(content, Math.max(0, documents - realDocuments()));
    const fromNothing = await drawAll(content, folder);
    const allKept = await drawAll(content, folder);
    changeOne(content);
    const oneChanged = await drawAll(content, folder);
    const figures = {
      documents: fromNothing.documents,
      processors: availableParallelism(),
      pictures: fromNothing.rendered,
      fromNothingSeconds: fromNothing.seconds,
      fromNothingProcessorSeconds: fromNothing.processorSeconds,
      allKeptSeconds: allKept.seconds,
      oneChangedSeconds: oneChanged.seconds,
      oneChangedDrawn: oneChanged.rendered,
      peakMemoryMb: fromNothing.peakMb,
      largestCardBytes: largest(folder, 'card.png'),
      largestSquareBytes: largest(folder, 'square.png'),
      largestPosterBytes: largest(folder, 'poster.png'),
    };
    return [figures];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Number of real documents with pictures. */
function realDocuments(): number {
  const { policies, stories, notices } = readCorpus('content').documents;
  return policies.length + stories.length + notices.length;
}

/** One run into a new folder, as in a build. */
async function drawAll(content: string, folder: string) {
  const corpus = readCorpus(content);
  const site = createSite(corpus.documents, corpus, TODAY);
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 2 ** 20);
  }, 50);
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const { rendered } = await makeShareImages(site, join(folder, 'out'), {
    cacheDir: join(folder, 'cache'),
    terminal: process.stderr,
  });
  const { user, system } = process.cpuUsage(processor);
  clearInterval(watch);
  return {
    documents: site.policies.length + site.stories.length + site.notices.length,
    rendered,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakMb,
  };
}

function changeOne(content: string): void {
  const path = join(content, 'policies', 'di-bao.mdx');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: 家里困难，先问低保'));
}

function largest(folder: string, name: string): number {
  const files = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' });
  return Math.max(
    ...files.filter((file) => file.endsWith(name)).map((file) => statSync(join(folder, 'out', file)).size),
  );
}
