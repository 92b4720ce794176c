/** What stands in the way of saving, found out before anything is promised. */
import { type OfflineStore, openCache } from '../saving/offline-store.ts';
import type { PageState } from './state.ts';

/** Why this browser cannot save here; undefined where it can. `page` is the root element: makers of cards mark it. */
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
    // Without a network the worker's script cannot be asked for; one that is there already does.
    const isThere = await phone.serviceWorker?.getRegistration().catch(() => undefined);
    return isThere && !(error instanceof DOMException) ? undefined : 'refused';
  }
}
