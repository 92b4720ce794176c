/** What makes a folder a content folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collectionNames } from '../schema/collection-name.ts';

/** Whether a folder has content: a site.yml, or the folder of a collection. */
export function isContent(folder: string): boolean {
  return ['site.yml', ...collectionNames].some((name) => existsSync(join(folder, name)));
}
