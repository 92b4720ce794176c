/** Copies the files of all folders public of a site. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { copyPublicFiles } from '../src/public-folder/index.ts';
import { publicDiagnostic } from './public-diagnostic.ts';
import type { PublicFolder } from './public-folders.ts';

/** Copies the files of `folders`, the nearest first, to `outDir`; `except` are paths of other files. Returns why one is refused. */
export async function copyPublicFolders(
  folders: readonly PublicFolder[],
  options: { outDir: string; cacheDir: string; except: readonly string[] },
): Promise<Diagnostic | undefined> {
  for (const { dir, name, only } of folders) {
    const refused = await copyPublicFiles({ ...options, publicDir: dir, only }).then(
      () => undefined,
      (error: unknown) => publicDiagnostic(error, name),
    );
    if (refused !== undefined) return refused;
  }
  return undefined;
}
