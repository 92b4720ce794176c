/** The scripts of the pages: those that were compiled with them. */
import type { ClientScripts } from './bundle-scripts.ts';

export async function clientScripts(): Promise<ClientScripts> {
  return (await import('./compiled-scripts.ts')).compiledScripts;
}
