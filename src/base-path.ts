/**
 * The base path of the site whose pages are rendered. It is set before rendering and not compiled in: the sites of a province share the code of
 * their pages.
 */

let base = '/';

/** Where the site stands on its host: `/` or `/path/`. */
export const basePath = (): string => base;

/** Sets the base path of the site that is rendered next. */
export function setBasePath(path: string): void {
  base = path;
}
