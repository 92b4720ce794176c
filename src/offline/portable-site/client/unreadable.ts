/**
 * Tells that a part of the card could not be read. The engine of the search passes over that, and would wait for ever or
 * find less without a word.
 */
const events = new EventTarget();

/** Tells all who listen. */
export function reportUnreadable(): void {
  events.dispatchEvent(new Event('unreadable'));
}

/** Calls `listen` each time. */
export function onUnreadable(listen: () => void): void {
  events.addEventListener('unreadable', listen);
}
