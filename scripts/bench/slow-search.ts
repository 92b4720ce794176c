/** Three searches on a phone with an empty cache, over a slow network: what is fetched, and when. */
import type { Browser, Page, Request } from 'playwright-core';
import type { ThrottlingProxy } from './throttling-proxy.ts';

/** Bytes on the wire, headers included; milliseconds until all results are shown. */
export interface Search {
  bytes: number;
  ms: number;
}

export interface SearchRun {
  /** From the tap on; `shownMs` until the first results. */
  first: Search & { shownMs: number };
  /** The files of the first search by their kind, until the last has arrived. Without response headers. */
  parts: Record<PartName, Search>;
  /** From the last key on. */
  second: Search;
  third: Search;
}

/** The kinds of files, in the order of their first use; each by a pattern for its path. */
const kinds = {
  'page and style': /\/search\/$|\.css$|\.svg$/,
  'scripts of the page': /\/assets\/(?:page|search)\.\w+\.js$/,
  'search code': /search-worker|search-fraud|gunzip|pagefind\.js$|\.pagefind$/,
  'list of the index': /list\.bin$|pf_meta$|pagefind-entry/,
  'shards of the index': /pf_index$|pf_filter$|\.txt$/,
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
const NOTE_TIMES = `(() => {
  const look = () => {
    const state = document.querySelector('#results')?.dataset.state ?? '';
    if (/^(?:ready|begun)$/.test(state)) window.shownMs ??= performance.now();
    if (state === 'ready') window.readyMs ??= performance.now();
    else requestAnimationFrame(look);
  };
  look();
})()`;

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
    const [before, began] = [proxy.bytes(), performance.now()];
    const arrived: { request: Request; ms: number }[] = [];
    context.on('requestfinished', (request) => arrived.push({ request, ms: performance.now() - began }));
    await page.goto(`http://127.0.0.1:${proxy.port}/search/?q=${encodeURIComponent(FIRST_QUERY)}`, {
      timeout: TIMEOUT_MS,
    });
    await page.waitForSelector('#results[data-state="ready"]', { timeout: TIMEOUT_MS });
    const bytes = proxy.bytes() - before;
    const { shownMs, ms } = await page.evaluate<{ shownMs: number; ms: number }>(
      '({ shownMs: window.shownMs, ms: window.readyMs })',
    );
    const parts = await partsOf([...arrived]);
    await proxy.waitForSilence(SILENCE_MS);
    const second = await typeSearch(page, NEXT_QUERIES[0], proxy);
    const third = await typeSearch(page, NEXT_QUERIES[1], proxy);
    return { first: { bytes, ms, shownMs }, parts, second, third };
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

async function partsOf(
  arrived: readonly { request: Request; ms: number }[],
): Promise<Record<PartName, Search>> {
  const parts = Object.fromEntries(partNames.map((name) => [name, { bytes: 0, ms: 0 }])) as Record<
    PartName,
    Search
  >;
  for (const { request, ms } of arrived) {
    const { pathname } = new URL(request.url());
    const name = partNames.find((part) => kinds[part].test(pathname));
    if (name === undefined) continue;
    const length = Number((await request.response())?.headers()['content-length'] ?? 0);
    parts[name].bytes += length;
    parts[name].ms = Math.max(parts[name].ms, ms);
  }
  return parts;
}
