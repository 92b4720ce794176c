/** The scripts of the pages. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundleScript } from '../bundle-script.ts';
import { projectDir } from '../settings.ts';

export interface ClientScript {
  code: string;
  /** Name of the file below /assets/, with a hash of its content. */
  fileName: string;
  /** For a Content-Security-Policy that allows just this inline script. */
  cspHash: string;
}

/** Each script: the name of its file, and its source below `src`. */
const SOURCES = {
  /** Runs in the head, before the first paint: a page must not jump from small print to large. */
  head: ['head', 'layouts/head.client.ts'],
  /** Runs behind an urgent notice, in the page. */
  urgent: ['urgent', 'layouts/urgent.client.ts'],
  /** Runs after the page is parsed. */
  page: ['page', 'layouts/page.client.ts'],
  /** Runs on pages that can be read aloud. */
  reading: ['reading', 'layouts/reading.client.ts'],
  /** Runs on policies with an amount to work out, and loads one of the next two when it is opened. */
  amounts: ['amounts', 'layouts/amounts.client.ts'],
  choiceAmounts: ['choice-amounts', 'layouts/choice-amounts.client.ts'],
  typedAmounts: ['typed-amounts', 'layouts/typed-amounts.client.ts'],
  /** Runs on the page that copies an article for the official account. */
  article: ['article', 'layouts/article.client.ts'],
  /** Runs on the page that records a script. */
  recorder: ['recorder', 'layouts/recorder.client.ts'],
  /** Runs on the finder's page. */
  finder: ['finder', 'layouts/finder-page.client.ts'],
  /** What the finder's page loads only when somebody wants its questions. */
  household: ['household', 'layouts/household.client.ts'],
  /** Runs on lists with filters. */
  lists: ['lists', 'layouts/lists.client.ts'],
  /** Runs on the search page. */
  search: ['search', 'search/client/page.client.ts'],
  /** Runs in the head of the search page, and starts the worker. */
  earlySearch: ['early-search', 'search/client/early-search.client.ts'],
  /** The search itself, in a worker. */
  worker: ['search-worker', 'search/client/worker.client.ts'],
  /** What the worker loads only for queries that may be about fraud. */
  searchFraud: ['search-fraud', 'search/client/fraud.client.ts'],
  /** What the worker loads only for queries with digits or Latin letters. */
  searchAlphanumeric: ['search-alphanumeric', 'search/client/alphanumeric.client.ts'],
  /** What the worker loads only in browsers that do not decompress themselves. */
  gunzip: ['gunzip', 'search/client/gunzip.client.ts'],
  /** Runs on the page that saves the site on the phone. */
  offlinePage: ['pocket', 'offline/offline-page/offline-page.client.ts'],
  /** The service worker, always at /sw.js. */
  service: ['sw', 'offline/worker/worker.client.ts'],
  /** Runs on the pages of a province, instead of the script of a county's. */
  province: ['province', 'province-site/client/province.client.ts'],
} as const satisfies Record<string, readonly [name: string, source: string]>;

export type ClientScripts = Readonly<Record<keyof typeof SOURCES, ClientScript>>;

/** Bundles all of them from our current sources. */
export async function bundleScripts(): Promise<ClientScripts> {
  const bundled = Object.entries(SOURCES).map(
    async ([script, [name, source]]) => [script, await bundle(name, source)] as const,
  );
  return Object.fromEntries(await Promise.all(bundled)) as ClientScripts;
}

async function bundle(name: string, source: string): Promise<ClientScript> {
  const code = (await bundleScript(join(projectDir, 'src', source))).trim();
  const digest = createHash('sha256').update(code).digest();
  return {
    code,
    fileName: `${name}.${digest.toString('hex').slice(0, 8)}.js`,
    cspHash: `'sha256-${digest.toString('base64')}'`,
  };
}
