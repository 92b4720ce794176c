/**
 * Measures taps on the finder's page in Chromium with a CPU slowed six times: from the finger that leaves the screen to the frame with the
 * next question and the counts, and to the frame with the lists; and the time of the main thread up to the first of them, which other work
 * of this machine does not lengthen. The policies are made, the page is that of the example.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { readSettings } from '../../src/settings.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { buildSite } from '../build-site.ts';
import { serveFolder } from '../serve/server.ts';
import { GENERATED_DAY, generateContent } from './generate-content.ts';
import { makeFinderData, randomNumbers } from './made-policies.ts';
import { median } from './median.ts';

/** How many times slower the CPU is: a cheap phone. */
const CPU_SLOWDOWN = 6;
const HOUSEHOLDS = 2;
/** A busy machine lengthens any tap: of several runs of the same taps each counts with its fastest. */
const RUNS = 4;
/** How long a question is read before the tap; nobody answers sooner. */
const READING_MS = 1000;

/** The median and the slowest tap for `documents` policies. */
export async function measureTaps(documents: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const [content, out] = [join(folder, 'content'), join(folder, 'out')];
    generateContent(content, 0);
    const settings = readSettings({
      MINGBAI_CONTENT: content,
      MINGBAI_OUT: out,
      MINGBAI_TODAY: GENERATED_DAY,
    });
    const { done, diagnostics } = await buildSite(settings);
    if (!done) throw new Error(`The generated content has errors: ${diagnostics[0]?.message}`);
    return await measureSiteTaps(out, documents);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures for the finder of the built site in `dir`. */
async function measureSiteTaps(dir: string, documents: number): Promise<Record<string, number>> {
  const served = await serveFolder({ dir, base: '/', port: 0 });
  const browser = await launchWholeChromium();
  try {
    const url = new URL('/finder/', served.url).href;
    const runs: TapCost[][] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await runHouseholds(browser, url, documents));
    const fastest = (of: (tap: TapCost) => number) =>
      (runs[0] ?? []).map((_, at) => Math.min(...runs.flatMap((run) => (run[at] ? [of(run[at])] : []))));
    const [frames, threads] = [fastest(({ frameMs }) => frameMs), fastest(({ threadMs }) => threadMs)];
    const lists = fastest(({ listsMs }) => listsMs);
    return {
      medianFrameMs: median(frames),
      slowestFrameMs: Math.max(...frames),
      medianThreadMs: median(threads),
      slowestThreadMs: Math.max(...threads),
      medianListsMs: median(lists),
      slowestListsMs: Math.max(...lists),
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** The taps of all households, the same in every run. */
async function runHouseholds(browser: Browser, url: string, documents: number): Promise<TapCost[]> {
  const random = randomNumbers();
  const data = makeFinderData(documents);
  const taps: TapCost[] = [];
  for (let index = 0; index < HOUSEHOLDS; index += 1)
    taps.push(...(await tapThrough(browser, url, data, random)));
  return taps;
}

/** The cost of one tap. */
interface TapCost {
  /** From the tap to the frame that shows the next question. */
  frameMs: number;
  /** From the tap to the frame that shows the lists. */
  listsMs: number;
  /** CPU time of the main thread, with the slowdown. */
  threadMs: number;
}

/** Opens the finder at `url` with the data script `data`, starts, and taps the answer that `choose` picks until there is no question. */
async function tapThrough(
  browser: Browser,
  url: string,
  data: string,
  choose: (count: number) => number,
): Promise<TapCost[]> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(TIMING);
    await page.route('**/finder/policies.js', (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: data }),
    );
    await page.goto(url);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    // While the first screen is read the questions are prepared.
    await page.locator('[data-question] legend').waitFor({ state: 'attached' });
    await page.locator('[data-results]:not([aria-busy])').waitFor({ state: 'attached' });
    const taps = [await measureTap(page, session, page.locator('[data-household] [data-start]'))];
    for (;;) {
      const answers = page.locator('[data-question] button');
      const count = await answers.count();
      // The end has no buttons.
      if (count === 0) return taps;
      await fill(page);
      taps.push(await measureTap(page, session, answers.nth(choose(count))));
    }
  } finally {
    await context.close();
  }
}

/** The cost of a tap on a button. */
async function measureTap(page: Page, session: CDPSession, button: Locator): Promise<TapCost> {
  // The line of links at the lower edge of the screen covers what is only just in view.
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(READING_MS);
  const box = await button.boundingBox();
  if (!box) throw new Error('The finder has a button that is not on the page.');
  // Awaited: the tap does not wait for what the page was asked before.
  await page.evaluate('timeTap()');
  const before = await metrics(session);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  const frameMs = await page.evaluate<number>('frameShown');
  const after = await metrics(session);
  const listsMs = await page.evaluate<number>('listsShown');
  const spent = (name: string) => 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0));
  return { frameMs, listsMs, threadMs: spent('TaskDuration') };
}

/** Ticks, types or picks an answer, if the question has something to tick, a field or a list. */
async function fill(page: Page): Promise<void> {
  const field = page.locator('[data-question] :is(input, select)').first();
  const kind = await field.evaluateAll(([element]) => element?.getAttribute('type') ?? element?.tagName);
  if (kind === 'checkbox') await field.check();
  else if (kind === 'SELECT') await field.selectOption({ index: 7 });
  else if (kind) await field.fill('66');
}

/**
 * Run in the page. `timeTap` sets `frameShown`, which gives the milliseconds from the next tap to the end of the frame behind it, and
 * `listsShown`, which gives those to the end of the frame with the lists. What they need is made before the tap.
 */
const TIMING = `
window.timeTap = () => {
  const makeEndOfFrame = () => {
    const { port1, port2 } = new MessageChannel();
    const end = new Promise((done) => { port1.onmessage = () => done(performance.now()); });
    return { end, await: () => requestAnimationFrame(() => port2.postMessage(0)) };
  };
  const [frame, lists] = [makeEndOfFrame(), makeEndOfFrame()];
  const areShown = () => document.querySelector('[data-below]:not([hidden]) [data-results]:not([aria-busy])');
  const observer = new MutationObserver(() => {
    if (!areShown()) return;
    observer.disconnect();
    lists.await();
  });
  const tapped = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The tap hit no button.')), 20000);
    addEventListener('click', ({ timeStamp }) => {
      frame.await();
      observer.observe(document.querySelector('[data-household]'), { attributes: true, subtree: true });
      resolve(timeStamp);
    }, { capture: true, once: true });
  });
  window.frameShown = Promise.all([frame.end, tapped]).then(([end, start]) => end - start);
  window.listsShown = Promise.all([lists.end, tapped]).then(([end, start]) => end - start);
};`;

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return new Map(list.map(({ name, value }) => [name, value]));
}
