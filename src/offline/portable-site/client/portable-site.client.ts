/**
 * Runs before the site's scripts on pages opened as files. Browsers refuse `fetch` and workers to those; here they are
 * replaced by polyfills that load classic scripts, so that the site's own scripts work unchanged.
 */
import { createFetch } from './fetch-polyfill.ts';
import { WorkerPolyfill } from './worker-polyfill.ts';

/** Number of data shards; set when the script is bundled. */
declare const SHARD_COUNT: number;

const { src } = document.currentScript as HTMLScriptElement;

Object.assign(window, { fetch: createFetch(new URL('.', src).href, SHARD_COUNT), Worker: WorkerPolyfill });
