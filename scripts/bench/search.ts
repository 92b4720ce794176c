/**
 * Measures the search, and others beside it, over sites of several sizes: how many queries of the set are answered
 * in the first and the first three, what a first and a next query fetch, how long they take, and the index.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import { queryParts } from '../../src/search/words.ts';
import { readSettings } from '../../src/settings.ts';
import { launchCurrentChromium } from '../../tests/browsers/current-chromium.ts';
import { askAll, type Query, readQueries, recall } from '../../tests/search/query-set.ts';
import { buildSite } from '../build-site.ts';
import { serveFolder } from '../serve/server.ts';
import { makeContent, REAL_DOCUMENTS } from './corpus.ts';
import type { SearchEngine } from './search-engines/engine.ts';
import { mingbai } from './search-engines/mingbai.ts';
import { minisearch } from './search-engines/minisearch.ts';
import { plainPagefinds } from './search-engines/plain-pagefind.ts';
import type { Figures } from './table.ts';

/** The figures of one engine at one size. Bytes are as they go over the wire, gzip where a file is not packed already. */
export interface SearchFigures extends Figures {
  engine: string;
  documents: number;
  recallFirst: number;
  recallThree: number;
  firstBytes: number;
  nextBytesMedian: number;
  nextBytesMost: number;
  firstMs: number;
  nextMsMedian: number;
  nextMsMost: number;
  indexMsPerDocument: number;
}

/**
 * How much slower than a desk a cheap phone is. Times are taken unslowed and multiplied, the network's part with the rest:
 * a browser's own brake does not slow workers.
 */
const SLOWER = 6;

/** Between two queries: what the browser still paints of the first is no part of the second. */
const REST_MS = 50;

/** How long an engine may take for all queries. */
const PATIENCE_MS = 300_000;

/** The day for which the measured sites are built. */
const TODAY = '2026-11-24';

/** Builds a site of `documents` documents and measures each engine on it. */
export async function measureSearch(documents: number): Promise<SearchFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  try {
    const queries = readQueries();
    makeContent(content, Math.max(0, documents - REAL_DOCUMENTS), { otherThan: subjectsOf(queries) });
    const built = await buildSite(
      readSettings({ MINGBAI_CONTENT: content, MINGBAI_OUT: out, MINGBAI_TODAY: TODAY }),
      { withPictures: false },
    );
    if (!built.done) throw new Error(`The made content has errors: ${built.problems[0]?.message}`);
    const corpus = readCorpus(content);
    const site = createSite(corpus.documents, corpus, TODAY);
    const figures: SearchFigures[] = [];
    for (const engine of [mingbai, ...plainPagefinds, minisearch]) {
      const measured = await measureEngine(engine, { queries, site, dir: out, documents: built.documents });
      if (measured) figures.push(measured);
      else process.stderr.write(`${engine.name}: no answer within ${PATIENCE_MS / 60_000} minutes\n`);
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words of the queries and single characters asked for: the made documents are about other things. */
function subjectsOf(queries: readonly Query[]): string[] {
  return queries.flatMap(({ query }) => queryParts(query).words);
}

interface Ground {
  queries: Query[];
  site: Site;
  dir: string;
  documents: number;
}

/** The figures of one engine; undefined where it does not answer. */
export async function measureEngine(
  engine: SearchEngine,
  ground: Ground,
): Promise<SearchFigures | undefined> {
  const { queries, site, dir, documents } = ground;
  await engine.prepare?.(dir, site);
  const began = performance.now();
  await engine.build(dir, site);
  const indexMs = performance.now() - began;
  const served = await serveFolder({ dir, base: '/', port: 0 });
  const browser = await launchCurrentChromium();
  // What never answers is ended with its browser, and told.
  let isLate = false;
  const patience = setTimeout(() => {
    isLate = true;
    void browser.close();
  }, PATIENCE_MS);
  try {
    const url = served.url + engine.page;
    const page = await browser.newPage();
    await page.goto(url);
    const texts = queries.map(({ query }) => query);
    const found = await page.evaluate<string[][]>(askAll(texts, engine.ask));
    const wanted = engine.knowsAnchors ? queries : queries.map(withoutAnchors);
    return {
      engine: engine.name,
      documents,
      recallFirst: recall(wanted, found, 1).share,
      recallThree: recall(wanted, found, 3).share,
      ...(await measureCosts(browser, url, engine.askTyped ?? engine.ask, texts)),
      indexMsPerDocument: indexMs / documents,
    };
  } catch (error) {
    if (isLate) return undefined;
    throw error;
  } finally {
    clearTimeout(patience);
    await browser.close();
    await served.close();
  }
}

function withoutAnchors(query: Query): Query {
  return { ...query, answers: query.answers.map((address) => address.replace(/#.*/, '')) };
}

/** Asks every eighth query, one after another, from an empty cache: once to count the bytes, once for the time alone. */
async function measureCosts(browser: Browser, url: string, ask: string, queries: readonly string[]) {
  const asked = queries.filter((_, index) => index % 8 === 0);
  // Whoever listens to the network slows each fetch down: the bytes are counted in a window of their own.
  const bytes = await inEmptyWindow(browser, url, (page) => {
    const count = countBytes(page);
    return oneByOne(asked, async (query) => {
      await page.evaluate(`(${ask})(${JSON.stringify(query)})`);
      return count();
    });
  });
  const ms = await inEmptyWindow(browser, url, (page) =>
    oneByOne(asked, async (query) => {
      const desk = await page.evaluate<number>(`(async () => {
        const began = performance.now();
        await (${ask})(${JSON.stringify(query)});
        const took = performance.now() - began;
        await new Promise((rest) => requestAnimationFrame(() => setTimeout(rest, ${REST_MS})));
        return took;
      })()`);
      return desk * SLOWER;
    }),
  );
  const sorted = ([, ...next]: number[]) => next.sort((a, b) => a - b);
  const [sortedBytes, sortedMs] = [sorted(bytes), sorted(ms)];
  return {
    firstBytes: bytes[0] ?? 0,
    nextBytesMedian: sortedBytes[Math.floor(sortedBytes.length / 2)] ?? 0,
    nextBytesMost: sortedBytes.at(-1) ?? 0,
    firstMs: ms[0] ?? 0,
    nextMsMedian: sortedMs[Math.floor(sortedMs.length / 2)] ?? 0,
    nextMsMost: sortedMs.at(-1) ?? 0,
  };
}

/** Does something on a page that nobody has visited. */
async function inEmptyWindow<T>(browser: Browser, url: string, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    return await act(page);
  } finally {
    await context.close();
  }
}

async function oneByOne<T, U>(items: readonly T[], act: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}

/** Gives, each time it is called, the bytes that came since the last time. */
function countBytes(page: Page): () => Promise<number> {
  let bytes = 0;
  const pending = new Set<Promise<void>>();
  page.context().on('response', (response) => {
    // What the service worker fetches for a page is seen twice; what the page gets of it is counted.
    if (response.request().serviceWorker()) return;
    const counted = response
      .body()
      .then((body) => {
        const isPacked = /pf_|\.pagefind$/.test(response.url());
        bytes += isPacked ? body.length : gzipSync(body, { level: 9 }).length;
      })
      .catch(() => undefined);
    pending.add(counted);
  });
  return async () => {
    await Promise.all(pending);
    const since = bytes;
    bytes = 0;
    return since;
  };
}
