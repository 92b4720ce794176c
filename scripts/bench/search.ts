/**
 * Measures our search and others on sites of several sizes: recall of the query set in the first result and the first three, bytes and
 * times of a first and a later query, and the index.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import { alphanumericParsers } from '../../src/search/alphanumeric.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { stripSuffix } from '../../src/search/tokenizer.ts';
import { readSettings } from '../../src/settings.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { askAll, type Query, readQueries, recall } from '../../tests/search/query-set.ts';
import { nginx, startWebServer } from '../../tests/support/web-servers.ts';
import { buildSite } from '../build-site.ts';
import { generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { measureCosts, type SearchCosts } from './search-costs.ts';
import type { SearchEngine } from './search-engines/engine.ts';
import { mingbai } from './search-engines/mingbai.ts';
import { minisearch } from './search-engines/minisearch.ts';
import { plainPagefinds } from './search-engines/plain-pagefind.ts';
import type { Figures } from './table.ts';

/** Figures of one engine at one size. */
export interface SearchFigures extends Figures, SearchCosts {
  engine: string;
  documents: number;
  recallFirst: number;
  recallThree: number;
  indexMsPerDocument: number;
}

/** Time limit of an engine for all queries. */
const ENGINE_TIMEOUT_MS = 900_000;

/** Build date of the measured sites. */
const TODAY = '2026-11-24';

/** Builds a site of `documents` documents and measures each engine on it. */
export async function measureSearch(documents: number): Promise<SearchFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  try {
    const queries = readQueries();
    generateContent(content, Math.max(0, documents - REAL_DOCUMENTS), { otherThan: subjectsOf(queries) });
    const built = await buildSite(
      readSettings({ MINGBAI_CONTENT: content, MINGBAI_OUT: out, MINGBAI_TODAY: TODAY }),
      { withPictures: false },
    );
    if (!built.done) throw new Error(`The generated content has errors: ${built.diagnostics[0]?.message}`);
    const corpus = readCorpus(content);
    const site = createSite(corpus.documents, corpus, TODAY);
    const figures: SearchFigures[] = [];
    for (const engine of [mingbai, ...plainPagefinds, minisearch]) {
      const measured = await measureEngine(engine, { queries, site, dir: out, documents: built.documents });
      if (measured) figures.push(measured);
      else process.stderr.write(`${engine.name}: no answer within ${ENGINE_TIMEOUT_MS / 60_000} minutes\n`);
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words and characters of the queries: generated documents must not contain them. */
export function subjectsOf(queries: readonly Query[]): string[] {
  return queries.flatMap(({ query }) => {
    const { words, numbers, telephones } = parseQuery(query, alphanumericParsers);
    const digits = telephones.map((telephone) => telephone.digits);
    const tokens = [...words, ...numbers.map(({ whole }) => whole)].map(stripSuffix);
    // A single character left of a question (领 of 咋领) is in too many words to do without.
    return tokens.filter((token) => [...token].length > 1 || token === query).concat(digits);
  });
}

interface EngineContext {
  queries: Query[];
  site: Site;
  dir: string;
  documents: number;
}

/** Figures of one engine; undefined if it does not answer. */
async function measureEngine(
  engine: SearchEngine,
  context: EngineContext,
): Promise<SearchFigures | undefined> {
  const { queries, site, dir, documents } = context;
  await engine.prepare?.(dir, site);
  const began = performance.now();
  await engine.build(dir, site);
  const indexMs = performance.now() - began;
  const server = mkdtempSync(join(tmpdir(), 'mingbai-server-'));
  const served = await startWebServer(nginx, dir, server);
  // An engine that never answers is reported and its browser closed.
  const patience = AbortSignal.timeout(ENGINE_TIMEOUT_MS);
  try {
    const url = `${served.origin}/${engine.page}`;
    const texts = queries.map(({ query }) => query);
    const found = await askForAll(url, texts, engine.ask, patience);
    const wanted = engine.knowsAnchors ? queries : queries.map(withoutAnchors);
    return {
      engine: engine.name,
      documents,
      recallFirst: recall(wanted, found, 1).share,
      recallThree: recall(wanted, found, 3).share,
      ...(await measureCosts(engine, url, texts, patience)),
      indexMsPerDocument: indexMs / documents,
    };
  } catch (error) {
    if (patience.aborted) return undefined;
    throw error;
  } finally {
    await served.close();
    rmSync(server, { recursive: true, force: true });
  }
}

/** The addresses that an engine finds for each query. */
async function askForAll(
  url: string,
  queries: readonly string[],
  ask: string,
  signal: AbortSignal,
): Promise<string[][]> {
  const browser = await launchWholeChromium();
  signal.addEventListener('abort', () => void browser.close());
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.evaluate<string[][]>(askAll(queries, ask));
  } finally {
    await browser.close();
  }
}

function withoutAnchors(query: Query): Query {
  return { ...query, answers: query.answers.map((address) => address.replace(/#.*/, '')) };
}
