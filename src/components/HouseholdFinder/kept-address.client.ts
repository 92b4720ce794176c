/** The address with the answers, behind the #: it can be sent, and going back to it shows the same. */

/** What the address needs of the page. */
export interface AddressBar {
  place: Location;
  past: History;
}

/** Changing the address makes Chromium draw the icon of the page again, which takes as long as an answer: it waits until nobody taps. */
const QUIET_MS = 500;

/**
 * Returns what takes a fragment into the address, after a short while without another, and before somebody leaves by a link or for another
 * app. Only while `root` is on the page.
 */
export function keepAddress(root: HTMLElement, { place, past }: AddressBar): (fragment: string) => void {
  let kept: string | undefined;
  let timer = 0;
  const write = () => {
    if (kept !== undefined && root.isConnected)
      past.replaceState(null, '', `${place.pathname}${place.search}#${kept}`);
    kept = undefined;
  };
  document.addEventListener('click', ({ target }) => (target as Element).closest('a') && write(), true);
  document.addEventListener('visibilitychange', write);
  return (fragment) => {
    kept = fragment;
    clearTimeout(timer);
    timer = window.setTimeout(write, QUIET_MS);
  };
}
