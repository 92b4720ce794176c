/** The folders whose files a site publishes: its own folder public, and of those of its bases the files to which its documents refer. */
import { type Base, dependencyFolders, findBases } from '../src/corpus/index.ts';
import { allDocuments } from '../src/documents/redirects.ts';
import type { Site } from '../src/documents/site.ts';
import { usedFilePaths } from '../src/documents/used-files.ts';
import type { Settings } from '../src/settings.ts';

export interface PublicFolder {
  dir: string;
  /** Its name in messages. */
  name: string;
  /** The paths of the files that are published; undefined: all. */
  only?: ReadonlySet<string>;
}

type Folders = Pick<Settings, 'contentDir' | 'contentName' | 'publicDir' | 'baseLimits' | 'basesDir'>;

/** The bases of the content, the nearest first; none if `extends` is wrong, which the reader of the content reports. */
export function basesOf({
  contentDir,
  contentName,
  baseLimits,
  basesDir,
}: Omit<Folders, 'publicDir'>): Base[] {
  return findBases(contentDir, contentName, { limits: baseLimits, basesDir }).bases;
}

/** The folders of a site, its own first: a file of the nearest one counts. */
export function publicFolders(settings: Folders, site: Site): PublicFolder[] {
  const bases = basesOf(settings);
  const only = bases.length === 0 ? undefined : usedFilePaths(allDocuments(site));
  return [
    { dir: settings.publicDir, name: 'public' },
    ...bases.map((base) => ({ dir: base.publicDir, name: base.publicName, ...(only && { only }) })),
  ];
}

/** The folders that a preview watches: those of the site, also before they exist, and those of its bases. */
export function watchedFolders(settings: Folders): string[] {
  return [
    ...new Set([
      settings.contentDir,
      settings.publicDir,
      ...dependencyFolders(settings, { limits: settings.baseLimits, basesDir: settings.basesDir }),
    ]),
  ];
}

/** Whether one of the changed folders is not a content folder. */
export function hasPublicChanged(changed: ReadonlySet<string>, settings: Folders): boolean {
  const content = new Set([settings.contentDir, ...basesOf(settings).map(({ contentDir }) => contentDir)]);
  return [...changed].some((folder) => !content.has(folder));
}
