/** The history of the content of a site, and of what it takes whole from its bases: from their repositories. */
import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { type Base, findContentFiles, isInside, readHistory } from '../src/corpus/index.ts';
import type { ContentHistory } from '../src/documents/history.ts';
import type { Settings } from '../src/settings.ts';
import { basesOf } from './public-folders.ts';

type ChangeCache = NonNullable<Parameters<typeof readHistory>[1]>;

/** The last changes of every file. A file of the site's own has its own history only, also where it takes the rest from a base. */
export async function readInheritedHistory(settings: Settings, cache: ChangeCache): Promise<ContentHistory> {
  const own = await readHistory(settings, cache);
  const bases = basesOf(settings);
  if (bases.length === 0) return own;
  const { contentDir, contentName } = settings;
  const all: Record<string, ContentHistory[string]> = { ...own };
  const taken = keysIn({ contentDir, name: contentName });
  for (const base of bases) {
    const keys = keysIn(base);
    const history = await readBaseHistory(base, settings, cache);
    for (const [key, changes] of Object.entries(history))
      if (!taken.has(key) && keys.has(key)) all[key] = changes;
    for (const key of keys) taken.add(key);
  }
  return all;
}

function keysIn({ contentDir, name }: Pick<Base, 'contentDir' | 'name'>): Set<string> {
  return new Set(
    findContentFiles(contentDir, name).files.map(({ collection, slug }) => `${collection}/${slug}`),
  );
}

/** Of a base in a repository at the pinned commit; of a folder from the repository around it, of a push from the pushed commit. */
function readBaseHistory(
  { contentDir, repository }: Base,
  settings: Settings,
  cache: ChangeCache,
): Promise<ContentHistory> {
  const folderIn = (top: string) => relative(top, contentDir).split(sep).join('/');
  if (repository !== undefined) {
    const { gitDir, commit, top } = repository;
    // A host of a province has the files alone; the history came with its job.
    if (!existsSync(gitDir)) return Promise.resolve({});
    return readHistory(
      { contentDir, repository: { gitDir, commit, folder: folderIn(top), isOther: true } },
      cache,
    );
  }
  const top = dirname(settings.contentDir);
  if (settings.repository === undefined || !isInside(contentDir, top))
    return readHistory({ contentDir }, cache);
  return readHistory({ contentDir, repository: { ...settings.repository, folder: folderIn(top) } }, cache);
}
