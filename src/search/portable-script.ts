/** The search as one classic script for the portable site, whose pages are opened as files. */
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../bundle-script.ts';

/** The script that replaces the worker's. */
export function bundlePortableSearch(): Promise<string> {
  return bundleScript(fileURLToPath(new URL('client/portable.client.ts', import.meta.url)));
}
