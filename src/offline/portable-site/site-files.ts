/** The files of a finished site that go on a card. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * What only servers, search engines and newsreaders ask for, what phones keep a copy by, and whatever begins with a dot.
 */
const EXCLUDED_FILES =
  /^(?:404\.html|robots\.txt|rss\.xml|sitemap[^/]*\.xml|manifest\.webmanifest|sw\.js|offline\/[^/]+\.(?:json|txt|bin)|offline\/missing\/.*)$|(?:^|\/)\./;

/** Paths from the site's top, in a fixed order: what readers open, and what scripts fetch from the folder `fetchedFolder`. */
export function listSiteFiles(dir: string, fetchedFolder: string): { shown: string[]; fetched: string[] } {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((file) => !EXCLUDED_FILES.test(file))
    .sort();
  const isBelow = (file: string) => file.startsWith(`${fetchedFolder}/`);
  return {
    shown: files.filter((file) => !isBelow(file)),
    // A script is no data: the one there is part of what runs in place of the worker.
    fetched: files.filter((file) => isBelow(file) && !file.endsWith('.js')),
  };
}
