/** Three searches on a phone with an empty cache, over a slow network: what is fetched, and when. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { ThrottlingProxy, Transfer } from './throttling-proxy.ts';

/** Bytes on the wire, headers included; milliseconds until all results are shown. */
export interface Search {
  bytes: number;
  ms: number;
}

/** Files of one kind: bytes with headers, milliseconds from the tap until the first request and until the last byte. */
export interface Part {
  bytes: number;
  fromMs: number;
  ms: number;
}

export interface SearchRun {
  /** From the tap on; `shownMs` until the first results. */
  first: Search & { shownMs: number };
  /** Bytes of the first search and of all that the page loads when the results are shown. */
  allBytes: number;
  /** The files of the first search by their kind. */
  parts: Record<PartName, Part>;
  /** From the last key on. */
  second: Search;
  third: Search;
}

/** The kinds of files, in the order of their first use; each by a pattern for its path. */
const kinds = {
  page: /\/search\/$/,
  'search code': /search-worker|search-fraud|search-alphanumeric|gunzip|pagefind\.js$|\.pagefind$/,
  'list of the index': /list\.bin$|pf_shards$|pf_meta$|pagefind-entry/,
  'shards of the index': /pf_index$|pf_filter$/,
  'style and scripts of the page': /\.css$|\/assets\/(?:page|search)\.\w+\.js$/,
  results: /pf_fragment$/,
} as const satisfies Record<string, RegExp>;

export type PartName = keyof typeof kinds;
export const partNames = Object.keys(kinds) as PartName[];

const FIRST_QUERY = '低保';
const NEXT_QUERIES = ['养老金', '贷款'] as const;
const CPU_SLOWDOWN = 6;
const TIMEOUT_MS = 240_000;
/** Nothing has been fetched for so long: everything belonging to a search has arrived. */
const SILENCE_MS = 1500;

/** Runs in the page: notes when the first results are shown, and when all are. */
const NOTE_TIMES = `window.allShown = new Promise((resolve) => {
  const look = () => {
    const state = document.querySelector('#results')?.dataset.state ?? '';
    if (/^(?:ready|begun)$/.test(state)) window.shownMs ??= performance.now();
    if (state === 'ready') resolve({ ms: performance.now(), shownMs, origin: performance.timeOrigin });
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Opens the first search as a shared link, then types the others in the same page. */
export async function searchOnPhone(browser: Browser, proxy: ThrottlingProxy): Promise<SearchRun> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(NOTE_TIMES);
    const [before, earlier] = [proxy.bytes(), proxy.transfers().length];
    await page.goto(`http://127.0.0.1:${proxy.port}/search/?q=${encodeURIComponent(FIRST_QUERY)}`, {
      timeout: TIMEOUT_MS,
      waitUntil: 'commit',
    });
    const { ms, shownMs, origin } = await shownIn(session);
    const bytes = proxy.bytes() - before;
    await proxy.waitForSilence(SILENCE_MS);
    const allBytes = proxy.bytes() - before;
    const parts = partsOf(proxy.transfers().slice(earlier), origin - performance.timeOrigin, ms);
    const second = await typeSearch(page, NEXT_QUERIES[0], proxy);
    const third = await typeSearch(page, NEXT_QUERIES[1], proxy);
    return { first: { bytes, ms, shownMs }, allBytes, parts, second, third };
  } finally {
    await context.close();
  }
}

/** Types a query at once and waits for all its results, and for what it fetches besides. */
async function typeSearch(page: Page, query: string, proxy: ThrottlingProxy): Promise<Search> {
  const before = proxy.bytes();
  const ms = await page.evaluate<number>(`new Promise((resolve) => {
    const [input, results] = [document.querySelector('#q'), document.querySelector('#results')];
    const began = performance.now();
    new MutationObserver((_, observer) => {
      if (results.dataset.state !== 'ready') return;
      observer.disconnect();
      resolve(performance.now() - began);
    }).observe(results, { attributes: true, attributeFilter: ['data-state'] });
    input.value = ${JSON.stringify(query)};
    input.dispatchEvent(new Event('input', { bubbles: true }));
  })`);
  await proxy.waitForSilence(SILENCE_MS);
  return { bytes: proxy.bytes() - before, ms };
}

/** The parts of a search that took `ms` from `beganMs` on; what was requested later is not one of them. */
function partsOf(transfers: readonly Transfer[], beganMs: number, ms: number): Record<PartName, Part> {
  const none: Part = { bytes: 0, fromMs: 0, ms: 0 };
  const parts = Object.fromEntries(partNames.map((name) => [name, none])) as Record<PartName, Part>;
  for (const { path, bytes, fromMs, untilMs } of transfers) {
    const { pathname } = new URL(path, 'http://127.0.0.1');
    const name = partNames.find((part) => kinds[part].test(pathname));
    const [from, until] = [fromMs - beganMs, untilMs - beganMs];
    if (name === undefined || until > ms) continue;
    const part = parts[name];
    parts[name] = {
      bytes: part.bytes + bytes,
      fromMs: part.bytes === 0 ? from : Math.min(part.fromMs, from),
      ms: Math.max(part.ms, until),
    };
  }
  return parts;
}

/** Waits until all results are shown. Not by waitForSelector: the slowed CPU would run the driver's script for a fifth of a second. */
async function shownIn(session: CDPSession): Promise<{ ms: number; shownMs: number; origin: number }> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'window.allShown',
    awaitPromise: true,
    returnByValue: true,
  });
  if (result.value === undefined) throw new Error('The search page did not run.');
  return result.value;
}
