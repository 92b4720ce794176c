/** Rewrites site links: to relative file links for the portable site, to fragments for the site in one file. */
import { posix } from 'node:path';
import { cardPath } from '../../documents/card-path.ts';

export interface Links {
  /** The link `value` of the file `from`, rewritten. */
  link(value: string, from: string): string;
  /** The file that an address leads to; undefined if the portable site does not contain it. */
  fileAt(address: string, from: string): string | undefined;
}

/**
 * Links of the site at `siteUrl` with these files, given like `from` as paths from the site root. `linkTo` is the link from one file to
 * another, without query and fragment. Links to pages that are not included lead to the web.
 */
export function createLinks(
  files: ReadonlySet<string>,
  siteUrl: string,
  linkTo: (from: string, to: string) => string = relativeLink,
): Links {
  const top = new URL(siteUrl);

  const resolve = (value: string, from: string): URL | undefined => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(value) || /^(?:[#?]|$)/.test(value)) return undefined;
    return URL.canParse(value, top.href + from) ? new URL(value, top.href + from) : undefined;
  };
  const fileOf = ({ origin, pathname }: URL): string | undefined => {
    if (origin !== top.origin || !pathname.startsWith(top.pathname)) return undefined;
    const path = decodePath(pathname.slice(top.pathname.length));
    return [path, posix.join(path, 'index.html')].find((file) => files.has(file));
  };

  return {
    link(value, from) {
      const url = resolve(value, from);
      if (!url) return value;
      const file = fileOf(url);
      return file === undefined ? url.href : linkTo(from, file) + url.search + url.hash;
    },
    fileAt(address, from) {
      const url = resolve(address, from);
      return url && fileOf(url);
    },
  };
}

/** The relative link between two files, given by their paths in the site. */
export function relativeLink(from: string, to: string): string {
  return posix.relative(posix.dirname(cardPath(from)), cardPath(to));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
