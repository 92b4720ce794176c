/**
 * Measures the search over sites of several sizes: how many queries of the set are answered in the first and the
 * first three, what a first and a next query fetch, and how long they take on a processor slowed six times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { buildSearchIndex } from '../../src/search/index.ts';
import { readSettings } from '../../src/settings.ts';
import { launchCurrentChromium } from '../../tests/browsers/current-chromium.ts';
import { askAll, readQueries, recall } from '../../tests/search/query-set.ts';
import { buildSite } from '../build-site.ts';
import { serveFolder } from '../serve/server.ts';
import { makeContent } from './corpus.ts';

/** The figures of one size. Bytes are as they go over the wire, gzip where the file is not packed already. */
export interface SearchFigures {
  documents: number;
  recallFirst: number;
  recallThree: number;
  firstBytes: number;
  firstMs: number;
  nextBytesMedian: number;
  nextBytesMost: number;
  nextMsMedian: number;
  nextMsMost: number;
  indexMsPerDocument: number;
}

/** How much slower the processor is made: a cheap phone beside a desk. */
const SLOWER = 6;

/** Builds a site with `documents` made documents besides the real ones, and measures its search. */
export async function measureSearch(documents: number): Promise<SearchFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const content = join(folder, 'content');
  const out = join(folder, 'out');
  try {
    makeContent(content, Math.max(0, documents - 22));
    const indexMs = await timeIndex(content, join(folder, 'index'));
    const built = await buildSite(
      readSettings({ MINGBAI_CONTENT: content, MINGBAI_OUT: out, MINGBAI_TODAY: '2026-11-24' }),
    );
    if (!built.done) throw new Error(`The made content has errors: ${built.problems[0]?.message}`);
    return { documents: built.documents, indexMsPerDocument: indexMs / built.documents, ...(await ask(out)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeIndex(content: string, out: string): Promise<number> {
  const corpus = readCorpus(content);
  const site = createSite(corpus.documents, corpus, '2026-11-24');
  const began = performance.now();
  await buildSearchIndex(site, out);
  return performance.now() - began;
}

async function ask(dir: string) {
  const served = await serveFolder({ dir, base: '/', port: 0 });
  const browser = await launchCurrentChromium();
  try {
    const queries = readQueries();
    const page = await browser.newPage();
    await page.goto(`${served.url}search/`);
    const found = await page.evaluate<string[][]>(askAll(queries.map(({ query }) => query)));
    const costs = await measureCosts(
      await browser.newPage(),
      `${served.url}search/`,
      queries.map(({ query }) => query),
    );
    return {
      recallFirst: recall(queries, found, 1).share,
      recallThree: recall(queries, found, 3).share,
      ...costs,
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Asks a sample of the queries one after another on a slowed page, from an empty cache. */
async function measureCosts(page: Page, url: string, queries: readonly string[]) {
  let bytes = 0;
  const pending = new Set<Promise<void>>();
  page.context().on('response', (response) => {
    const counted = response
      .body()
      .then((body) => {
        const isPacked = /pf_|\.pagefind$/.test(response.url());
        bytes += isPacked ? body.length : gzipSync(body, { level: 9 }).length;
      })
      .catch(() => undefined);
    pending.add(counted);
  });
  await page.goto(url);
  await Promise.all(pending);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });

  const costs: { bytes: number; ms: number }[] = [];
  for (const query of queries.filter((_, index) => index % 8 === 0)) {
    bytes = 0;
    const began = performance.now();
    await page.evaluate(askAll([query]));
    const ms = performance.now() - began;
    await Promise.all(pending);
    costs.push({ bytes, ms });
  }
  const [first, ...next] = costs;
  const sorted = (key: 'bytes' | 'ms') => next.map((cost) => cost[key]).sort((a, b) => a - b);
  const median = (key: 'bytes' | 'ms') => sorted(key)[Math.floor(next.length / 2)] ?? 0;
  return {
    firstBytes: first?.bytes ?? 0,
    firstMs: first?.ms ?? 0,
    nextBytesMedian: median('bytes'),
    nextBytesMost: sorted('bytes').at(-1) ?? 0,
    nextMsMedian: median('ms'),
    nextMsMost: sorted('ms').at(-1) ?? 0,
  };
}
