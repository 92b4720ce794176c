/** Lists the files of a built site that the portable site includes. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Files for servers, search engines, feed readers, the official account and the service worker, and dot files; and the recording of the
 * news: larger than all texts together, and wrong after a day.
 */
const EXCLUDED_FILES =
  /^(?:404\.html|robots\.txt|rss\.xml|sitemap[^/]*\.xml|policies\.(?:schema\.)?json|county\.json|manifest\.webmanifest|sw\.js|offline\/[^/]+\.(?:json|txt|bin)|offline\/missing\/.*)$|^share\/.*\/article\.html$|^digest\/broadcast\.mp3$|(?:^|\/)\./;

/** Paths from the site root, sorted: files that readers open, and files that scripts fetch from `fetchedFolder`. */
export function listSiteFiles(dir: string, fetchedFolder: string): { shown: string[]; fetched: string[] } {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((file) => !EXCLUDED_FILES.test(file))
    .sort();
  const isBelow = (file: string) => file.startsWith(`${fetchedFolder}/`);
  return {
    shown: files.filter((file) => !isBelow(file)),
    // Scripts are left out: the worker's replacement includes them.
    fetched: files.filter((file) => isBelow(file) && !file.endsWith('.js')),
  };
}
