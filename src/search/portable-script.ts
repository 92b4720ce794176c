/** The search as one classic script, engine and all, for a site that is opened from a memory card. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../bundle-script.ts';
import { INDEX_FOLDER } from './build-index.ts';
import { ENGINE_FILES } from './client/pagefind.ts';

/** The script, with the engine that stands in the built site `dir`; it takes the place of the worker's. */
export function bundlePortableSearch(dir: string): Promise<string> {
  return bundleScript(fileURLToPath(new URL('client/portable.client.ts', import.meta.url)), {
    alias: { 'mingbai:pagefind': join(dir, INDEX_FOLDER, ENGINE_FILES.code) },
    // Pagefind asks where it was loaded from, which a classic script cannot say; it is told by its options.
    define: { 'import.meta.url': 'undefined' },
  });
}
