/** Which files of a site the offline list has, and where each is. */
import { fileGroup } from '../files.ts';

/** Paths of all files that a phone may save, URL-encoded; a page has the path of its folder. `unseen` are paths that no page shows. */
export function offlinePaths(files: readonly string[], unseen: ReadonlySet<string>): string[] {
  return files
    .filter((path) => !unseen.has(path))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .map(encodePath)
    .filter((path) => fileGroup(path) !== undefined)
    .sort();
}

/** The file of such a path, from the site root. */
export function filePath(path: string): string {
  return decodeURIComponent(path === '' || path.endsWith('/') ? `${path}index.html` : path);
}

/** A path as in a URL; most consist of characters that need no encoding. */
function encodePath(path: string): string {
  if (/^[\w./-]*$/.test(path)) return path;
  return new URL(path.replace(/[%?#]/g, encodeURIComponent), 'http://any/').pathname.slice(1);
}
