/**
 * Runs before the scripts of the site on pages that are opened as files, from a memory card. Browsers refuse `fetch` and
 * workers to those; here they get others that do the same by classic scripts, so that the site's own scripts need not
 * know where they run.
 */
import { createFetch } from './fetch-polyfill.ts';
import { WorkerPolyfill } from './worker-polyfill.ts';

/** How many parts the data has: set when the script is bundled. */
declare const SHARD_COUNT: number;

const { src } = document.currentScript as HTMLScriptElement;

Object.assign(window, { fetch: createFetch(new URL('.', src).href, SHARD_COUNT), Worker: WorkerPolyfill });
