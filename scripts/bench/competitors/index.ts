/** Other generators over our texts, for comparison. They generate less than ours; each states its output. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir, removeTempDir } from '../../temp-dir.ts';
import type { Cost } from '../measured-run.ts';
import { astroMdx } from './astro-mdx.ts';
import type { Competitor } from './competitor.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { type PlainText, readPlainTexts } from './texts.ts';

/** Measures each competitor that is installed or can be, one after another. */
export async function* measureCompetitors(content: string): AsyncGenerator<{ what: string; cost: Cost }> {
  const texts = readPlainTexts(content);
  for (const competitor of [hugo, eleventy, astroMdx].filter((each) => each.isReady())) {
    // Below the project, whose packages Astro resolves.
    const dir = makeTempDir('bench');
    try {
      yield { what: competitor.what, cost: await measureCompetitor(competitor, dir, texts) };
    } finally {
      removeTempDir(dir);
    }
  }
}

/** Measures one competitor in an empty folder; throws unless it renders every text and the list of every collection. */
export async function measureCompetitor(
  competitor: Competitor,
  dir: string,
  texts: readonly PlainText[],
): Promise<Cost> {
  mkdirSync(dir, { recursive: true });
  competitor.write(dir, texts);
  const cost = await competitor.build(dir);
  for (const path of texts.flatMap((text) => [text.path, text.collection])) {
    const page = join(dir, 'out', path, 'index.html');
    if (!existsSync(page)) throw new Error(`${competitor.what} made no page ${path}.`);
  }
  return cost;
}
