/** The search in a worker: the page stays responsive on a slow CPU. */
import type { checkFraud } from '../fraud.ts';
import type { AlphanumericCode } from './alphanumeric-code.ts';
import { handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import { canDecompress, decompressNatively } from './index-file.ts';
import { LIST_FILE } from './index-files.ts';
import { openIndex } from './index-reader.ts';
import { IS_HINTED } from './messages.ts';

/** The worker's global scope, and what the scripts that are loaded on demand add to it. */
interface SearchScope extends WorkerScope {
  location: Location;
  importScripts(url: string): void;
  checkFraud?: typeof checkFraud;
  alphanumericCode?: AlphanumericCode;
  gunzip?: (bytes: Uint8Array) => Uint8Array;
}

const scope = self as unknown as SearchScope;
const settings = new URLSearchParams(scope.location.search);
const indexUrl = new URL(settings.get('index') ?? '', scope.location.href).href;

/** Loads the script that a setting names, beside this one. Throws if that fails; the next request then loads it again. */
function load(setting: 'fraud' | 'alphanumeric' | 'gunzip'): void {
  scope.importScripts(scriptUrl(setting));
}

function scriptUrl(setting: string): string {
  return new URL(settings.get(setting) ?? '', scope.location.href).href;
}

/** Loading blocks: the files of the index are requested before. */
async function loadAfterRequests(setting: 'fraud' | 'alphanumeric'): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  load(setting);
}

handleSearchMessages(scope, {
  indexUrl,
  pages: Number(settings.get('pages')),
  open: (embeddedTable) =>
    openIndex(indexUrl, fetchFile, canDecompress() ? decompressNatively : gunzip, embeddedTable),
  async checkFraud(query) {
    if (scope.checkFraud === undefined) await loadAfterRequests('fraud');
    if (scope.checkFraud === undefined) throw new Error('no fraud check');
    return scope.checkFraud(query);
  },
  async loadAlphanumeric() {
    if (scope.alphanumericCode === undefined) await loadAfterRequests('alphanumeric');
    if (scope.alphanumericCode === undefined) throw new Error('no code for digits and letters');
    return scope.alphanumericCode;
  },
  preloadAlphanumeric() {
    if (scope.alphanumericCode === undefined) fetch(scriptUrl('alphanumeric')).catch(() => undefined);
  },
});

/**
 * Servers let a phone use the list for half a minute without asking. Only the worker of a page that has just requested it does so: the
 * worker of a second attempt must not read a damaged or older list again.
 */
function fetchFile(url: string): Promise<Response> {
  const isRevalidated = url === indexUrl + LIST_FILE && scope.location.hash !== IS_HINTED;
  return fetch(url, isRevalidated ? { cache: 'no-cache' } : {});
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (scope.gunzip === undefined) load('gunzip');
  if (scope.gunzip === undefined) throw new Error('no gunzip');
  return scope.gunzip(bytes);
}
