/**
 * Preloads Pagefind's startup files. Pagefind requests them one after the other, and on a slow line each takes half a second; here
 * they are requested in parallel with its code, and handed over when it asks for them.
 */
import { LANGUAGE } from '../fragment-id.ts';
import { ENGINE_FILES, ENTRY_FILE, metaFile } from './pagefind.ts';

/** The part of `fetch` that Pagefind uses. */
export type Fetch = (url: string) => Promise<Response>;

/** The part of the entry file that is needed here. */
interface Entry {
  languages: Record<string, { hash: string } | undefined>;
}

/**
 * Starts the requests, and returns a `fetch` that hands over each response once. A failed request rejects for its first caller;
 * later calls fetch again.
 */
export function preloadIndex(indexUrl: string, fetchNow: Fetch): Fetch {
  const preloaded = new Map<string, Promise<Response>>();
  const begin = (name: string, pending = fetchNow(indexUrl + name)) => {
    preloaded.set(indexUrl + name, pending);
    // Reported to the caller that asks for it.
    pending.catch(() => undefined);
  };
  const entry = async () => {
    // With Pagefind's query string, so that no cached copy is used.
    const response = await fetchNow(`${indexUrl}${ENTRY_FILE}?ts=${Date.now()}`);
    const { languages } = await readEntry(response.clone());
    const meta = languages[LANGUAGE];
    if (meta) begin(metaFile(meta.hash));
    return response;
  };
  // The smallest first: it names the others.
  begin(ENTRY_FILE, entry());
  begin(ENGINE_FILES.wasm);
  return (url) => {
    const name = url.replace(/\?.*$/, '');
    const pending = preloaded.get(name);
    preloaded.delete(name);
    return pending ?? fetchNow(url);
  };
}

/** An entry that cannot be parsed is left to Pagefind to report. */
async function readEntry(response: Response): Promise<Entry> {
  try {
    return (await response.json()) as Entry;
  } catch {
    return { languages: {} };
  }
}
