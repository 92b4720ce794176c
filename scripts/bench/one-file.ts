/**
 * Measures the site in one file: its size, and how long a phone takes that opens it, in the current Chromium with a CPU slowed six
 * times. The file is read from the disk, so a network plays no part.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { readSettings } from '../../src/settings.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { exportSite } from '../export-site.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

/** One file; times are the median of the runs. */
export interface OneFileFigures extends Figures {
  documents: number;
  fileBytes: number;
  fileBytesPerDocument: number;
  /** From the navigation to the first contentful paint. */
  firstTextMs: number;
  /** From the navigation until the whole file is parsed. */
  parsedMs: number;
  /** From a tap on a link until the policy is there, its scripts included: the first of a block. */
  policyMs: number;
  /** From the first search in the file until its results are complete. */
  searchMs: number;
}

const RUNS = 5;
const CPU_SLOWDOWN = 6;
const PAGE_TIMEOUT_MS = 120_000;

/** Builds a site of `documents` documents, writes it as one file without pictures, and opens that. */
export async function measureOneFile(documents: number): Promise<OneFileFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const [content, file] = [join(folder, 'content'), join(folder, 'site.html')];
    generateContent(content, Math.max(0, documents - REAL_DOCUMENTS));
    const settings = readSettings({ MINGBAI_CONTENT: content, MINGBAI_TODAY: GENERATED_DAY });
    const { written, diagnostics } = await exportSite(settings, { oneFile: file }, () => undefined);
    if (!written) throw new Error(`The generated content has errors: ${diagnostics[0]?.message}`);
    return [await measureFile(file, documents)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures of a file that exists. */
export async function measureFile(file: string, documents: number): Promise<OneFileFigures> {
  const browser = await launchWholeChromium();
  const runs: Awaited<ReturnType<typeof openFile>>[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) runs.push(await openFile(browser, pathToFileURL(file).href));
  } finally {
    await browser.close();
  }
  const medianOf = (of: (run: (typeof runs)[number]) => number) => Math.round(median(runs.map(of)));
  const fileBytes = statSync(file).size;
  return {
    documents,
    fileBytes,
    fileBytesPerDocument: fileBytes / documents,
    firstTextMs: medianOf(({ firstTextMs }) => firstTextMs),
    parsedMs: medianOf(({ parsedMs }) => parsedMs),
    policyMs: medianOf(({ policyMs }) => policyMs),
    searchMs: medianOf(({ searchMs }) => searchMs),
  };
}

async function openFile(browser: Browser, url: string) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(url, { waitUntil: 'load', timeout: PAGE_TIMEOUT_MS });
    // A small file is loaded before its first paint.
    const started = await page.evaluate<{ firstTextMs: number; parsedMs: number }>(`new Promise((resolve) => {
      const look = () => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        if (!paint) return requestAnimationFrame(look);
        const [{ domContentLoadedEventStart }] = performance.getEntriesByType('navigation');
        resolve({ firstTextMs: paint.startTime, parsedMs: domContentLoadedEventStart });
      };
      look();
    })`);
    const policyMs = await page.evaluate<number>(timeUntil('#/policies/di-bao/', '.tick-list'));
    const searchMs = await page.evaluate<number>(
      timeUntil('#/search/?q=%E4%BD%8E%E4%BF%9D', '#results[data-state=ready]'),
    );
    return { ...started, policyMs, searchMs };
  } finally {
    await context.close();
  }
}

/** An expression for the milliseconds from a change of the fragment until an element is there. */
const timeUntil = (fragment: string, selector: string): string => `new Promise((resolve) => {
  const start = performance.now();
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)})) resolve(performance.now() - start);
    else setTimeout(look, 5);
  };
  location.hash = ${JSON.stringify(fragment)};
  look();
})`;
