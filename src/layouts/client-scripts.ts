/** The scripts of the pages: those that were compiled with them; while editing, anew for each page. */
import type { ClientScripts } from './bundle-scripts.ts';

export async function clientScripts(): Promise<ClientScripts> {
  if (import.meta.env.DEV) return (await import('./bundle-scripts.ts')).bundleScripts();
  return (await import('./compiled-scripts.ts')).compiledScripts;
}
