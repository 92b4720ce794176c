/** Whether one path lies in another. */
import { relative, resolve, sep } from 'node:path';

/** Whether `inner` is the folder `outer` or below it. Links are not followed: the caller resolves them where they matter. */
export function isInside(inner: string, outer: string): boolean {
  const path = relative(resolve(outer), resolve(inner));
  const isAbove = path === '..' || path.startsWith(`..${sep}`);
  // On Windows the path to another drive begins with its letter.
  return !isAbove && resolve(outer, path) === resolve(inner) && !/^[A-Za-z]:/.test(path);
}
