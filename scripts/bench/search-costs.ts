/**
 * What a query costs a phone: bytes fetched and time until results, over all queries of the set. They are asked in ten
 * windows with nothing kept, each after the same first query, so that hardly one finds what another has fetched.
 */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { launchWithoutNetworkEvents } from '../../tests/browsers/chromium-without-network-events.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { median } from './median.ts';
import type { SearchEngine } from './search-engines/engine.ts';
import { type Key, keysOf } from './typing.ts';

/** Bytes are as they go over the wire, gzip where a file is not packed already. */
export interface SearchCosts {
  firstBytes: number;
  nextBytesMedian: number;
  nextBytesMost: number;
  firstMs: number;
  nextMsMedian: number;
  nextMsMost: number;
  /** Of the next queries, those answered within TARGET_MS. */
  nextInTime: string;
  /** From the last key until the first results stand there, where a query is typed and the page answers to that. */
  typedMsMedian: number | '';
  typedInTime: string;
}

/**
 * How much slower than a desk a cheap phone is. Times are taken unslowed and multiplied, the network's part with the rest:
 * a browser's own brake does not slow workers.
 */
const CPU_SLOWDOWN = 6;

/** Within this time of the last key results are to be there. */
const TARGET_MS = 300;

const WINDOW_COUNT = 10;

/** Times are taken so often: a machine that others work on stumbles, and a query stands for what it takes, not for that. */
const ROUNDS = 3;

/** Until the page has come to rest: its worker has what it fetches beforehand. */
const SETTLE_MS = 2000;

/** Between two queries: what the browser still paints of the first is no part of the second. */
const REST_MS = 50;

/** Asks all queries of an engine at `url`; those whose promise is never kept end with their browser, at `signal`. */
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

/** What was measured of the first query in each window, and of each other query. */
interface Measured {
  first: number[];
  next: number[];
}

function inTime(times: readonly number[]): string {
  return `${times.filter((ms) => ms <= TARGET_MS).length} of ${times.length}`;
}

/** JavaScript that asks a query all at once, and promises the milliseconds of this machine until it is answered. */
function timed(ask: string, query: string): string {
  return `(async () => {
    const began = performance.now();
    await (${ask})(${JSON.stringify(query)});
    return performance.now() - began;
  })()`;
}

/** The same, typed: as much faster than a person as this machine is than a phone. */
function typing(typeKeys: string, query: string): string {
  const keys = keysOf(query).map((key): Key => ({ ...key, afterMs: key.afterMs / CPU_SLOWDOWN }));
  return `(${typeKeys})(${JSON.stringify(keys)})`;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A window with nothing kept; `measure` asks one query in it and gives a figure. */
interface FreshWindow {
  measure(query: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Asks in each window the first query of all, then every tenth of the others, so that each has some of every kind. Each round
 * begins with others of them: a browser has its own work to do some seconds after it was opened, and would else do it each
 * time beside the same query.
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

/** Milliseconds of a phone, of each query the middle of its rounds. */
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

/** Gives, each time it is called, the bytes that came since the last time. */
function counter(page: Page): () => Promise<number> {
  let bytes = 0;
  const pending = new Set<Promise<void>>();
  page.context().on('response', (response) => {
    // What the service worker fetches for a page is seen twice; what the page gets of it is counted.
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

/** What an answer brought; a browser does not keep one of many megabytes, which is asked for once more. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  if (!response.ok()) return new Uint8Array();
  return response.body().catch(async () => (await fetch(response.url())).bytes());
}
