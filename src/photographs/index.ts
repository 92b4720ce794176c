/** Uploaded photographs, made small enough for a slow network and stripped of metadata. */
import type { Site } from '../documents/site.ts';
import type { PhotographOptions, PhotographResult } from './make-photographs.ts';
import { findOriginals } from './originals.ts';

export type { PhotographResult } from './make-photographs.ts';
export { findOriginals } from './originals.ts';

/** Makes the files of all photographs in `publicDir`, a folder or several, that documents of `site` show, below `outDir`. Throws as makeFromOriginals does. */
export async function makePhotographs(
  site: Site,
  { publicDir, ...options }: PhotographOptions & { publicDir: string | readonly string[] },
): Promise<PhotographResult> {
  const originals = findOriginals(site, [publicDir].flat());
  if (originals.length === 0) return { photographs: {}, legacyFallbacks: [], made: 0 };
  // sharp takes a tenth of a second to load.
  const { makeFromOriginals } = await import('./make-photographs.ts');
  return makeFromOriginals(originals, options);
}
