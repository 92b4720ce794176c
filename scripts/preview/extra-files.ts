/**
 * The files of the preview that are not pages: the folder public and the photographs as in a build; pictures and the search
 * index only on request. It uses the cache of the builds.
 */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rendererHash } from '../../src/cache/index.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import type { Photographs } from '../../src/documents/photograph.ts';
import { shareImageNames, shareImagePath } from '../../src/documents/share-image-path.ts';
import type { Site } from '../../src/documents/site.ts';
import { findOriginals } from '../../src/photographs/index.ts';
import { INDEX_FOLDER, openSearchIndex, type SearchIndex } from '../../src/search/index.ts';
import { projectDir, type Settings } from '../../src/settings.ts';
import { copyPublicFolders } from '../copy-public-folders.ts';
import { makePhotographsWithProgress } from '../photographs-with-progress.ts';
import { publicFolders } from '../public-folders.ts';

export interface ExtraFiles {
  /** Makes the photographs of a site and copies the folder public; `refused` is a file in it that stops a build. */
  prepare(site: Site): Promise<{ photographs: Photographs; refused?: Diagnostic | undefined }>;
  /** To be called after a change in the folder public. */
  invalidatePublic(): void;
  /** The path of a file, by its path below the site's root; undefined without one. */
  find(file: string): string | undefined;
  /** Makes a file of the search index or a picture of `site`, or finds a style sheet in `stylesDir`; returns its path. */
  make(file: string, site: Site, stylesDir: string): Promise<string | undefined>;
}

/** The files are below `workDir`. */
export function openExtraFiles(settings: Settings, workDir: string): ExtraFiles {
  const { cacheDir } = settings;
  const photographsDir = join(workDir, 'photographs');
  const copyDir = join(workDir, 'public');
  const madeDir = join(workDir, 'made');
  let prepared: { shown: string; legacyFallbacks: string[]; photographs: Photographs } | undefined;
  let refused: Diagnostic | undefined;
  let madeFor: Site | undefined;
  let index: SearchIndex | undefined;

  const makeIndex = (site: Site) => {
    index ??= openSearchIndex({ cacheDir, version: rendererHash(projectDir) });
    return index.build(site, madeDir);
  };
  return {
    async prepare(site) {
      const folders = publicFolders(settings, site);
      const publicDirs = folders.map(({ dir }) => dir);
      const used = folders.flatMap(({ only }) => [...(only ?? [])]);
      const shown = JSON.stringify([findOriginals(site, publicDirs), used]);
      if (prepared?.shown === shown) return { photographs: prepared.photographs, refused };
      for (const folder of [photographsDir, copyDir]) rmSync(folder, { recursive: true, force: true });
      const { photographs, legacyFallbacks } = await makePhotographsWithProgress(site, {
        publicDir: publicDirs,
        cacheDir,
        outDir: photographsDir,
      });
      refused = await copyPublicFolders(folders, { outDir: copyDir, cacheDir, except: legacyFallbacks });
      prepared = { shown, legacyFallbacks, photographs };
      return { photographs, refused };
    },
    invalidatePublic() {
      prepared = undefined;
    },
    find: (file) => [photographsDir, copyDir].map((folder) => join(folder, file)).find(isFile),
    async make(file, site, stylesDir) {
      if (isFile(join(stylesDir, file))) return join(stylesDir, file);
      if (madeFor !== site) {
        rmSync(madeDir, { recursive: true, force: true });
        madeFor = site;
      }
      const path = join(madeDir, file);
      if (isFile(path)) return path;
      if (file.startsWith(`${INDEX_FOLDER}/`) && !existsSync(join(madeDir, INDEX_FOLDER))) {
        await makeIndex(site);
      } else await renderImageAt(file, path, site);
      return isFile(path) ? path : undefined;
    },
  };
}

/** Renders the picture of a document at `file`, if any. */
async function renderImageAt(file: string, path: string, site: Site): Promise<void> {
  if (!file.startsWith('share/')) return;
  for (const document of [...site.policies, ...site.stories, ...site.notices]) {
    const name = shareImageNames.find((each) => shareImagePath(document, each) === `/${file}`);
    if (name === undefined) continue;
    // The renderer takes a second to load, and most pages do not need it.
    const [{ renderShareImage }, { shareImageData }] = await Promise.all([
      import('../../src/share/images/render.ts'),
      import('../../src/share/images/share-image-data.ts'),
    ]);
    const { png } = await renderShareImage(name, shareImageData(site, document));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, png);
    return;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
