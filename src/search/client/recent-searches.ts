/** The last few searches, kept on this phone and nowhere else. */

const STORAGE_KEY = 'mingbai:searches';
const MAX_RECENT_SEARCHES = 5;

/** The last searches, newest first; none where storage is refused. */
export function recentSearches(storage: () => Storage): string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((item) => typeof item === 'string').slice(0, MAX_RECENT_SEARCHES)
      : [];
  } catch {
    return [];
  }
}

/** Remembers a search that found something. */
export function saveSearch(query: string, storage: () => Storage): void {
  const others = recentSearches(storage).filter((other) => other !== query && !query.startsWith(other));
  write(JSON.stringify([query, ...others].slice(0, MAX_RECENT_SEARCHES)), storage);
}

/** Forgets them all. */
export function clearSearches(storage: () => Storage): void {
  write('[]', storage);
}

function write(text: string, storage: () => Storage): void {
  try {
    storage().setItem(STORAGE_KEY, text);
  } catch {
    // Storage is refused: nothing is remembered, and nothing else suffers.
  }
}
