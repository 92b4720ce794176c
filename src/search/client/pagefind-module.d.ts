/** Pagefind's module, bundled from the built site: see portable-script.ts. */
declare module 'mingbai:pagefind' {
  import type { Pagefind } from './pagefind.ts';

  export const options: Pagefind['options'];
  export const init: Pagefind['init'];
  export const preload: Pagefind['preload'];
  export const search: Pagefind['search'];
}
