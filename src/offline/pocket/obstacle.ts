/** What stands in the way of saving, found out before anything is promised. */
import { openRoom, type Pocket } from '../saving/pocket.ts';
import type { State } from './state.ts';

/** Why this browser cannot save here; undefined where it can. `page` is the root element: makers of cards mark it. */
export async function obstacle(
  pocket: Pocket,
  phone: Navigator,
  page: HTMLElement,
): Promise<Extract<State, { kind: 'unable' }>['why'] | undefined> {
  if (page.dataset.card !== undefined) return 'card';
  try {
    if (!('serviceWorker' in phone) || !('caches' in self)) return 'no-worker';
    await phone.serviceWorker.register(new URL('sw.js', pocket.scope));
    await openRoom(pocket, 'state');
    return undefined;
  } catch (error) {
    // Without a network the worker's script cannot be asked for; one that is there already does.
    const isThere = await phone.serviceWorker?.getRegistration().catch(() => undefined);
    return isThere && !(error instanceof DOMException) ? undefined : 'refused';
  }
}
