/**
 * Measures what a reader waits for and pays: each type of page on a slow line and a processor slowed six times, for the first
 * time with an empty phone, and for the second when the service worker has kept what it keeps. The site is published and comes
 * from nginx by the ready configuration. The brake of the browser slows the page; a worker has no brake.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { publishToFolder } from '../../src/publish/index.ts';
import { readSettings } from '../../src/settings.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { nginx, startWebServer } from '../../tests/support/web-servers.ts';
import { buildSite } from '../build-site.ts';
import { MADE_DAY, makeContent, REAL_DOCUMENTS } from './corpus.ts';
import { askLighthouse } from './lighthouse.ts';
import { openSlowLine, type SlowLine, VILLAGE_LINE } from './slow-line.ts';
import type { Figures } from './table.ts';

/** One type of page. Bytes as they came over the line; times in the middle of three runs. */
export interface ReadingFigures extends Figures {
  documents: number;
  page: string;
  /** Until everything that the page asks for is there. */
  firstBytes: number;
  /** From the first byte until the largest piece of text on the screen is painted. */
  firstTextMs: number;
  /** What the worker fetches afterwards, to have it without a network. */
  workerBytes: number;
  secondBytes: number;
  /** From the tap on. */
  secondTextMs: number;
  /** Lighthouse for phones, of 100; empty for pages that it is not asked about. */
  performance: number | '';
  accessibility: number | '';
  bestPractices: number | '';
  seo: number | '';
}

interface PageType {
  page: string;
  path: string;
  /** What stands there when the page has done what it is for, where that is not its text. */
  ready?: string;
  withLighthouse?: boolean;
}

const pageTypes: readonly PageType[] = [
  { page: 'home', path: '', withLighthouse: true },
  { page: 'policy', path: 'policies/di-bao/', withLighthouse: true },
  { page: 'story', path: 'stories/xu-ping-da-gong/' },
  { page: 'notice', path: 'notices/shen-fu-miao-hui-2027/' },
  { page: 'page', path: 'how-to-apply/' },
  { page: 'list', path: 'policies/', withLighthouse: true },
  { page: 'search', path: 'search/?q=低保', ready: '#results[data-state="ready"]', withLighthouse: true },
  { page: 'finder', path: 'finder/' },
  { page: 'toolkit', path: 'toolkit/' },
  { page: 'offline', path: 'offline/' },
];

const RUNS = 3;
const SLOWER = 6;
/** The worker waits two seconds before it takes the line. */
const SILENCE_MS = 4000;
const PATIENCE_MS = 120_000;

/** Builds a site of `documents` documents and measures each type of page. */
export async function measureReading(documents: number): Promise<ReadingFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const root = await publishMade(folder, documents);
    const forServer = join(folder, 'nginx');
    mkdirSync(forServer);
    const server = await startWebServer(nginx, root, forServer);
    const line = await openSlowLine(Number(new URL(server.origin).port), VILLAGE_LINE);
    const browser = await launchWholeChromium();
    const rows: ReadingFigures[] = [];
    try {
      for (const type of pageTypes)
        rows.push(await measureType(type, { browser, line, url: `${server.origin}/`, documents }));
    } finally {
      await browser.close();
      await line.close();
      await server.close();
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds and publishes made content; gives the root for a web server. */
async function publishMade(folder: string, documents: number): Promise<string> {
  const [content, out, site] = [join(folder, 'content'), join(folder, 'out'), join(folder, 'site')];
  makeContent(content, Math.max(0, documents - REAL_DOCUMENTS));
  const settings = readSettings({ MINGBAI_CONTENT: content, MINGBAI_OUT: out, MINGBAI_TODAY: MADE_DAY });
  const { done, diagnostics } = await buildSite(settings);
  if (!done) throw new Error(`The made content has errors: ${diagnostics[0]?.message}`);
  await publishToFolder(out, site, `${MADE_DAY} 08:00`);
  return join(site, 'current');
}

interface Ground {
  browser: Browser;
  line: SlowLine;
  /** The site without the slow line. */
  url: string;
  documents: number;
}

async function measureType(
  type: PageType,
  { browser, line, url, documents }: Ground,
): Promise<ReadingFigures> {
  const runs: Awaited<ReturnType<typeof viewTwice>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await viewTwice(type, browser, line));
  const middle = (of: (run: (typeof runs)[number]) => number) =>
    runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  const lighthouse = type.withLighthouse ? await askLighthouse(url + type.path) : undefined;
  if (lighthouse && lighthouse.lost.length > 0) {
    process.stderr.write(`  Lighthouse, ${type.page}: lost points at ${lighthouse.lost.join(', ')}\n`);
  }
  return {
    documents,
    page: type.page,
    firstBytes: middle(({ first }) => first.bytes),
    firstTextMs: Math.round(middle(({ first }) => first.textMs - first.firstByteMs)),
    workerBytes: middle(({ workerBytes }) => workerBytes),
    secondBytes: middle(({ second }) => second.bytes),
    secondTextMs: Math.round(middle(({ second }) => second.textMs)),
    performance: lighthouse?.scores.performance ?? '',
    accessibility: lighthouse?.scores.accessibility ?? '',
    bestPractices: lighthouse?.scores['best-practices'] ?? '',
    seo: lighthouse?.scores.seo ?? '',
  };
}

/** A phone that knows nothing of the site opens a page, and opens it again later. */
async function viewTwice(type: PageType, browser: Browser, line: SlowLine) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const first = await view(type, context, line);
    const before = line.bytes();
    await line.silence(SILENCE_MS);
    const workerBytes = line.bytes() - before;
    await first.leave();
    const second = await view(type, context, line);
    return { first, workerBytes, second };
  } finally {
    await context.close();
  }
}

async function view({ path, ready }: PageType, context: BrowserContext, line: SlowLine) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const before = line.bytes();
  await page.goto(`http://127.0.0.1:${line.port}/${path}`, { waitUntil: 'load', timeout: PATIENCE_MS });
  if (ready !== undefined) await page.waitForSelector(ready, { timeout: PATIENCE_MS });
  const bytes = line.bytes() - before;
  const times = await page.evaluate<{ firstByteMs: number; textMs: number }>(`new Promise((resolve) => {
    const [{ responseStart }] = performance.getEntriesByType('navigation');
    new PerformanceObserver((list) => {
      resolve({ firstByteMs: responseStart, textMs: list.getEntries().at(-1).startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  return { ...times, bytes, leave: () => page.close() };
}
