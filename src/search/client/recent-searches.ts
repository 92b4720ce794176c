/** The last few searches, stored on this phone only. */

const STORAGE_KEY = 'mingbai:searches';
const MAX_RECENT_SEARCHES = 5;

/** The last searches, newest first; none if storage is refused. */
export function recentSearches(storage: () => Storage): string[] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((item) => typeof item === 'string').slice(0, MAX_RECENT_SEARCHES)
      : [];
  } catch {
    return [];
  }
}

/** Saves a search that found something. */
export function saveSearch(query: string, storage: () => Storage): void {
  const others = recentSearches(storage).filter((other) => other !== query && !query.startsWith(other));
  write(JSON.stringify([query, ...others].slice(0, MAX_RECENT_SEARCHES)), storage);
}

/** Clears them all. */
export function clearSearches(storage: () => Storage): void {
  write('[]', storage);
}

function write(text: string, storage: () => Storage): void {
  try {
    storage().setItem(STORAGE_KEY, text);
  } catch {
    // Storage is refused: nothing is saved.
  }
}
