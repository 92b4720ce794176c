/**
 * What the scripts of a page find in place of the browser's own: the one file is a single document, but its pages have addresses, and
 * files that their scripts fetch.
 */
import { WorkerPolyfill } from '../../portable-site/client/worker-polyfill.ts';
import { addressOfFile } from '../file-directory.ts';
import { readRecord } from '../page-record.ts';
import type { FileStore } from './file-store.ts';
import { type PageAddress, readAddress, writeAddress } from './page-address.ts';
import { createStorage } from './page-storage.ts';

/** The values of the names that a page's scripts use, in the order of `ENVIRONMENT_NAMES`. */
export interface Environment {
  values: readonly unknown[];
  /** Ends the page: its scripts hear `pagehide`, and then nothing more. */
  leave(): void;
}

export const ENVIRONMENT_NAMES = [
  'location',
  'history',
  'localStorage',
  'addEventListener',
  'fetch',
  'Worker',
] as const;

export interface EnvironmentOptions {
  store: FileStore;
  /** The address of the page, which its scripts may change. */
  current(): PageAddress;
  replace(address: PageAddress): void;
}

const localStorageOfPages = createStorage(() => localStorage);

/** The environment of one page. */
export function createEnvironment({ store, current, replace }: EnvironmentOptions): Environment {
  const { siteUrl } = store.directory;
  const top = new URL(siteUrl);
  const href = () => siteUrl + writeAddress(current()).slice('#/'.length);
  const place = {
    get href() {
      return href();
    },
    get origin() {
      return top.origin;
    },
    get pathname() {
      return new URL(href()).pathname;
    },
    get search() {
      return current().search;
    },
    get hash() {
      return current().hash;
    },
  };
  const past = {
    replaceState(_state: unknown, _title: string, address: string) {
      const { pathname, search, hash } = new URL(address, href());
      const named = readAddress(`#/${pathname.slice(top.pathname.length)}${search}${hash}`);
      if (named) replace(named);
    },
  };
  const listeners: [type: string, listener: EventListener][] = [];
  const listen = (type: string, listener: EventListener) => {
    listeners.push([type, listener]);
    addEventListener(type, listener);
  };
  return {
    values: [
      place,
      past,
      localStorageOfPages,
      listen,
      (address: string) => fetchFile(address, store),
      WorkerPolyfill,
    ],
    leave() {
      for (const [type, listener] of listeners) {
        if (type === 'pagehide') listener(new Event('pagehide'));
        removeEventListener(type, listener);
      }
    },
  };
}

/** `fetch` for the files of the site. A page is only its main part. */
async function fetchFile(address: string, store: FileStore): Promise<Response> {
  const { siteUrl } = store.directory;
  const { pathname } = new URL(address, siteUrl);
  const name = decodeURIComponent(pathname.slice(new URL(siteUrl).pathname.length));
  const page = store.text(`${addressOfFile(name)}index.html`);
  const body = page === undefined ? store.bytes(name) : readRecord(page).main;
  return body === undefined ? new Response(null, { status: 404 }) : new Response(body as BodyInit);
}
