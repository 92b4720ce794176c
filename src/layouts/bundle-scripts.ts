/** The two scripts of every page, and those of lists, of the finder, of the search and of the offline copy. */
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

export interface ClientScripts {
  /** Runs in the head, before the first paint: a page must not jump from small print to large. */
  head: ClientScript;
  /** Runs behind an urgent notice, in the page. */
  urgent: ClientScript;
  /** Runs after the page is parsed. */
  page: ClientScript;
  /** Runs on pages that can be read aloud. */
  reading: ClientScript;
  /** Runs on policies with an amount to work out, and loads one of the next two when it is opened. */
  amounts: ClientScript;
  choiceAmounts: ClientScript;
  typedAmounts: ClientScript;
  /** Runs on the page that copies an article for the official account. */
  article: ClientScript;
  /** Runs on the page that records a script. */
  recorder: ClientScript;
  /** Runs on the finder's page. */
  finder: ClientScript;
  /** What the finder's page loads only when somebody wants its questions. */
  household: ClientScript;
  /** Runs on lists with filters. */
  lists: ClientScript;
  /** Runs on the search page. */
  search: ClientScript;
  /** Runs in the head of the search page, and starts the worker. */
  earlySearch: ClientScript;
  /** The search itself, in a worker. */
  worker: ClientScript;
  /** What the worker loads only for queries that may be about fraud. */
  searchFraud: ClientScript;
  /** What the worker loads only for queries with digits or Latin letters. */
  searchAlphanumeric: ClientScript;
  /** What the worker loads only in browsers that do not decompress themselves. */
  gunzip: ClientScript;
  /** Runs on the page that saves the site on the phone. */
  offlinePage: ClientScript;
  /** The service worker, always at /sw.js. */
  service: ClientScript;
  /** Runs on the pages of a province, instead of the script of a county's. */
  province: ClientScript;
}

/** Bundles all of them from our current sources. */
export async function bundleScripts(): Promise<ClientScripts> {
  const [
    head,
    urgent,
    page,
    reading,
    amounts,
    choiceAmounts,
    typedAmounts,
    article,
    recorder,
    finder,
    household,
    lists,
    search,
    earlySearch,
    worker,
    searchFraud,
    searchAlphanumeric,
    gunzip,
    offlinePage,
    service,
    province,
  ] = await Promise.all([
    bundle('head', 'layouts/head.client.ts'),
    bundle('urgent', 'layouts/urgent.client.ts'),
    bundle('page', 'layouts/page.client.ts'),
    bundle('reading', 'layouts/reading.client.ts'),
    bundle('amounts', 'layouts/amounts.client.ts'),
    bundle('choice-amounts', 'layouts/choice-amounts.client.ts'),
    bundle('typed-amounts', 'layouts/typed-amounts.client.ts'),
    bundle('article', 'layouts/article.client.ts'),
    bundle('recorder', 'layouts/recorder.client.ts'),
    bundle('finder', 'layouts/finder-page.client.ts'),
    bundle('household', 'layouts/household.client.ts'),
    bundle('lists', 'layouts/lists.client.ts'),
    bundle('search', 'search/client/page.client.ts'),
    bundle('early-search', 'search/client/early-search.client.ts'),
    bundle('search-worker', 'search/client/worker.client.ts'),
    bundle('search-fraud', 'search/client/fraud.client.ts'),
    bundle('search-alphanumeric', 'search/client/alphanumeric.client.ts'),
    bundle('gunzip', 'search/client/gunzip.client.ts'),
    bundle('pocket', 'offline/offline-page/offline-page.client.ts'),
    bundle('sw', 'offline/worker/worker.client.ts'),
    bundle('province', 'province-site/client/province.client.ts'),
  ]);
  return {
    head,
    urgent,
    page,
    reading,
    amounts,
    choiceAmounts,
    typedAmounts,
    article,
    recorder,
    finder,
    household,
    lists,
    search,
    earlySearch,
    worker,
    searchFraud,
    searchAlphanumeric,
    gunzip,
    offlinePage,
    service,
    province,
  };
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
