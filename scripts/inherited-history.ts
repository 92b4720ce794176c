/** The history of the content of a site, and of what it takes whole from its bases: from their repositories. */
import { type Base, findContentFiles, readHistory } from '../src/corpus/index.ts';
import type { ContentHistory } from '../src/documents/history.ts';
import type { Settings } from '../src/settings.ts';
import { baseHistorySource } from './history-sources.ts';
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
    const source = baseHistorySource(base, settings);
    const history = source === undefined ? {} : await readHistory(source, cache);
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
