/**
 * Measures taps on the finder's page in Chromium with a CPU slowed six times: from a tap to the frame that shows its answer, and the time of
 * the main thread, which other work of this machine does not lengthen. The policies are made, the page is that of the example.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
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
    return {
      medianFrameMs: median(frames),
      slowestFrameMs: Math.max(...frames),
      medianThreadMs: median(threads),
      slowestThreadMs: Math.max(...threads),
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
  /** From the tap to the frame that shows the answer. */
  frameMs: number;
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
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(TAP);
    await page.route('**/finder/policies.js', (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: data }),
    );
    await page.goto(url);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    // While the first screen is read the questions are prepared.
    await page.locator('[data-question] legend').waitFor({ state: 'attached' });
    await page.locator(SHOWN).waitFor({ state: 'attached' });
    const taps = [await measureTap(page, session, "tap('[data-start]', 0)")];
    for (;;) {
      const answers = await page.locator(ANSWERS).count();
      // The end has no buttons.
      if (answers === 0) return taps;
      taps.push(await measureTap(page, session, `tap('${ANSWERS}', ${choose(answers)})`));
    }
  } finally {
    await context.close();
  }
}

/** The cost of the tap that the script `tap` makes in the page. */
async function measureTap(page: Page, session: CDPSession, tap: string): Promise<TapCost> {
  const before = await metrics(session);
  const frameMs = await page.evaluate(tap);
  const after = await metrics(session);
  await page.locator(SHOWN).waitFor();
  const spent = (name: string) => 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0));
  return { frameMs: Number(frameMs), threadMs: spent('TaskDuration') };
}

const ANSWERS = '[data-question] button';
/** The lists, once they are written. */
const SHOWN = '[data-results]:not([aria-busy])';

/** Run in the page: taps a button, an answer ticked or typed before if need be; gives the milliseconds to the next frame. */
const TAP = `
window.tap = (buttons, index) => {
  const box = document.querySelector('[data-question] input[type=checkbox]');
  if (box) box.checked = true;
  const input = document.querySelector('[data-question] input:not([type=checkbox])');
  if (input) input.value = '66';
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const start = performance.now();
    channel.port1.onmessage = () => resolve(performance.now() - start);
    document.querySelectorAll(buttons)[index].click();
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });
};`;

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return new Map(list.map(({ name, value }) => [name, value]));
}
