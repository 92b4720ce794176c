/**
 * Costs of queries on a phone: bytes fetched and time until results, over the whole query set. They run in ten fresh windows, each
 * after the same first query, so that hardly one finds files that another has fetched.
 */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { launchWithoutNetworkEvents } from '../../tests/browsers/chromium-without-network-events.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { median } from './median.ts';
import type { SearchEngine } from './search-engines/engine.ts';
import { type Key, keysOf } from './typing.ts';

/** Bytes on the wire, with gzip unless a file is compressed already. */
export interface SearchCosts {
  firstBytes: number;
  nextBytesMedian: number;
  nextBytesMost: number;
  firstMs: number;
  nextMsMedian: number;
  nextMsMost: number;
  /** Later queries that are answered within TARGET_MS. */
  nextInTime: string;
  /** From the last key until the first results are shown, for queries typed key by key. */
  typedMsMedian: number | '';
  typedInTime: string;
}

/**
 * Ratio of a desktop's speed to a cheap phone's. Times are measured unthrottled and multiplied, network included: CPU throttling of
 * the browser does not slow workers.
 */
const CPU_SLOWDOWN = 6;

/** Target for the time from the last key to results. */
const TARGET_MS = 300;

const WINDOW_COUNT = 10;

/** Repetitions of each query; the median drops scheduler noise. */
const ROUNDS = 3;

/** Time for the page to become idle: its worker has preloaded. */
const SETTLE_MS = 2000;

/** Pause between two queries: painting of the first must not delay the second. */
const REST_MS = 50;

/** Runs all queries of an engine at `url`; `signal` closes the browser of an engine that never answers. */
export async function measureCosts(
  engine: SearchEngine,
  url: string,
  queries: readonly string[],
  signal: AbortSignal,
): Promise<SearchCosts> {
  const ask = engine.askTyped ?? engine.ask;
  const bytes = await countBytes(url, ask, queries, signal);
  const atOnce = await takeTimes(url, queries, signal, (query) => timed(ask, query));
  const { typeKeys } = engine;
  const typed = typeKeys && (await takeTimes(url, queries, signal, (query) => typing(typeKeys, query)));
  return {
    firstBytes: median(bytes.first),
    nextBytesMedian: median(bytes.next),
    nextBytesMost: Math.max(...bytes.next),
    firstMs: Math.round(median(atOnce.first)),
    nextMsMedian: Math.round(median(atOnce.next)),
    nextMsMost: Math.round(Math.max(...atOnce.next)),
    nextInTime: inTime(atOnce.next),
    typedMsMedian: typed ? Math.round(median(typed.next)) : '',
    typedInTime: typed ? inTime(typed.next) : '',
  };
}

/** Figures of the first query in each window, and of each other query. */
interface Measured {
  first: number[];
  next: number[];
}

function inTime(times: readonly number[]): string {
  return `${times.filter((ms) => ms <= TARGET_MS).length} of ${times.length}`;
}

/** JavaScript that runs a query at once and resolves to the milliseconds until it is answered. */
function timed(ask: string, query: string): string {
  return `(async () => {
    const began = performance.now();
    await (${ask})(${JSON.stringify(query)});
    return performance.now() - began;
  })()`;
}

/** The same, typed; the keys are as much faster as this machine is faster than a phone. */
function typing(typeKeys: string, query: string): string {
  const keys = keysOf(query).map((key): Key => ({ ...key, afterMs: key.afterMs / CPU_SLOWDOWN }));
  return `(${typeKeys})(${JSON.stringify(keys)})`;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A window with an empty cache; `measure` runs one query. */
interface FreshWindow {
  measure(query: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Runs the first query in each window, then every tenth of the others, so that each window has some of every kind. Each round
 * starts with other queries: a browser does work of its own some seconds after its start, which would always hit the same query.
 */
async function inWindows(
  [first = '', ...others]: readonly string[],
  open: () => Promise<FreshWindow>,
  round = 0,
): Promise<Measured> {
  const measured: Measured = { first: [], next: [] };
  for (let window = 0; window < WINDOW_COUNT; window += 1) {
    const { measure, close } = await open();
    measured.first.push(await measure(first));
    const places = Array.from(others.keys()).filter((index) => index % WINDOW_COUNT === window);
    const begin = Math.floor((places.length * round) / ROUNDS);
    for (const index of [...places.slice(begin), ...places.slice(0, begin)]) {
      measured.next[index] = await measure(others[index] ?? '');
    }
    await close();
  }
  return measured;
}

/** Milliseconds on a phone: the median of all rounds for each query. */
async function takeTimes(
  url: string,
  queries: readonly string[],
  signal: AbortSignal,
  codeFor: (query: string) => string,
): Promise<Measured> {
  const browser = await launchWithoutNetworkEvents();
  signal.addEventListener('abort', () => void browser.close());
  const open = async (): Promise<FreshWindow> => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(url);
    await rest(SETTLE_MS);
    return {
      async measure(query) {
        const ms = CPU_SLOWDOWN * (await page.evaluate<number>(codeFor(query)));
        await rest(REST_MS);
        return ms;
      },
      close: () => context.close(),
    };
  };
  try {
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await inWindows(queries, open, round));
    const next = rounds[0]?.next.map((_, index) => median(rounds.map((each) => each.next[index] ?? 0)));
    return { first: rounds.flatMap(({ first }) => first), next: next ?? [] };
  } finally {
    await browser.close();
  }
}

async function countBytes(
  url: string,
  ask: string,
  queries: readonly string[],
  signal: AbortSignal,
): Promise<Measured> {
  const browser = await launchWholeChromium();
  signal.addEventListener('abort', () => void browser.close());
  try {
    return await inWindows(queries, async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'networkidle' });
      const count = counter(page);
      return {
        async measure(query) {
          await page.evaluate(`(${ask})(${JSON.stringify(query)})`);
          return count();
        },
        close: () => context.close(),
      };
    });
  } finally {
    await browser.close();
  }
}

/** Returns a function that gives the bytes received since its last call. */
function counter(page: Page): () => Promise<number> {
  let bytes = 0;
  const pending = new Set<Promise<void>>();
  page.context().on('response', (response) => {
    // Requests of the service worker appear twice; the response to the page is counted.
    if (response.request().serviceWorker()) return;
    const counted = bodyOf(response).then((body) => {
      const isPacked = /pf_|\.pagefind$/.test(response.url());
      bytes += isPacked ? body.length : gzipSync(body, { level: 9 }).length;
    });
    pending.add(counted);
  });
  return async () => {
    await Promise.all(pending);
    const since = bytes;
    bytes = 0;
    return since;
  };
}

/** The body of a response; browsers discard large ones, which are then fetched again. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  if (!response.ok()) return new Uint8Array();
  return response.body().catch(async () => (await fetch(response.url())).bytes());
}
