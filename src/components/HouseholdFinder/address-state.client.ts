/** The address with the answers, behind the #: it can be sent, and going back to it shows the same. */

/** What the address needs of the page. */
export interface AddressBar {
  place: Location;
  past: History;
}

/** Changing the address makes Chromium draw the icon of the page again, which takes as long as an answer: it waits until nobody taps. */
const QUIET_MS = 500;

/** A page that is loaded again has the address of before, whatever is written while it is left: what is pending is kept here for it. */
const PENDING = 'finder-pending';

/**
 * Returns what schedules a fragment for the address: it is written after a short while without another, and before somebody leaves by a
 * link or for another app. Only while `root` is on the page.
 */
export function scheduleAddress(root: HTMLElement, { place, past }: AddressBar): (fragment: string) => void {
  let pending: string | undefined;
  let timer = 0;
  const write = () => {
    if (pending !== undefined && root.isConnected)
      past.replaceState(null, '', `${place.pathname}${place.search}#${pending}`);
    pending = undefined;
  };
  document.addEventListener('click', ({ target }) => (target as Element).closest('a') && write(), true);
  addEventListener('pagehide', () => withStorage((storage) => pending && storage.setItem(PENDING, pending)));
  document.addEventListener('visibilitychange', write);
  return (fragment) => {
    pending = fragment;
    clearTimeout(timer);
    timer = window.setTimeout(write, QUIET_MS);
  };
}

/** The fragment of a page that was just loaded: the pending one of before, if it was loaded again or come back to. */
export function loadedFragment({ place }: AddressBar): string {
  const pending = withStorage((storage) => {
    const stored = storage.getItem(PENDING);
    storage.removeItem(PENDING);
    return stored;
  });
  const isFresh = performance.navigation.type === performance.navigation.TYPE_NAVIGATE;
  return (!isFresh && pending) || place.hash;
}

/** Uses the storage of this tab; undefined if the browser forbids it. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
