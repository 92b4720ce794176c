/** The search in a worker: the page stays responsive on a slow CPU. */
import type { checkFraud } from '../fraud.ts';
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
  gunzip?: (bytes: Uint8Array) => Uint8Array;
}

const scope = self as unknown as SearchScope;
const settings = new URLSearchParams(scope.location.search);
const indexUrl = new URL(settings.get('index') ?? '', scope.location.href).href;
let listFromPage = scope.location.hash === IS_HINTED ? waitForList() : undefined;

/** Loads the script that a setting names, beside this one. Throws if that fails; the next request then loads it again. */
function load(setting: 'fraud' | 'gunzip'): void {
  scope.importScripts(new URL(settings.get(setting) ?? '', scope.location.href).href);
}

handleSearchMessages(scope, {
  indexUrl,
  pages: Number(settings.get('pages')),
  async open() {
    // Once: a list that could not be read is fetched again.
    const list = await listFromPage;
    listFromPage = undefined;
    const fetchFile = async (url: string) =>
      list && url === indexUrl + LIST_FILE ? new Response(list) : fetch(url);
    return openIndex(indexUrl, fetchFile, canDecompress() ? decompressNatively : gunzip);
  },
  async checkFraud(query) {
    if (scope.checkFraud === undefined) {
      // Loading blocks: the files of the index are requested before.
      await new Promise((resolve) => setTimeout(resolve));
      load('fraud');
    }
    if (scope.checkFraud === undefined) throw new Error('no fraud check');
    return scope.checkFraud(query);
  },
});

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (scope.gunzip === undefined) load('gunzip');
  if (scope.gunzip === undefined) throw new Error('no gunzip');
  return scope.gunzip(bytes);
}

/** The list of the index from the page, which fetches it while this script is being fetched. */
function waitForList(): Promise<ArrayBuffer | undefined> {
  return new Promise((resolve) => {
    scope.addEventListener('message', ({ data }) => {
      if ('list' in data) resolve(data.list);
    });
  });
}
