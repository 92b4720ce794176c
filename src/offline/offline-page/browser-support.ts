/** Checks whether this browser can save, before the page offers it. */
import { type OfflineStore, openCache } from '../saving/offline-store.ts';
import type { PageState } from './state.ts';

/** Why this browser cannot save here; undefined if it can. `page` is the root element, marked on the portable site. */
export async function unsupportedReason(
  store: OfflineStore,
  phone: Navigator,
  page: HTMLElement,
): Promise<Extract<PageState, { kind: 'unable' }>['why'] | undefined> {
  if (page.dataset.card !== undefined) return 'card';
  try {
    if (!('serviceWorker' in phone) || !('caches' in self)) return 'no-worker';
    await phone.serviceWorker.register(new URL('sw.js', store.scope));
    await openCache(store, 'state');
    return undefined;
  } catch (error) {
    // Registration fails without a network, which does not matter if a worker is registered already.
    const isThere = await phone.serviceWorker?.getRegistration().catch(() => undefined);
    return isThere && !(error instanceof DOMException) ? undefined : 'refused';
  }
}
