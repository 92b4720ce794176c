/**
 * Pagefind asks for a file when the one before has come: on a slow line each costs half a second by itself. Those that every
 * search begins with are on their way beside its code, and are handed over when it asks.
 */
import { LANGUAGE } from '../fragment-id.ts';
import { ENGINE_FILES, ENTRY_FILE, metaFile } from './pagefind.ts';

/** As much of the phone's `fetch` as Pagefind uses. */
export type Fetch = (url: string) => Promise<Response>;

/** As much of the entry as is needed here. */
interface Entry {
  languages: Record<string, { hash: string } | undefined>;
}

/**
 * Begins to fetch from the folder of the index, and gives a fetch that hands each of those files over once. One that did not
 * come fails for whoever asks for it, and is fetched anew for whoever asks again.
 */
export function preloadIndex(indexUrl: string, fetchNow: Fetch): Fetch {
  const ahead = new Map<string, Promise<Response>>();
  const begin = (name: string, coming = fetchNow(indexUrl + name)) => {
    ahead.set(indexUrl + name, coming);
    // Told to who asks for it.
    coming.catch(() => undefined);
  };
  const entry = async () => {
    // As Pagefind asks, so that no copy of it is taken.
    const response = await fetchNow(`${indexUrl}${ENTRY_FILE}?ts=${Date.now()}`);
    const { languages } = await readEntry(response.clone());
    const meta = languages[LANGUAGE];
    if (meta) begin(metaFile(meta.hash));
    return response;
  };
  // The smallest first: it says what else there is.
  begin(ENTRY_FILE, entry());
  begin(ENGINE_FILES.wasm);
  return (url) => {
    const name = url.replace(/\?.*$/, '');
    const coming = ahead.get(name);
    ahead.delete(name);
    return coming ?? fetchNow(url);
  };
}

/** An entry that cannot be read is for Pagefind to complain about. */
async function readEntry(response: Response): Promise<Entry> {
  try {
    return (await response.json()) as Entry;
  } catch {
    return { languages: {} };
  }
}
