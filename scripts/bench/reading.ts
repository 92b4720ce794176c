/**
 * Measures page loads: each type of page on a slow network and a CPU slowed six times, on the first visit with an empty cache and
 * on the second, when the service worker has cached. nginx serves the published site with our configuration. The browser's CPU
 * throttling slows the page, not the worker.
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
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { askLighthouse } from './lighthouse.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';
import { SLOW_NETWORK, startThrottlingProxy, type ThrottlingProxy } from './throttling-proxy.ts';

/** One type of page. Bytes on the wire; times are the median of three runs. */
export interface ReadingFigures extends Figures {
  documents: number;
  page: string;
  /** Until everything that the page requests has arrived. */
  firstBytes: number;
  /** From the first byte until the largest contentful paint of text. */
  firstTextMs: number;
  /** The bytes that the worker fetches afterwards for offline use. */
  workerBytes: number;
  secondBytes: number;
  /** From the navigation on. */
  secondTextMs: number;
  /** Lighthouse for phones, of 100; empty for pages that it does not load. */
  performance: number | '';
  accessibility: number | '';
  bestPractices: number | '';
  seo: number | '';
}

interface PageType {
  page: string;
  path: string;
  /** Selector that appears when the page is ready, if that is later than its text. */
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
const CPU_SLOWDOWN = 6;
/** The worker waits two seconds before it uses the network. */
const SILENCE_MS = 4000;
const PAGE_TIMEOUT_MS = 120_000;

/** Builds a site of `documents` documents and measures each type of page. */
export async function measureReading(documents: number): Promise<ReadingFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const root = await publishGenerated(folder, documents);
    const forServer = join(folder, 'nginx');
    mkdirSync(forServer);
    const server = await startWebServer(nginx, root, forServer);
    const proxy = await startThrottlingProxy(Number(new URL(server.origin).port), SLOW_NETWORK);
    const browser = await launchWholeChromium();
    const rows: ReadingFigures[] = [];
    try {
      for (const type of pageTypes)
        rows.push(await measureType(type, { browser, proxy, url: `${server.origin}/`, documents }));
    } finally {
      await browser.close();
      await proxy.close();
      await server.close();
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds and publishes generated content; returns the document root. */
async function publishGenerated(folder: string, documents: number): Promise<string> {
  const [content, out, site] = [join(folder, 'content'), join(folder, 'out'), join(folder, 'site')];
  generateContent(content, Math.max(0, documents - REAL_DOCUMENTS));
  const settings = readSettings({ MINGBAI_CONTENT: content, MINGBAI_OUT: out, MINGBAI_TODAY: GENERATED_DAY });
  const { done, diagnostics } = await buildSite(settings);
  if (!done) throw new Error(`The generated content has errors: ${diagnostics[0]?.message}`);
  await publishToFolder(out, site, `${GENERATED_DAY} 08:00`);
  return join(site, 'current');
}

interface MeasureContext {
  browser: Browser;
  proxy: ThrottlingProxy;
  /** The site without throttling. */
  url: string;
  documents: number;
}

async function measureType(
  type: PageType,
  { browser, proxy, url, documents }: MeasureContext,
): Promise<ReadingFigures> {
  const runs: Awaited<ReturnType<typeof viewTwice>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await viewTwice(type, browser, proxy));
  const medianOf = (of: (run: (typeof runs)[number]) => number) => median(runs.map(of));
  const lighthouse = type.withLighthouse ? await askLighthouse(url + type.path) : undefined;
  if (lighthouse && lighthouse.lost.length > 0) {
    process.stderr.write(`  Lighthouse, ${type.page}: lost points at ${lighthouse.lost.join(', ')}\n`);
  }
  return {
    documents,
    page: type.page,
    firstBytes: medianOf(({ first }) => first.bytes),
    firstTextMs: Math.round(medianOf(({ first }) => first.textMs - first.firstByteMs)),
    workerBytes: medianOf(({ workerBytes }) => workerBytes),
    secondBytes: medianOf(({ second }) => second.bytes),
    secondTextMs: Math.round(medianOf(({ second }) => second.textMs)),
    performance: lighthouse?.scores.performance ?? '',
    accessibility: lighthouse?.scores.accessibility ?? '',
    bestPractices: lighthouse?.scores['best-practices'] ?? '',
    seo: lighthouse?.scores.seo ?? '',
  };
}

/** A phone with an empty cache opens a page, and opens it again later. */
async function viewTwice(type: PageType, browser: Browser, proxy: ThrottlingProxy) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const first = await view(type, context, proxy);
    const before = proxy.bytes();
    await proxy.waitForSilence(SILENCE_MS);
    const workerBytes = proxy.bytes() - before;
    await first.leave();
    const second = await view(type, context, proxy);
    return { first, workerBytes, second };
  } finally {
    await context.close();
  }
}

async function view({ path, ready }: PageType, context: BrowserContext, proxy: ThrottlingProxy) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  const before = proxy.bytes();
  await page.goto(`http://127.0.0.1:${proxy.port}/${path}`, { waitUntil: 'load', timeout: PAGE_TIMEOUT_MS });
  if (ready !== undefined) await page.waitForSelector(ready, { timeout: PAGE_TIMEOUT_MS });
  const bytes = proxy.bytes() - before;
  const times = await page.evaluate<{ firstByteMs: number; textMs: number }>(`new Promise((resolve) => {
    const [{ responseStart }] = performance.getEntriesByType('navigation');
    new PerformanceObserver((list) => {
      resolve({ firstByteMs: responseStart, textMs: list.getEntries().at(-1).startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  return { ...times, bytes, leave: () => page.close() };
}
