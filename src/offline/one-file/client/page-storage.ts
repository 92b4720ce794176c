/** `localStorage` for pages of the one file: if the browser refuses it, what is stored holds until the file is closed. */

export interface PageStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The storage that `real` gives, which may throw, with a copy in memory. */
export function createStorage(real: () => PageStorage): PageStorage {
  const inMemory = new Map<string, string>();
  return {
    getItem(key) {
      const stored = inMemory.get(key);
      if (stored !== undefined) return stored;
      try {
        return real().getItem(key);
      } catch {
        return null;
      }
    },
    setItem(key, value) {
      inMemory.set(key, value);
      try {
        real().setItem(key, value);
      } catch {
        // Refused to a page that came as content://, or full.
      }
    },
  };
}
