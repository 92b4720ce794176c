/** Tells editors of characters that the pictures lack. */
import type { SiteList } from '../src/cache/index.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Settings } from '../src/settings.ts';

/** A warning for each, at its place in the content. Few sites have any, so the code is loaded on demand. */
export async function missingCharacters(
  settings: Settings,
  missing: SiteList['missing'],
): Promise<Diagnostic[]> {
  if (missing.length === 0) return [];
  const { findCharacters } = await import('../src/corpus/index.ts');
  const { missingCharacterDiagnostics } = await import('../src/share/images/missing-characters.ts');
  return missingCharacterDiagnostics(findCharacters(settings, missing));
}
