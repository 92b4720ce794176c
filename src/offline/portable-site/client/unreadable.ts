/**
 * Reports a data shard that could not be read. The search engine ignores such errors: it would wait for ever or miss
 * results silently.
 */
const events = new EventTarget();

export function reportUnreadable(): void {
  events.dispatchEvent(new Event('unreadable'));
}

export function onUnreadable(listen: () => void): void {
  events.addEventListener('unreadable', listen);
}
