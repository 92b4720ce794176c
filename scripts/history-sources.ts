/** Where the history of a base is. */
import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { HistorySource } from '../src/corpus/git-log.ts';
import type { Base } from '../src/corpus/index.ts';
import { isInside } from '../src/corpus/is-inside.ts';
import type { Settings } from '../src/settings.ts';

/**
 * Of a base in a repository at the pinned commit; of a folder in the repository around it, of a push at the pushed commit. Undefined on a host of a
 * province, which has the files alone: the history came with its job.
 */
export function baseHistorySource(
  { contentDir, repository }: Pick<Base, 'contentDir' | 'repository'>,
  settings: Pick<Settings, 'contentDir' | 'repository'>,
): HistorySource | undefined {
  const folderIn = (top: string) => relative(top, contentDir).split(sep).join('/');
  if (repository !== undefined) {
    const { gitDir, commit, top } = repository;
    if (!existsSync(gitDir)) return undefined;
    return { contentDir, repository: { gitDir, commit, folder: folderIn(top), isOther: true } };
  }
  const top = dirname(settings.contentDir);
  if (settings.repository === undefined || !isInside(contentDir, top)) return { contentDir };
  return { contentDir, repository: { ...settings.repository, folder: folderIn(top) } };
}
