/** The search as one classic script with the engine in it, for the portable site, whose pages are opened as files. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../bundle-script.ts';
import { INDEX_FOLDER } from './build-index.ts';
import { ENGINE_FILES } from './client/pagefind.ts';

/** The script, with the engine of the built site `dir`; it replaces the worker's. */
export function bundlePortableSearch(dir: string): Promise<string> {
  return bundleScript(fileURLToPath(new URL('client/portable.client.ts', import.meta.url)), {
    alias: { 'mingbai:pagefind': join(dir, INDEX_FOLDER, ENGINE_FILES.code) },
    // Pagefind reads its own URL, which a classic script does not have; `basePath` of its options replaces it.
    define: { 'import.meta.url': 'undefined' },
  });
}
