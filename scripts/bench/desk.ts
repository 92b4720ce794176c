/**
 * Measures what an editor at the desk waits for: its first paint, and after a key the page, the pictures and the texts, in a browser, from the event
 * of the key until the new one is shown, with the pause before the request. The content is read before; the first change is not counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openDesk } from '../../tests/authoring/open-desk.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

/** Medians of `RUNS` changes, each another one, and the slowest; first paint and list from the opened address. */
export interface DeskFigures extends Figures {
  documents: number;
  firstPaintMs: number;
  listMs: number;
  pageMs: number;
  slowestPageMs: number;
  cardMs: number;
  posterMs: number;
  messageMs: number;
  scriptMs: number;
}

const RUNS = 15;
const OPENINGS = 5;
/** What is shown of the opened document, by the name of its tab. */
const VIEWS = {
  page: '网页',
  card: '卡片',
  poster: '海报',
  message: '群里的字',
  script: '大喇叭稿',
} as const;

/** Measures the desk over generated content of `documents` documents. */
export async function measureDesk(documents: number): Promise<DeskFigures[]> {
  // Outside the project: content in its repository would have its history.
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const contentDir = join(folder, 'content');
  generateContent(contentDir, Math.max(0, documents - REAL_DOCUMENTS));
  const args = ['edit', '--no-open', '--content', contentDir, '--today', GENERATED_DAY];
  const desk = await openDesk(args, { MINGBAI_CACHE: join(folder, 'cache') });
  const browser = await launchWholeChromium();
  try {
    const openings: { paint: number; list: number }[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) openings.push(await openList(browser, desk.url));
    const page = await openPolicy(browser, desk.url);
    const times = { page: [], card: [], poster: [], message: [], script: [] } as Record<
      keyof typeof VIEWS,
      number[]
    >;
    for (const [name, tab] of Object.entries(VIEWS) as [keyof typeof VIEWS, string][]) {
      await page.getByRole('tab', { name: tab }).click();
      for (let run = 0; run <= RUNS; run += 1) times[name].push(await timeChange(page, `${tab}第${run}次`));
    }
    const middle = (all: readonly number[]) => Math.round(median(all.slice(1)));
    return [
      {
        documents,
        firstPaintMs: Math.round(median(openings.map(({ paint }) => paint))),
        listMs: Math.round(median(openings.map(({ list }) => list))),
        pageMs: middle(times.page),
        slowestPageMs: Math.round(Math.max(...times.page.slice(1))),
        cardMs: middle(times.card),
        posterMs: middle(times.poster),
        messageMs: middle(times.message),
        scriptMs: middle(times.script),
      },
    ];
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens the desk in a browser without a cache; returns the first paint with words, and when the list is there. */
async function openList(browser: Browser, url: string): Promise<{ paint: number; list: number }> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  try {
    await page.goto(url);
    await page.locator('.rows li').first().waitFor();
    return await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      list: performance.now(),
    }));
  } finally {
    await page.close();
  }
}

async function openPolicy(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  await page.locator('.rows li').first().waitFor();
  await page.goto(`${url.replace(/#.*/, '')}#/policies/di-bao`);
  await page.locator('.preview iframe').waitFor();
  await page.locator('.ProseMirror').waitFor();
  return page;
}

/** Types a title; returns the milliseconds from the event until what is shown is another one and is there. */
async function timeChange(page: Page, title: string): Promise<number> {
  const shown = page.evaluate(() => {
    const key = () => {
      const frame = document.querySelector<HTMLIFrameElement>('.phone iframe:not(.loading)');
      const image = document.querySelector<HTMLImageElement>('.panel img');
      const isImageShown = image?.complete === true && image.naturalWidth > 0;
      return (
        frame?.src ??
        (image === null ? document.querySelector('.panel .text')?.textContent : isImageShown && image.src)
      );
    };
    const before = key();
    return new Promise<number>((resolve) => {
      document.addEventListener(
        'input',
        () => {
          const began = performance.now();
          const look = () => {
            const now = key();
            if (now && now !== before) resolve(performance.now() - began);
            else requestAnimationFrame(look);
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  });
  // The listener is added before the key: the calls of one page run in their order.
  await page.locator('#field-title').fill(title);
  const time = await shown;
  // The save and the comparison of this change shall not be counted with the next.
  await page.locator('[role=status].saved').waitFor();
  return time;
}
