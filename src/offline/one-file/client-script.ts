/** The script of the one file: shows its pages. */
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../bundle-script.ts';

export function bundleOneFileScript(): Promise<string> {
  return bundleScript(fileURLToPath(new URL('client/one-file.client.ts', import.meta.url)));
}
